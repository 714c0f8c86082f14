import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { nativeGroup } from '@bilik/ballot/native';
import { explainTakeOver } from '../explain-start.ts';
import { type Confirmations, ConfirmationsSchema } from '../people/pin-check.ts';
import { takeOver } from './take-over.ts';

const PEOPLE = 2;

/** Two people name themselves on the terminal, each with a PIN that is not shown. A line a person, `ketua 123456`, when it is no terminal. */
async function askPeople(): Promise<Confirmations | undefined> {
  const { stdin, stderr } = process;
  const isTerminal = stdin.isTTY === true;
  // what is typed is echoed by nobody: it holds a PIN
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: isTerminal });
  const said: string[] = [];
  const ask = (): void => {
    if (isTerminal)
      stderr.write(`Orang ${said.length + 1} dari ${PEOPLE}, nama pendek dan PIN / person and PIN: `);
  };
  ask();
  for await (const line of lines) {
    said.push(line.trim());
    if (isTerminal) stderr.write('\n');
    if (said.length === PEOPLE) break;
    ask();
  }
  lines.close();
  const confirmations = said.map((line) => {
    const [person = '', pin = ''] = line.split(/\s+/);
    return { person, pin };
  });
  return ConfirmationsSchema.safeParse(confirmations).data;
}

/** `station --take-over`: says what came of it. @returns whether the station may start */
export async function takeOverByCommand(folders: {
  readonly home: string;
  readonly second: string;
}): Promise<boolean> {
  const confirmations = await askPeople();
  if (confirmations === undefined) {
    console.error(
      'Tidak terbaca: tulis nama pendek dan PIN enam angka. Tidak ada yang berubah.\n' +
        'Not readable: write a short name and a PIN of six digits. Nothing was changed.',
    );
    return false;
  }
  const taken = await takeOver({
    ...folders,
    group: nativeGroup(),
    now: Date.now,
    elapsedMs: () => performance.now(),
    confirmations,
  });
  if (!taken.ok) {
    console.error(explainTakeOver(taken.error));
    return false;
  }
  console.log(`station took over, epoch ${taken.value.epoch}`);
  return true;
}
