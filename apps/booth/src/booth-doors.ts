import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Door, openDoor, openOwnPairing, question, type StationSession, servePage } from '@bilik/server';
import { z } from 'zod';

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

const PairingQuestion = z.looseObject({
  ok: z.literal(true),
  value: z.looseObject({ kind: z.enum(['exercise', 'real']) }),
});

/** What the station at which this booth would be paired serves, as it tells anybody; null while it is not heard. */
async function kindOf(session: StationSession): Promise<{ readonly kind: 'exercise' | 'real' | null }> {
  try {
    const response = await session.fetch('/api/pairing/question', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const read = PairingQuestion.safeParse(await response.json());
    return { kind: read.success ? read.data.value.kind : null };
  } catch {
    return { kind: null };
  }
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
  question(door, '/api/pairing-kind', () => kindOf(session));
  const paired = new Promise<void>((resolve) => {
    // the page hears that it went well before its door is closed
    door.addHook('onResponse', async () => {
      if (session.isPaired()) resolve();
    });
  });
  const url = await openPages(door, host, port);
  return { url, paired, close: () => door.close() };
}
