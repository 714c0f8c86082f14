import { Readable } from 'node:stream';
import { type CivilDate, civilDate, maskFamilyCard, maskNik } from '@bilik/election';
import { z } from 'zod';
import { withPeople } from '../../accounts/people.ts';
import type { CenterParts } from '../../center-parts.ts';
import type { Transaction } from '../../database/connect.ts';
import { appendEvent } from '../../events/append-event.ts';
import type { ActsDoor } from '../../http/acts-door.ts';
import type { Identities } from '../identity/identities.ts';
import { personOf, type VoterRow } from '../identity/voter-row.ts';
import { countNikTry, type NikTriesRefusal } from '../nik-tries.ts';
import { noteLook } from '../note-look.ts';
import { areaCode, electionId, reason, village, voterId } from '../voter-input.ts';
import { separatedValues } from './separated-values.ts';
import { isWholeNik, voterPage } from './voter-page.ts';

const List = z.strictObject({
  election: electionId,
  area: areaCode,
  text: z.string().trim().min(1).max(100).nullable().default(null),
  show: z.enum(['all', 'eligible', 'ineligible', 'undivided']).default('all'),
  after: z
    .strictObject({ area: areaCode, name: z.string().max(100), id: voterId })
    .nullable()
    .default(null),
});
const See = z.strictObject({ election: electionId, voter: voterId, why: reason });
const Export = z.strictObject({ election: electionId, village, why: reason });

export type ListRefusal =
  | { readonly type: 'election-unknown' }
  | { readonly type: 'voter-unknown' }
  | NikTriesRefusal;

const refuse = (error: ListRefusal) => ({ ok: false, error }) as const;
const SHOWN_LOOKS = 50;

/** Lists, searches, one person, and the list as a file. */
export function openListRoutes(acts: ActsDoor, _parts: CenterParts, identities: Identities): void {
  acts.act('voters.list', List, async ({ election, area, text, show, after }, context) => {
    const votingDate = await votingDateOf(context.transaction, election);
    if (votingDate === undefined) return refuse({ type: 'election-unknown' });
    const isNik = text !== null && isWholeNik(text);
    const tooMany = isNik ? await countNikTry(context, identities, text, 'search') : undefined;
    if (tooMany !== undefined) return refuse(tooMany);
    const page = await voterPage(
      context.transaction,
      identities,
      { election, area, votingDate },
      { text, show },
      after,
    );
    if (text !== null) {
      // whoever finds a person by the NIK knows that NIK: it stands under the person
      const found = isNik && page.lines.length > 0 ? page.lines.map(({ id }) => id) : [null];
      const why = /^\d+$/.test(text) ? 'NIK' : 'nama';
      await noteLook(context, { election, area, what: 'search', why, voters: found });
    }
    return { ok: true, value: page };
  });

  acts.act('voters.person', See, async ({ election, voter, why }, context) => {
    const row = await voterRow(context.transaction, election, voter);
    if (row === undefined) return refuse({ type: 'voter-unknown' });
    const looks = await context.transaction
      .selectFrom('voter_look')
      .select(['account', 'at', 'what', 'why'])
      .where('voter', '=', voter)
      .orderBy('at', 'desc')
      .limit(SHOWN_LOOKS)
      .execute();
    await noteLook(context, { election, area: row.area, what: 'person', why, voters: [voter] });
    return {
      ok: true,
      value: { ...shownPerson(identities, row), looks: await withPeople(context.transaction, looks) },
    };
  });

  acts.paper('voters.export', Export, async ({ election, village: area, why }, context) => {
    const rows = await villageRows(context.transaction, election, area);
    await noteLook(context, { election, area, what: 'export', why, voters: [null] });
    await appendEvent(context.transaction, {
      ...{ act: 'voters.export', area, subject: area, account: context.by.account, at: context.now },
      after: { rows: rows.length },
    });
    const lines = [
      ['TPS', 'No', 'NIK', 'Nama', 'L/P', 'Dusun', 'RW', 'RT', 'Status', 'Keterangan'],
      ...rows.map((row) => [
        String(row.place_number ?? ''),
        String(row.number ?? ''),
        maskNik(identities.openNik(row.nik_sealed, row.nik_hash)),
        row.name,
        row.sex,
        ...[row.hamlet, row.rw, row.rt],
        row.ineligible_reason === null ? '' : 'TMS',
        row.ineligible_evidence ?? '',
      ]),
    ];
    return {
      ok: true,
      value: {
        bytes: Readable.from(separatedValues(lines)),
        type: 'text/csv; charset=utf-8',
        fileName: `daftar-pemilih-${area}.csv`,
      },
    };
  });
}

/** A person for a page that was asked for with a reason: numbers masked, birth date shown. */
export function shownPerson(identities: Identities, row: VoterRow) {
  const { nik, familyCard, ...person } = personOf(identities, row);
  return {
    ...{ id: row.id, area: row.area, place: row.place_number, number: row.number },
    ...person,
    nik: maskNik(nik),
    familyCard: familyCard === null ? null : maskFamilyCard(familyCard),
    ineligible:
      row.ineligible_reason === null
        ? null
        : { reason: row.ineligible_reason, evidence: row.ineligible_evidence, beside: row.marked_beside },
  };
}

export function voterRow(
  transaction: Transaction,
  election: string,
  id: number,
): Promise<VoterRow | undefined> {
  return transaction
    .selectFrom('voter')
    .selectAll()
    .where('election', '=', election)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** All rows of a village, by polling place and number, then by hamlet, RT and name. */
export function villageRows(transaction: Transaction, election: string, area: string): Promise<VoterRow[]> {
  return transaction
    .selectFrom('voter')
    .selectAll()
    .where('election', '=', election)
    .where('area', '=', area)
    .orderBy('place_number')
    .orderBy('number')
    .orderBy('hamlet')
    .orderBy('rw')
    .orderBy('rt')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function votingDateOf(
  transaction: Transaction,
  election: string,
): Promise<CivilDate | undefined> {
  const row = await transaction
    .selectFrom('election')
    .select('voting_date')
    .where('id', '=', election)
    .executeTakeFirst();
  return row === undefined ? undefined : civilDate(row.voting_date);
}
