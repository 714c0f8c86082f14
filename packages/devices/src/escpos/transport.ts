/** A wire to a printer: TCP or a device file. Knows nothing of commands. */
export interface PrinterTransport {
  /** Hands bytes over in order; after the wire is gone they are dropped. */
  write(bytes: Uint8Array): void;
  /** Called once, before anything is written. `onGone` is called at most once, also after `close`. */
  listen(listener: { onBytes(bytes: Uint8Array): void; onGone(): void }): void;
  close(): void;
}
