import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Door, openDoor, openOwnPairing, type StationSession, servePage } from '@bilik/server';

/** A door that listens. */
export interface OpenDoor {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const PAGES = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'pages');

/** Serves the voter's and the officers' page, and listens. @param port 0 = any free port */
export async function openPages(door: Door, host: string, port: number): Promise<string> {
  await servePage(door, '/bilik/', join(PAGES, 'booth'));
  await servePage(door, '/petugas/', join(PAGES, 'officer'));
  door.get('/', (_request, reply) => reply.redirect('/bilik/'));
  return door.listen({ host, port });
}

/** The same pages with nothing behind them but the question for the board's code. */
export async function openPairing(
  options: {
    readonly host: string;
    readonly port: number;
    readonly onBroken: (error: Error, route: string) => void;
  },
  session: StationSession,
): Promise<OpenDoor & { readonly paired: Promise<void> }> {
  const { host, port, onBroken } = options;
  const door = openDoor({ bodyLimitBytes: 4 * 1024, hostNames: [host], onBroken });
  openOwnPairing(door, () => session);
  const paired = new Promise<void>((resolve) => {
    // the page hears that it went well before its door is closed
    door.addHook('onResponse', async () => {
      if (session.isPaired()) resolve();
    });
  });
  const url = await openPages(door, host, port);
  return { url, paired, close: () => door.close() };
}
