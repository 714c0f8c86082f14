import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectionDefinition } from '@bilik/election';
import { makeVoices, type Speaker } from './make-voices.ts';

export type VoicesProblem =
  /** Recordings of other words than today's: a person records them again or deletes them. */
  | { readonly type: 'voices-stale'; readonly files: readonly string[] }
  /** No speaker on this machine, or the folder cannot be written. */
  | { readonly type: 'voices-not-made'; readonly reason: string };

/**
 * The clips that a package carries for its booths, by file name, whole in every language.
 * @param folder of recordings, in which what is missing is made; without one, all are made and nothing of them stays on this machine
 */
export async function packageVoices(
  definition: ElectionDefinition,
  folder: string | undefined,
  speaker: Speaker,
): Promise<
  | { readonly ok: true; readonly value: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly error: VoicesProblem }
> {
  const own = folder === undefined ? mkdtempSync(join(tmpdir(), 'bilik-voices-')) : undefined;
  const where = folder ?? own ?? '';
  try {
    const { made, recorded, stale } = await makeVoices(where, definition, speaker);
    if (stale.length > 0) return { ok: false, error: { type: 'voices-stale', files: stale } };
    const clips = [...made, ...recorded].map(
      (file) => [file, new Uint8Array(readFileSync(join(where, file)))] as const,
    );
    return { ok: true, value: new Map(clips) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, error: { type: 'voices-not-made', reason: error.message } };
  } finally {
    if (own !== undefined) rmSync(own, { recursive: true, force: true });
  }
}

const SHOWN_FILES = 8;

/** What happened, what did not, and what to do, in both languages. */
export function explainVoices(problem: VoicesProblem): string {
  switch (problem.type) {
    case 'voices-stale':
      return [
        'Rekaman ini mengucapkan kata yang lama; paket tidak dibuat. Rekam lagi atau hapus. /',
        'These recordings say older words; no package was made. Record them again or delete them.',
        ...problem.files.slice(0, SHOWN_FILES).map((file) => `  ${file}`),
      ].join('\n');
    case 'voices-not-made':
      return (
        `Suara bilik tidak dapat dibuat (${problem.reason}); paket tidak dibuat. Pasang espeak-ng, atau pakai --without-voices.\n` +
        'The voices could not be made; no package was made. Install espeak-ng, or use --without-voices.'
      );
  }
}
