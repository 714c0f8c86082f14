import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseElection } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { type ElectionDefinition, parseElectionDefinition, type Voter, voterSchema } from '@bilik/election';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';
import { expectRecord } from '../intake/expect-record.ts';

/** The one polling place of an exercise that is open on this machine, as its office prepared it. */
export interface LivingPlace {
  readonly definition: ElectionDefinition;
  /** Of the election object, as records name it. */
  readonly election: {
    readonly fingerprint: string;
    readonly uuid: string;
    readonly signingKey: string;
  };
}

/** @param folder with `definition.json` and `election.json` of its package @throws when they are damaged */
export function readLivingPlace(folder: string): LivingPlace {
  const definition = parseElectionDefinition(
    JSON.parse(readFileSync(join(folder, 'definition.json'), 'utf8')),
  );
  const election = parseElection(readFileSync(join(folder, 'election.json'), 'utf8'), {
    groups: [nativeGroup()],
  });
  if (!definition.ok || !election.ok || election.value.bilik === undefined) {
    throw new Error(`${folder} holds no whole polling place`);
  }
  const { fingerprint, uuid, bilik } = election.value;
  return { definition: definition.value, election: { fingerprint, uuid, signingKey: bilik.signingKey } };
}

/** @param file the people of the living place's list, as JSON */
export function readLivingList(file: string): readonly Voter[] {
  return z
    .array(voterSchema)
    .min(1)
    .max(5000)
    .parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Makes the center wait for the record of the living place, by the package that its station has. The place is there. */
export async function expectLivingRecord(
  transaction: Transaction,
  { definition, election }: LivingPlace,
  now: Date,
): Promise<void> {
  const expected = await expectRecord(
    transaction,
    {
      ...{ election: definition.event, place: definition.pollingPlace.id },
      ...{ electionHash: election.fingerprint, electionUuid: election.uuid, signingKey: election.signingKey },
      ...{ listFingerprint: definition.voterList.fingerprint, packageVersion: 1 },
    },
    now,
  );
  if (!expected.ok) throw new Error(`The living polling place is not expected: ${expected.error.type}`);
}
