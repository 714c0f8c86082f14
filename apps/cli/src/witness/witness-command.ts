import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type NoteKey,
  type NoteSigner,
  noteSigner,
  readNoteKey,
  readNoteSigner,
  writeNoteKey,
  writeNoteSigner,
} from '@bilik/publication';
import { portNumber, readFlags } from '../command-line/flags.ts';
import { openWitnessDoor } from './witness-door.ts';
import { openWitnessState } from './witness-state.ts';

export const USAGE = `bilik witness --home DIR --name NAMA [--log KUNCI]… [--port 4195] [--host ADDRESS]
  Saksi log hasil (C2SP tlog-witness): mengingat titik periksa terakhir yang ikut ditandatanganinya, menolak log yang mundur atau bercabang,
  dan menyimpan titik periksa yang bercabang di DIR/refused. Tanpa --log hanya mencetak kuncinya. /
  A witness of a log of results: remembers the last checkpoint it cosigned, refuses a log that goes back or forks, and keeps forked
  checkpoints in DIR/refused. Without --log it only prints its key.
  --name  nama saksi, seperti kampus.example/saksi / the witness's name
  --log   kunci log yang disaksikan / key of a log to witness`;

/** `bilik witness` @returns exit code: 0 after its end, 1 when it cannot listen, 2 when the command line is none or the key is damaged */
export async function witnessCommand(parameters: readonly string[]): Promise<number> {
  const values = readFlags(parameters, {
    home: { type: 'string' },
    name: { type: 'string' },
    log: { type: 'string', multiple: true, default: [] },
    port: { type: 'string', default: '4195' },
    host: { type: 'string', default: '127.0.0.1' },
  });
  const logs = values?.log.map(readNoteKey) ?? [];
  const known = logs.filter((key): key is NoteKey => key?.kind === 'note');
  const port = portNumber(values?.port);
  const isCall = values !== undefined && known.length === logs.length;
  if (!isCall || port === undefined || values.home === undefined || values.name === undefined) {
    console.error(USAGE);
    return 2;
  }
  const signer = openSigner(values.home, values.name);
  if (signer === undefined) {
    console.error(
      `${join(values.home, KEY_FILE)}: kunci rusak atau bernama lain / the key is damaged or of another name`,
    );
    return 2;
  }
  if (known.length === 0) {
    console.log(writeNoteKey(signer));
    return 0;
  }
  const server = openWitnessDoor({
    signer,
    logs: known,
    state: openWitnessState(values.home),
    now: Date.now,
  });
  const refused = await new Promise<Error | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(port, values.host, () => resolve(undefined));
  });
  if (refused !== undefined) {
    console.error(
      `Pintu ${port} tidak dapat dibuka; tidak ada yang disaksikan. Pilih --port lain. / Port ${port} cannot be opened; nothing is witnessed. Choose another --port. (${refused.message})`,
    );
    return 1;
  }
  const address = server.address();
  const openPort = typeof address === 'object' && address !== null ? address.port : port;
  console.log(`witness ready http://${values.host}:${openPort} · ${writeNoteKey(signer)}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return 0;
}

const KEY_FILE = 'witness.key';

/** The witness's own key, made at the first start. @returns undefined when the file holds another one */
function openSigner(home: string, name: string): NoteSigner | undefined {
  const path = join(home, KEY_FILE);
  if (!existsSync(path)) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const made = noteSigner(name, 'cosignature', Uint8Array.from(randomBytes(32)));
    writeFileSync(path, `${writeNoteSigner(made)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  const signer = readNoteSigner(readFileSync(path, 'utf8').trim());
  return signer?.kind === 'cosignature' && signer.name === name ? signer : undefined;
}
