import type { Reader } from '@bilik/ui/call';

/** One option of a contest as the voter sees it, in ballot order. */
export interface ContestView {
  readonly id: string;
  readonly title: { readonly id: string; readonly en: string };
  readonly options: readonly {
    readonly key: string;
    readonly number: number | null;
    readonly name: string | null;
    readonly photo: string | null;
  }[];
}

export interface PlaceView {
  readonly kind: 'exercise' | 'real';
  readonly booth: number;
  readonly village: string;
  readonly pollingPlace: string;
  readonly contests: readonly ContestView[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly election: string;
  /** Names the logic and accuracy test that this booth serves; null: the day. */
  readonly logicTest: string | null;
  readonly windowPicture: string | null;
  /** Slips hang behind glass; otherwise they come out in the voter's hand. */
  readonly window: boolean;
  readonly access: AccessView;
  /** Files of spoken guidance, all that there are. */
  readonly voices: readonly string[];
  /** Somebody who signed a statement may stay with the voter. */
  readonly helperAllowed: boolean;
}

/** What the device has for eyes, ears and hands; the names are those of `src/hands-and-ears.ts`. */
export interface AccessView {
  readonly pixelsPerMillimetre?: number;
  readonly speaker: 'none' | 'general';
  readonly headphones: boolean;
  readonly keys: SwitchKeys;
}

/** Which key moves on, back, and presses. */
export interface SwitchKeys {
  readonly next: readonly string[];
  readonly previous: readonly string[];
  readonly select: readonly string[];
}

/** Where the booth process is; the names are those of `src/cast/booth-state.ts`. */
export type StateView =
  | { readonly name: 'starting' | 'idle' }
  | {
      readonly name:
        | 'tracker-printing'
        | 'tracker-printed'
        | 'sealing'
        | 'slip-printing'
        | 'slip-held'
        | 'confirming'
        | 'spoiling'
        | 'marking'
        | 'proving';
      readonly hash: string;
    }
  | {
      readonly name: 'question';
      readonly hash: string;
      readonly about: 'cast' | 'void';
      readonly why: 'restarted' | 'printer-stopped';
    }
  | { readonly name: 'finished'; readonly outcome: 'cast' | 'spoiled' | 'proved'; readonly hash: string }
  | { readonly name: 'station-older'; readonly found: StandingView; readonly seen: StandingView };

/** How much a station knows. */
export interface StandingView {
  readonly epoch: number;
  readonly casts: number;
  readonly voids: number;
}

export interface BoothView {
  /** False when the board took this booth out. */
  readonly isPaired?: boolean;
  /** As in the place: when the two are not the same, this page is of before. */
  readonly logicTest: string | null;
  readonly state: StateView;
  /** What a command that is under way waits for; null while none waits. */
  readonly waitsFor: 'station' | 'medium' | null;
  /** Nobody votes, and the station does not answer. */
  readonly stationUnheard: boolean;
  readonly trouble: string | null;
  /** Of the polling place; `null` before the station said it. */
  readonly phase: string | null;
}

type Fields = { readonly [name: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Our own process and page come from one installation: their shapes are checked at the corners that code relies on. */
function reader<Value>(holds: (value: Fields) => boolean): Reader<Value> {
  return {
    safeParse: (value) =>
      isFields(value) && holds(value) ? { success: true, data: value as Value } : { success: false },
  };
}

const STATES = new Set([
  'starting',
  'idle',
  'tracker-printing',
  'tracker-printed',
  'sealing',
  'slip-printing',
  'slip-held',
  'confirming',
  'spoiling',
  'marking',
  'proving',
  'question',
  'finished',
  'station-older',
]);

export const readPlace: Reader<PlaceView> = reader(
  (value) =>
    typeof value['election'] === 'string' &&
    Array.isArray(value['contests']) &&
    Array.isArray(value['voices']) &&
    isFields(value['access']) &&
    Array.isArray(value['people']) &&
    typeof value['window'] === 'boolean',
);
export const readBooth: Reader<BoothView> = reader(
  (value) =>
    isFields(value['state']) &&
    STATES.has(String(value['state']['name'])) &&
    'waitsFor' in value &&
    'stationUnheard' in value,
);
export const readState: Reader<StateView> = reader((value) => STATES.has(String(value['name'])));
export const readNonce: Reader<{ readonly nonce: string }> = reader(
  (value) => typeof value['nonce'] === 'string',
);
export const readBoothTest: Reader<{ readonly slipCodeTyped: boolean }> = reader(
  (value) => typeof value['slipCodeTyped'] === 'boolean',
);
export const readStanding: Reader<{ readonly standing: string }> = reader(
  (value) => typeof value['standing'] === 'string',
);
export const readRefusal: Reader<{
  readonly type: string;
  readonly reason?: string;
  readonly trouble?: string;
  readonly person?: string;
  readonly waitSeconds?: number;
}> = reader((value) => typeof value['type'] === 'string');
