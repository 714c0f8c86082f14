import { type Language, phrasesOf } from '@bilik/words';
import { candidateWords } from './candidate-phrases.ts';
import { compile } from './compile.ts';
import { type VillageOfPaper, villageFrame } from './village-frame.ts';

export interface BallotProofPaper extends VillageOfPaper {
  /** As the booth shows them, in its order: candidates by number, the empty column, the blank vote. */
  readonly options: readonly {
    /** Of a candidate. */
    readonly number: number | null;
    readonly label: string;
    /** JPEG of the cropped photo; null for what has none. */
    readonly photo: Uint8Array | null;
  }[];
  readonly contest: string;
  readonly fingerprint: string;
  readonly language?: Language;
}

const say = phrasesOf(candidateWords);

/** Contoh surat suara with a line for each candidate's signature, PDF/A-2b; same content, same bytes. */
export function renderBallotProof({ language = 'id', ...paper }: BallotProofPaper): Uint8Array {
  const frame = villageFrame(language, paper);
  const files = paper.options.map((_, index) => `proof-photo-${index}.jpg`);
  return compile(
    'ballot-proof.typ',
    {
      ...frame,
      title: say(language, 'candidates.proof.title'),
      contest: paper.contest,
      note: say(language, 'candidates.proof.note'),
      fingerprintLabel: say(language, 'candidates.proof.fingerprint'),
      fingerprint: paper.fingerprint,
      options: paper.options.map(({ number, label, photo }, index) => ({
        number: number === null ? null : String(number),
        label,
        photo: photo === null ? null : (files[index] ?? null),
      })),
      signatures: paper.options
        .filter(({ number }) => number !== null)
        .map(({ label }) => say(language, 'candidates.proof.signature', { name: label })),
    },
    Date.parse(`${paper.day}T00:00:00Z`) / 1000,
    new Map(
      paper.options.flatMap(({ photo }, index) =>
        photo === null ? [] : [[files[index] ?? '', photo] as const],
      ),
    ),
  );
}
