import { createHash } from 'node:crypto';
import { electionPublicKey } from '@bilik/ballot';
import { recordQuestions, rulePackFingerprintText } from '@bilik/election';
import { publicKeyOf } from '@bilik/transfer';
import { PlaceRefused } from './place-refused.ts';
import { PLACE_FILES } from './prepared-files.ts';
import type { PreparedPlace } from './prepared-place.ts';

/** Files that are each sound may still belong to two different polling places. Throws PlaceRefused with the file that disagrees. */
export function mustAgree(place: PreparedPlace): void {
  const disagree = (file: string, detail: string): never => {
    throw new PlaceRefused({ type: 'place-files-disagree', file, detail });
  };
  const { definition, election, credentials, trustees, devices, secrets, rulePack } = place;
  const questions = recordQuestions(definition).map(({ question, answers }) => [question, answers]);
  const recorded = election.questions.map(({ question, answers }) => [question, answers]);
  if (JSON.stringify(questions) !== JSON.stringify(recorded)) {
    disagree(PLACE_FILES.election, 'its questions are not those of the definition');
  }
  if (election.bilik?.pollingPlace !== definition.pollingPlace.id) {
    disagree(PLACE_FILES.election, `it is for polling place ${election.bilik?.pollingPlace ?? 'none'}`);
  }
  if (election.bilik?.kind !== definition.kind) disagree(PLACE_FILES.election, 'exercise and real are mixed');
  if (election.bilik?.signingKey !== publicKeyOf(secrets.signingKey)) {
    disagree(PLACE_FILES.secrets, 'its signing key is not the one in the election object');
  }
  if (credentials.size !== definition.tokenCards) {
    disagree(PLACE_FILES.credentials, `${credentials.size} cards listed, ${definition.tokenCards} announced`);
  }
  const { members, threshold } = definition.trustees;
  const [item] = trustees.items;
  if (trustees.owners.length !== members.length) {
    disagree(PLACE_FILES.trustees, 'not as many trustees as the definition names');
  }
  if (trustees.items.length !== 1 || item?.kind !== 'threshold' || item.threshold !== threshold) {
    disagree(PLACE_FILES.trustees, `not ${threshold} of ${members.length} as the definition says`);
  }
  // trustees of another election could never open this one: that would be known only after the last vote
  if (electionPublicKey(election.group, trustees) !== election.encryptionKey.base) {
    disagree(PLACE_FILES.trustees, 'their key is not the one that ballots are encrypted for');
  }
  for (const [role, count] of [
    ['booth', definition.booths],
    ['desk', definition.desks],
    ['trustee', members.length],
    ['board', 1],
  ] as const) {
    const numbers = new Set(devices.filter((device) => device.role === role).map(({ number }) => number));
    const missing = Array.from({ length: count }, (_, index) => index + 1).find((one) => !numbers.has(one));
    if (missing !== undefined) disagree(PLACE_FILES.devices, `${role}-${missing} is missing`);
    // a booth that nobody announced would have no case and no counter
    if (role === 'booth' && numbers.size !== count)
      disagree(PLACE_FILES.devices, 'more booths than announced');
  }
  if (
    createHash('sha256').update(rulePackFingerprintText(rulePack)).digest('hex') !==
    definition.rulePack.fingerprint
  ) {
    disagree(PLACE_FILES.rulePack, 'not the rule pack that the definition names');
  }
  mustBeItsPeople(place, disagree);
  mustBeTheList(place, disagree);
}

/** Everyone of the definition but the witnesses, who only sign papers, has a PIN; nobody else has. */
function mustBeItsPeople(
  { definition, people }: PreparedPlace,
  disagree: (file: string, detail: string) => never,
): void {
  const expected = definition.people.filter(({ role }) => role !== 'witness').map(({ id }) => id);
  const prepared = people.map(({ person }) => person);
  if (prepared.toSorted().join() !== expected.toSorted().join()) {
    disagree(
      PLACE_FILES.people,
      'its people are not those of the definition, once each and without witnesses',
    );
  }
  if (new Set(people.map(({ salt }) => salt)).size !== people.length) {
    disagree(PLACE_FILES.people, 'a salt is there twice');
  }
}

/** The desk's list holds no full NIK, so its fingerprint cannot be recomputed here: numbers and sums are what can be held against it. */
function mustBeTheList(
  { definition, voters, checkIn }: PreparedPlace,
  disagree: (file: string, detail: string) => never,
): void {
  const eligible = voters.filter(({ listKind, ineligible }) => listKind === 'DPT' && ineligible === null);
  for (const sex of ['L', 'P'] as const) {
    const listed = eligible.filter((voter) => voter.sex === sex).length;
    if (listed !== definition.voterList.registered[sex]) {
      disagree(
        PLACE_FILES.voters,
        `${listed} voters of sex ${sex}, ${definition.voterList.registered[sex]} announced`,
      );
    }
  }
  if (new Set(voters.map(({ number }) => number)).size !== voters.length) {
    disagree(PLACE_FILES.voters, 'a list number is there twice');
  }
  if (new Set(voters.map(({ nikKeyedHash }) => nikKeyedHash)).size !== voters.length) {
    disagree(PLACE_FILES.voters, 'a NIK is there twice');
  }
  const numbers = new Set(voters.map(({ number }) => number));
  const stray = checkIn.cardHolders.find((number) => !numbers.has(number));
  if (stray !== undefined) {
    disagree(PLACE_FILES.checkIn, `a card is registered for number ${stray}, who is not on the list`);
  }
}
