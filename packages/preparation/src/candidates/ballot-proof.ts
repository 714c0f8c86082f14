import {
  type BallotOption,
  ballotOptions,
  type Contest,
  canonicalText,
  contestSchema,
  fingerprintText,
} from '@bilik/election';
import type { Sha256 } from './draw.ts';

/** A candidate as the office knows them when numbers are drawn. */
export interface StandingCandidate {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** SHA-256 of the cropped photo; null: none yet. */
  readonly photoHash: string | null;
}

/** What the voter will see, and the fingerprint that candidates sign for. */
export interface BallotProof {
  readonly contest: Contest;
  readonly options: readonly BallotOption[];
  /** Changes with any number, name or photo. */
  readonly fingerprint: string;
}

/** One candidate's word that the proof is right. */
export interface SignOff {
  readonly candidate: string;
  readonly fingerprint: string;
}

/** Names of photo files in a package: by candidate number, as the booth asks for them. */
export function photoFile(number: number): string {
  return `candidate-${number}.jpg`;
}

/**
 * The ballot of a village, made of the very options that the booth shows and the record counts.
 * @param candidates 1 to 5, numbers distinct; gaps are allowed
 */
export function ballotProof(
  village: { readonly code: string; readonly name: string },
  candidates: readonly StandingCandidate[],
  sha256: Sha256,
): BallotProof {
  const contest = contestSchema.parse({
    id: 'village-head',
    office: 'village-head',
    title: {
      id: `Pemilihan Kepala Desa ${village.name}`,
      en: `Election of the head of ${village.name}`,
    },
    candidates: [...candidates]
      .sort((left, right) => left.number - right.number)
      .map(({ number, name, photoHash }) => ({
        number,
        name,
        ...(photoHash === null ? {} : { photo: { file: photoFile(number), fingerprint: photoHash } }),
      })),
  });
  return {
    contest,
    options: ballotOptions(contest),
    fingerprint: sha256(fingerprintText('ballot-proof', canonicalText({ village: village.code, contest }))),
  };
}

/** Candidates who have not signed for this very proof: a sign-off of an earlier look counts for nothing. */
export function notSignedOff(
  { fingerprint }: Pick<BallotProof, 'fingerprint'>,
  candidates: readonly Pick<StandingCandidate, 'id'>[],
  signOffs: readonly SignOff[],
): readonly string[] {
  return candidates
    .map(({ id }) => id)
    .filter(
      (id) => !signOffs.some((signOff) => signOff.candidate === id && signOff.fingerprint === fingerprint),
    );
}
