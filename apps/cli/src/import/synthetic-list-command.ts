import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { civilClock, parseCivilDate } from '@bilik/election';
import {
  findVillage,
  generateVoterList,
  type ListStyle,
  PLAIN_STYLE,
  SYNTHETIC_NOTICE,
  writeVoterList,
} from '@bilik/intake';

export const USAGE = `bilik synthetic-list --village KODE --voters N [--seed BENIH] [--voting-date TTTT-BB-HH] --out BERKAS.csv|.xlsx
  Membuat daftar pemilih buatan untuk latihan. / Makes up a voter list for exercises.
  Benih yang sama, daftar yang sama; NIK dengan kode kecamatan 99 tidak dimiliki siapa pun.
  Same seed, same list; numbers of sub-district 99 are nobody's.`;
const MAX_VOTERS = 100_000;

/** `bilik synthetic-list`: writes a list of people who do not exist. @returns 0 written, 2 not understood or not written */
export async function syntheticListCommand(parameters: readonly string[]): Promise<number> {
  const problem = await write(parameters);
  if (problem === null) return 0;
  console.error(problem);
  return 2;
}

async function write(parameters: readonly string[]): Promise<string | null> {
  let values: ReturnType<typeof parseLine>['values'];
  try {
    ({ values } = parseLine(parameters));
  } catch {
    return USAGE;
  }
  const { out, seed } = values;
  const voters = Number(values.voters);
  const format = /\.(csv|xlsx)$/i.exec(out ?? '')?.[1]?.toLowerCase();
  const votingDate = parseCivilDate(values['voting-date'] ?? civilClock(Date.now(), 'WIB').date);
  if (out === undefined || format === undefined || values.village === undefined || !votingDate.ok)
    return USAGE;
  if (!Number.isInteger(voters) || voters < 1 || voters > MAX_VOTERS)
    return `--voters 1…${MAX_VOTERS}\n${USAGE}`;
  const village = findVillage(values.village);
  if (!village.ok) return `${village.error.sentence.id}\n${village.error.sentence.en}`;
  const list = generateVoterList({ village: village.value, voters, seed, votingDate: votingDate.value });
  const style: ListStyle =
    format === 'csv'
      ? { ...PLAIN_STYLE, format, separator: ';', encoding: 'utf-8-mark', lineEnd: '\r\n' }
      : { ...PLAIN_STYLE, format: 'xlsx', dateSystem: 1900, sheets: 'one' };
  const bytes = await writeVoterList(list.voters, style);
  try {
    await writeFile(out, bytes, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    return `Berkas tidak dapat ditulis / the file cannot be written: ${out} (${error.code})`;
  }
  console.log(
    `${out}: ${list.voters.length} · ${village.value.name}\n${SYNTHETIC_NOTICE.id}\n${SYNTHETIC_NOTICE.en}`,
  );
  return null;
}

function parseLine(parameters: readonly string[]) {
  return parseArgs({
    args: [...parameters],
    options: {
      village: { type: 'string' },
      voters: { type: 'string', default: '120' },
      seed: { type: 'string', default: '7' },
      'voting-date': { type: 'string' },
      out: { type: 'string' },
    },
  });
}
