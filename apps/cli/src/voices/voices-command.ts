import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ElectionDefinition, parseElectionDefinition } from '@bilik/election';
import { checkVoices, espeak, makeVoices, type VoiceStanding } from './make-voices.ts';

export const USAGE = `bilik voices --definition BERKAS --out DIR [--check]
  Membuat panduan suara bilik dengan espeak-ng: satu berkas WAV per kalimat, calon, dan angka, serta voices.json.
  Makes the booth's spoken guidance with espeak-ng: one WAV file a sentence, candidate and digit, and voices.json.
  Berkas boleh diganti rekaman bernama sama; jalankan lagi dengan --check untuk melihat rekaman yang katanya sudah lain.
  A file may be replaced by a recording of the same name; --check shows recordings whose words have changed since.
  Selesai dengan 0: lengkap, 1: ada yang kurang atau usang, 2: tidak dapat dibuat. /
  Exit code 0: complete, 1: something is missing or stale, 2: could not be made.`;

function readDefinition(path: string): ElectionDefinition | string {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return `Tidak terbaca / not readable: ${path}`;
  }
  const parsed = parseElectionDefinition(content);
  return parsed.ok ? parsed.value : `Bukan definisi pemilihan / not an election definition: ${path}`;
}

function describe(standing: VoiceStanding): string {
  const { made, recorded, stale, missing } = standing;
  const named = (words: string, files: readonly string[]) => files.map((file) => `  ${words}: ${file}`);
  return [
    `dibuat mesin / made by machine: ${made.length}; rekaman / recordings: ${recorded.length}; ` +
      `usang / stale: ${stale.length}; kurang / missing: ${missing.length}`,
    ...named('usang, rekam lagi atau hapus / stale, record again or delete', stale),
    ...named('kurang / missing', missing),
  ].join('\n');
}

/** `bilik voices`: makes or checks spoken guidance. @returns 0 complete, 1 something missing or stale, 2 not made */
export async function voicesCommand(parameters: readonly string[]): Promise<number> {
  let values: { definition?: string; out?: string; check?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...parameters],
      options: { definition: { type: 'string' }, out: { type: 'string' }, check: { type: 'boolean' } },
    }));
  } catch {
    values = {};
  }
  if (values.definition === undefined || values.out === undefined) {
    console.error(USAGE);
    return 2;
  }
  const definition = readDefinition(values.definition);
  if (typeof definition === 'string') {
    console.error(definition);
    return 2;
  }
  try {
    const standing =
      values.check === true
        ? checkVoices(values.out, definition)
        : await makeVoices(values.out, definition, espeak);
    console.log(describe(standing));
    return standing.stale.length + standing.missing.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`Panduan suara tidak dapat dibuat / the voices could not be made: ${error.message}`);
    return 2;
  }
}
