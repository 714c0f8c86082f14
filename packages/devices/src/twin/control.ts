/** What the twin can be told. `afterRows`, `afterMillimetres` count from the moment of the command. */
export type TwinCommand =
  /** The paper stops. Noticed: the printer reports a mechanical error and stops. Unnoticed: it goes on and answers. */
  | { readonly type: 'jam'; readonly afterRows: number; readonly noticed: boolean }
  | { readonly type: 'clear-jam' }
  | { readonly type: 'run-out'; readonly afterMillimetres: number }
  | { readonly type: 'near-end' }
  | { readonly type: 'new-roll' }
  | { readonly type: 'open-cover'; readonly afterRows: number }
  | { readonly type: 'close-cover' }
  | { readonly type: 'stick-cutter' }
  | { readonly type: 'free-cutter' }
  /** The cable comes out: sockets are destroyed, what was received is still printed; refuses connections until plugged in. */
  | { readonly type: 'unplug'; readonly afterRows: number }
  | { readonly type: 'plug-in' }
  /** Power goes and comes back: sockets are destroyed, buffers are lost, the paper stays as it is. */
  | { readonly type: 'power-cycle'; readonly afterRows: number }
  /** 0 = as fast as it can. */
  | { readonly type: 'speed'; readonly rowsPerSecond: number }
  | { readonly type: 'lie'; readonly how: 'answers-without-moving' | 'moves-without-answering' | 'deaf' }
  | { readonly type: 'tell-truth' }
  | { readonly type: 'state' };

export interface TwinState {
  readonly connected: boolean;
  readonly pluggedIn: boolean;
  readonly coverOpen: boolean;
  readonly paper: 'enough' | 'near-end' | 'out';
  readonly jammed: boolean;
  readonly cutterStuck: boolean;
  readonly lie: 'none' | 'answers-without-moving' | 'moves-without-answering' | 'deaf';
  readonly rowsInWindow: number;
  readonly rollLeftMillimetres: number;
  readonly bytesWaiting: number;
}
