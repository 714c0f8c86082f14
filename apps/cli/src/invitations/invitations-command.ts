import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseElection } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { parseElectionDefinition, voterSchema } from '@bilik/election';
import { z } from 'zod';
import { readValues } from '../package/read-values.ts';
import { invitationSheets } from './invitation-sheets.ts';

export const USAGE =
  'bilik invitations --place FOLDER --key FILE.pem --out FILE.pdf\n' +
  '  FOLDER: definition.json, election.json, desk-voters.json dari satu TPS / of one polling place\n' +
  '  FILE.pem: kunci Ed25519 kantor yang menandatangani paket / the office’s Ed25519 key, the one that signs the package';

/** What a letter needs of a row of the list; the rest is passed over. */
const ListedSchema = z.array(
  z.looseObject({
    number: voterSchema.shape.number,
    name: voterSchema.shape.name,
    hamlet: voterSchema.shape.hamlet,
    rt: z.string().max(3),
    rw: z.string().max(3),
    ineligible: voterSchema.shape.ineligible,
  }),
);

/** Makes the invitations of one polling place from its prepared list, before the day. */
export async function invitationsCommand(parameters: readonly string[]): Promise<number> {
  const asked = readValues(parameters, {
    place: { type: 'string' },
    key: { type: 'string' },
    out: { type: 'string' },
  });
  const { place, key, out } = asked?.values ?? {};
  if (place === undefined || key === undefined || out === undefined) {
    console.error(USAGE);
    return 2;
  }
  const textOf = (file: string): string => readFileSync(join(place, file), 'utf8');
  const definition = parseElectionDefinition(JSON.parse(textOf('definition.json')));
  const election = parseElection(textOf('election.json'), { groups: [nativeGroup()] });
  const voters = ListedSchema.safeParse(JSON.parse(textOf('desk-voters.json')));
  if (!definition.ok || !election.ok || !voters.success) {
    console.error(
      `${place}: berkas TPS tidak utuh; tidak ada undangan yang dibuat. / the files of the polling place are not whole; nothing was made.`,
    );
    return 1;
  }
  const sheets = invitationSheets({
    definition: definition.value,
    electionUuid: election.value.uuid,
    voters: voters.data,
    issuerKey: readFileSync(key, 'utf8'),
  });
  writeFileSync(out, sheets, { mode: 0o600 });
  const invited = voters.data.filter(({ ineligible }) => ineligible === null).length;
  console.log(`${out}: ${invited} undangan / invitations`);
  return 0;
}
