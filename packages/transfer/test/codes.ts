import type { CodeContent, CodeKey, CodeOrigin, ResultContent } from '../src/signed-code/index.ts';
import { STATION } from './place.ts';

export const ORIGIN: CodeOrigin = {
  kind: 'exercise',
  pollingPlace: '16.07.01.2001-001',
  electionFingerprint: `${'Bilik0'.repeat(7)}A`,
};

export const CODE_KEY: CodeKey = { ...ORIGIN, signingKey: STATION.publicKey };

/** 300 voters, five candidates. */
export const RESULT: ResultContent = {
  type: 'result',
  source: 'trustees',
  users: 297,
  casts: 294,
  contests: [
    {
      contest: 'kepala-desa',
      options: [
        { key: 'c1', votes: 121 },
        { key: 'c2', votes: 98 },
        { key: 'c3', votes: 40 },
        { key: 'c4', votes: 18 },
        { key: 'c5', votes: 11 },
        { key: 'blank', votes: 6 },
      ],
      valid: 288,
      invalid: 6,
    },
  ],
  slips: { printed: 301, spoiled: 7, inBox: 294 },
  heldSums: 0,
  recordHash: 'ab'.repeat(32),
  minutesFingerprint: '0c'.repeat(32),
};

export const CONTENTS: Readonly<Record<CodeContent['type'], CodeContent>> = {
  figures: { type: 'figures', phase: 'open', hour: 9, present: { L: 61, P: 74 }, openProblems: 1 },
  result: RESULT,
  paper: { type: 'paper', paper: 'minutes', fingerprint: 'fe'.repeat(32) },
  key: { type: 'key', signingKey: STATION.publicKey },
};
