import type { Bitmap } from '../bitmap.ts';
import type { Timer } from '../timer.ts';
import type { TwinCommand, TwinState } from './control.ts';

export interface VirtualPrinterOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0 = any free port. */
  readonly port: number;
  /** A JSON line port for drills and tests in other processes; none when absent. */
  readonly controlPort?: number;
  /** Printable dots a row; default 576 (80 mm paper). */
  readonly widthDots?: number;
  /** Length of a new roll; default 80,000. */
  readonly rollMillimetres?: number;
  /** From the head to the knife; default 96 dots = 12 mm. */
  readonly headToKnifeDots?: number;
  readonly timer?: Timer;
  /** Each piece as it is cut off. */
  readonly onPaper?: (piece: Bitmap) => void;
  /** Whenever the paper that is not yet cut has changed. */
  readonly onWindow?: () => void;
}

/** Stands for a printer on the network: same bytes, a roll of virtual paper, and a will of its own. */
export interface VirtualPrinter {
  readonly host: string;
  readonly port: number;
  readonly controlPort: number | null;
  /** The paper not yet cut, from the knife to the head. */
  window(): Bitmap;
  state(): TwinState;
  command(command: TwinCommand): TwinState;
  stop(): Promise<void>;
}

export declare function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter>;

/** A sink that writes each piece as PNG under a random name and without its time: a pile of paper has no order. */
export declare function paperFolder(
  folder: string,
  random: (byteCount: number) => Uint8Array,
): (piece: Bitmap) => void;
