import { createServer, type Server, type Socket } from 'node:net';
import type { Bitmap } from '../bitmap.ts';
import type { PrinterAnswers } from '../connect.ts';
import { systemTimer, type Timer } from '../timer.ts';
import type { TwinCommand, TwinState } from './control.ts';
import { startControlPort } from './control-port.ts';
import { listenOn } from './listen.ts';
import { Mechanism } from './mechanism.ts';
import { RealTimeWatch } from './real-time.ts';
import { Roll } from './roll.ts';

export interface VirtualPrinterOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0 = any free port. */
  readonly port: number;
  /** A JSON line port for drills and tests in other processes (see README); none when absent, 0 = any free port. */
  readonly controlPort?: number;
  /** Printable dots a row; default 576 (80 mm paper). */
  readonly widthDots?: number;
  /** Length of a new roll; default 80,000. */
  readonly rollMillimetres?: number;
  /** From the head to the knife; default 96 dots = 12 mm. */
  readonly headToKnifeDots?: number;
  /** `in-order`: knows neither real-time questions nor numbered end-of-job answers. Default `real-time`. */
  readonly answers?: PrinterAnswers;
  readonly timer?: Timer;
  /** Each piece as it is cut off. */
  readonly onPaper?: (piece: Bitmap) => void;
  /** Whenever the paper that is not yet cut has changed. */
  readonly onWindow?: () => void;
  /** Whenever it printed, was cut, connected, disconnected or was told something. */
  readonly onState?: (state: TwinState) => void;
}

/** Stands for a printer on the network: same bytes, a roll of virtual paper, and a will of its own. */
export interface VirtualPrinter {
  readonly host: string;
  readonly port: number;
  readonly controlPort: number | null;
  /** The paper not yet cut: what a voter sees in the window, and the last millimetres between knife and head. */
  window(): Bitmap;
  state(): TwinState;
  command(command: TwinCommand): TwinState;
  stop(): Promise<void>;
}

/** A real printer stops reading when its buffer is full; then it hears real-time commands no more. */
const BUFFER_BYTES = 1_048_576;
/** Hosts that wait for their turn; a further one is turned away. */
const LONGEST_QUEUE = 4;

export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const twin = new Twin(options);
  await twin.listen();
  return twin;
}

class Twin implements VirtualPrinter {
  readonly host: string;
  port = 0;
  controlPort: number | null = null;
  readonly #options: VirtualPrinterOptions;
  readonly #server: Server;
  readonly #mechanism: Mechanism;
  #stopControlPort: () => Promise<void> = () => Promise.resolve();
  #wire: Socket | null = null;
  #queue: Socket[] = [];
  #pluggedIn: boolean = true;

  constructor(options: VirtualPrinterOptions) {
    const { widthDots = 576, rollMillimetres = 80_000, headToKnifeDots = 96 } = options;
    this.#options = options;
    this.host = options.host ?? '127.0.0.1';
    this.#mechanism = new Mechanism({
      roll: new Roll({ widthDots, headToKnifeDots, rollMillimetres }),
      rollMillimetres,
      answers: options.answers ?? 'real-time',
      timer: options.timer ?? systemTimer,
      events: {
        reply: (bytes) => {
          if (this.#wire !== null && !this.#wire.destroyed) this.#wire.write(bytes);
        },
        piece: (piece) => options.onPaper?.(piece),
        moved: () => {
          options.onWindow?.();
          this.#readOnWhileThereIsRoom();
          this.#tellState();
        },
      },
    });
    this.#server = createServer({ noDelay: true }, (socket) => this.#connected(socket));
  }

  async listen(): Promise<void> {
    this.port = await listenOn(this.#server, this.host, this.#options.port);
    if (this.#options.controlPort !== undefined) {
      const control = await startControlPort(this.host, this.#options.controlPort, (command) =>
        this.command(command),
      );
      this.controlPort = control.port;
      this.#stopControlPort = control.stop;
    }
  }

  window(): Bitmap {
    return this.#mechanism.roll.uncut();
  }

  state(): TwinState {
    const { coverOpen, paper, jam, cutterBlocked, lie, roll, bytesWaiting } = this.#mechanism;
    return {
      connected: this.#wire !== null,
      pluggedIn: this.#pluggedIn,
      coverOpen,
      paper,
      jam,
      cutterStuck: cutterBlocked,
      lie,
      rowsUncut: roll.rowsUncut,
      rollLeftMillimetres: roll.leftMillimetres,
      bytesWaiting,
    };
  }

  command(command: TwinCommand): TwinState {
    this.#obey(command);
    this.#mechanism.run();
    this.#tellState();
    return this.state();
  }

  async stop(): Promise<void> {
    this.#mechanism.stop();
    this.#disconnect();
    await this.#stopControlPort();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #obey(command: TwinCommand): void {
    const mechanism = this.#mechanism;
    switch (command.type) {
      case 'jam':
        mechanism.afterRows(command.afterRows, () =>
          mechanism.setJam(command.noticed ? 'noticed' : 'unnoticed'),
        );
        break;
      case 'clear-jam':
        mechanism.jam = 'none';
        break;
      case 'run-out':
        mechanism.roll.setLeft(Math.min(command.afterMillimetres, mechanism.roll.leftMillimetres));
        break;
      case 'near-end':
        mechanism.nearEnd = true;
        break;
      case 'new-roll':
        mechanism.loadNewRoll();
        break;
      case 'open-cover':
        mechanism.afterRows(command.afterRows, () => {
          mechanism.coverOpen = true;
        });
        break;
      case 'close-cover':
        mechanism.coverOpen = false;
        break;
      case 'stick-cutter':
        mechanism.cutterBlocked = true;
        break;
      case 'free-cutter':
        mechanism.cutterBlocked = false;
        break;
      case 'unplug':
        mechanism.afterRows(command.afterRows, () => {
          this.#pluggedIn = false;
          this.#disconnect();
        });
        break;
      case 'plug-in':
        this.#pluggedIn = true;
        break;
      case 'power-cycle':
        mechanism.afterRows(command.afterRows, () => {
          this.#disconnect();
          mechanism.powerCycle();
        });
        break;
      case 'speed':
        mechanism.rowsPerSecond = command.rowsPerSecond;
        break;
      case 'lie':
        mechanism.lie = command.how;
        break;
      case 'state':
        break;
    }
  }

  /** One host at a time; the next waits unheard until the one before it has gone. */
  #connected(socket: Socket): void {
    // Errors of a socket end in `close`; there is nothing else to do about them.
    socket.on('error', () => undefined);
    if (!this.#pluggedIn || this.#queue.length >= LONGEST_QUEUE) {
      socket.destroy();
      return;
    }
    this.#queue.push(socket);
    this.#serveNext();
  }

  #serveNext(): void {
    if (this.#wire !== null) return;
    this.#queue = this.#queue.filter((waiting) => !waiting.destroyed);
    const socket = this.#queue.shift();
    if (socket === undefined) return;
    this.#wire = socket;
    const watch = new RealTimeWatch();
    socket.on('data', (bytes) => this.#received(socket, watch, bytes));
    socket.once('end', () => socket.destroy());
    socket.once('close', () => {
      if (this.#wire !== socket) return;
      this.#wire = null;
      this.#serveNext();
      this.#tellState();
    });
    this.#tellState();
  }

  #received(socket: Socket, watch: RealTimeWatch, bytes: Uint8Array): void {
    let used = 0;
    for (const { at, command } of watch.push(bytes)) {
      this.#mechanism.receive(bytes.subarray(used, at + 1));
      used = at + 1;
      if (this.#wire !== socket) return;
      this.#mechanism.realTime(command);
    }
    this.#mechanism.receive(bytes.subarray(used));
    this.#readOnWhileThereIsRoom();
  }

  #readOnWhileThereIsRoom(): void {
    if (this.#mechanism.bytesWaiting > BUFFER_BYTES) this.#wire?.pause();
    else this.#wire?.resume();
  }

  #disconnect(): void {
    const sockets = [this.#wire, ...this.#queue];
    this.#wire = null;
    this.#queue = [];
    for (const socket of sockets) socket?.destroy();
  }

  #tellState(): void {
    this.#options.onState?.(this.state());
  }
}
