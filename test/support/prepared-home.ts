import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkCertificates,
  decryptTally,
  type Group,
  makeCertificate,
  makePolynomial,
  makeShareInputs,
  makeShareOutput,
  makeThresholdParameters,
  openDecryptionKey,
  parseElection,
  type RandomSource,
  writeTrustees,
} from '@bilik/ballot';
import { nativeGroup, nodeCcm } from '@bilik/ballot/native';
import type { RulePack } from '@bilik/election';
import {
  type ExerciseHome,
  type ExercisePorts,
  exerciseHome,
  exercisePorts,
} from '../../apps/cli/src/exercise/exercise-home.ts';
import { inventPeople } from '../../apps/cli/src/exercise/exercise-people.ts';
import {
  EXERCISE_THRESHOLD,
  EXERCISE_TRUSTEES,
  type ExerciseVoting,
} from '../../apps/cli/src/exercise/exercise-village.ts';
import { cardPilePath, pinEnvelopesPath, prepareExercise } from '../../apps/cli/src/exercise/prepare.ts';
import { loadPackage } from '../../apps/station/src/place/load-package.ts';

export const random: RandomSource = (count) => new Uint8Array(randomBytes(count));
export const group: Group = nativeGroup();

/** A polling place prepared as an exercise is, but with trustees that live in this process: quick, for tests below the devices. */
export interface PreparedHome {
  readonly home: ExerciseHome;
  readonly ports: ExercisePorts;
  /** Codes in the pile, from its bottom. */
  readonly codes: readonly string[];
  /** Ids with the PINs from their envelopes, as a request carries them; of who has no PIN here, a wrong one. */
  readonly confirmed: (people: readonly string[]) => { readonly person: string; readonly pin: string }[];
  /** One trustee's share of a tally, as its device would give it. */
  readonly share: (owner: number, tally: Parameters<typeof decryptTally>[0]['tally']) => string;
}

/** Signers of a paper, as a request names them: the board's people with their PINs, witnesses by name. */
export function signersOf(
  { confirmed }: Pick<PreparedHome, 'confirmed'>,
  people: readonly string[],
): { confirmations: ReturnType<PreparedHome['confirmed']>; witnesses: readonly string[] } {
  const isWitness = (id: string) => id.startsWith('saksi');
  return {
    confirmations: confirmed(people.filter((id) => !isWitness(id))),
    witnesses: people.filter(isWitness),
  };
}

function must<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}

/** All six steps of the ceremony in one place. @returns the trustees object and each trustee's secret */
function ceremonyInOnePlace(): { readonly text: string; readonly secrets: readonly bigint[] } {
  const made = EXERCISE_TRUSTEES.map(() => makeCertificate(group, random));
  const certificates = made.map(({ certificate }) => certificate);
  must(checkCertificates({ group, certificates }));
  const step = (index: number) => ({
    group,
    certificates,
    seed: made[index]?.seed ?? '',
    random,
    ccm: nodeCcm,
  });
  const polynomials = made.map((_, index) =>
    must(makePolynomial({ ...step(index), threshold: EXERCISE_THRESHOLD })),
  );
  const inputs = must(makeShareInputs({ group, certificates, polynomials }));
  const shareOutputs = inputs.map((shareInput, index) =>
    must(makeShareOutput({ ...step(index), shareInput })),
  );
  const { parameters, decryptionKeys } = must(
    makeThresholdParameters({ group, certificates, polynomials, shareOutputs }),
  );
  const secrets = decryptionKeys.map((decryptionKey, index) =>
    must(openDecryptionKey({ group, seed: made[index]?.seed ?? '', decryptionKey, random, ccm: nodeCcm })),
  );
  return { text: writeTrustees(group, [{ kind: 'threshold', parameters }]), secrets };
}

export async function prepareHome(input: {
  readonly root: string;
  readonly voters: number;
  readonly cards: number;
  readonly booths?: number;
  readonly desks?: number;
  readonly firstPort?: number;
  /** A list of five trustees of whom three suffice, made elsewhere; then `share` gives nothing of use. */
  readonly trustees?: string;
  /** Default: the general rules. */
  readonly rulePack?: RulePack;
  /** Begins the regency whose key the package names; left out: the exercise has a receiver of its own. */
  readonly beginRegency?: (home: ExerciseHome) => Promise<string>;
  /** When it was made, which certificates begin with; left out: on the voting day. */
  readonly madeAtMs?: number;
  /** Left out: day and hours of exercises that nobody opens by hand. */
  readonly voting?: ExerciseVoting;
}): Promise<PreparedHome> {
  const home = exerciseHome(input.root);
  const ports = exercisePorts(input.firstPort ?? 4100);
  const ceremony = ceremonyInOnePlace();
  await prepareExercise({
    home,
    ports,
    group,
    people: inventPeople(input.voters, 1607),
    size: { booths: input.booths ?? 1, desks: input.desks ?? 2, cards: input.cards },
    ...(input.rulePack === undefined ? {} : { rulePack: input.rulePack }),
    ...(input.voting === undefined ? {} : { voting: input.voting }),
    now: () => input.madeAtMs ?? Date.UTC(2026, 11, 12),
    random,
    receiver: await input.beginRegency?.(home),
    makeTrustees: async () => input.trustees ?? ceremony.text,
    showElection: async () => undefined,
    async loadPackage({ path, passphrase }) {
      const expected = { kind: 'exercise' } as const;
      must(await loadPackage({ path, home: home.station, passphrase, expected, group, random }));
    },
  });
  const codes: string[] = JSON.parse(readFileSync(cardPilePath(home), 'utf8'));
  const election = must(
    parseElection(readFileSync(join(home.station, 'place', 'election.json'), 'utf8'), { groups: [group] }),
  );
  const envelopes: { readonly person: string; readonly pin: string }[] = JSON.parse(
    readFileSync(pinEnvelopesPath(home), 'utf8'),
  );
  const pins = new Map(envelopes.map(({ person, pin }) => [person, pin]));
  return {
    home,
    ports,
    codes,
    confirmed: (people) => people.map((person) => ({ person, pin: pins.get(person) ?? '000000' })),
    share(owner, tally) {
      const privateKey = ceremony.secrets[owner - 1];
      if (privateKey === undefined) throw new Error(`There is no trustee ${owner}`);
      return decryptTally({ election, tally, privateKey, random });
    },
  };
}
