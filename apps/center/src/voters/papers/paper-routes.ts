import { civilClock } from '@bilik/election';
import {
  type PostedVoter,
  renderFinalListStatement,
  renderPostedVoterList,
  renderRegistrationNotice,
  renderVoterListChanges,
  renderVoterRecapitulation,
} from '@bilik/papers';
import { MOST_PLACES } from '@bilik/voters';
import { placeNumber } from '@bilik/words/format';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CenterParts } from '../../center-parts.ts';
import type { ActContext, ActsDoor } from '../../http/acts-door.ts';
import type { Identities } from '../identity/identities.ts';
import { personOf, type VoterRow } from '../identity/voter-row.ts';
import { villageRows, voterRow } from '../list/list-routes.ts';
import { noteLook } from '../note-look.ts';
import { electionId, reason, village, voterId } from '../voter-input.ts';
import { type PlaceRecap, paperVillage, placeRecaps, villageRecaps } from './paper-facts.ts';

const shared = { election: electionId, village, why: reason.default('diumumkan') };
const Ask = z.discriminatedUnion('form', [
  z.strictObject({
    ...shared,
    form: z.literal('list'),
    place: z.int().min(1).max(MOST_PLACES).nullable().default(null),
  }),
  z.strictObject({ ...shared, form: z.literal('changes') }),
  z.strictObject({ ...shared, form: z.literal('recapitulation') }),
  z.strictObject({ ...shared, form: z.literal('statement') }),
  z.strictObject({ ...shared, form: z.literal('notice'), voter: voterId }),
  z.strictObject({
    election: electionId,
    area: z.string().regex(/^\d{2}\.\d{2}$/),
    form: z.literal('regency-recapitulation'),
  }),
]);

export type PaperRefusal =
  | { readonly type: 'list-unknown' }
  | { readonly type: 'list-not-final' }
  | { readonly type: 'voter-unknown' }
  /** A paper of so many lines is printed by polling place. */
  | { readonly type: 'paper-too-long'; readonly lines: number; readonly most: number };

const refuse = (error: PaperRefusal) => ({ ok: false, error }) as const;
const MOST_LINES = 3000;
const PDF = 'application/pdf';

/** The forms that a committee posts and signs, as PDF. */
export function openPaperRoutes(acts: ActsDoor, { kind }: CenterParts, identities: Identities): void {
  acts.paper('voters.paper', Ask, async (input, context) => {
    const { transaction, now } = context;
    if (input.form === 'regency-recapitulation') {
      const facts = await paperVillage(transaction, input.election, input.area, kind, now);
      if (facts === undefined) return refuse({ type: 'list-unknown' });
      const lines = await villageRecaps(transaction, input.election, input.area);
      const stages = new Set(lines.map(({ stage }) => stage));
      const [only] = stages;
      const stage = stages.size === 1 && only !== undefined ? only : null;
      return paper(
        `rekap-${input.area}`,
        renderVoterRecapitulation({ ...facts.paper, unit: 'village', stage, lines }),
      );
    }
    const { election, village: area, form, why } = input;
    const facts = await paperVillage(transaction, election, area, kind, now);
    if (facts?.list === undefined) return refuse({ type: 'list-unknown' });
    const { list } = facts;
    await noteLook(context, {
      ...{ election, area, what: 'paper', why: `${form}: ${why}`.slice(0, 200) },
      voters: [input.form === 'notice' ? input.voter : null],
    });
    switch (input.form) {
      case 'list': {
        const rows = (await villageRows(transaction, election, area)).filter(
          ({ place_number }) => input.place === null || place_number === input.place,
        );
        if (rows.length > MOST_LINES)
          return refuse({ type: 'paper-too-long', lines: rows.length, most: MOST_LINES });
        const fingerprint =
          input.place === null
            ? list.fingerprint
            : (list.place_fingerprints?.[`${area}-${String(input.place).padStart(3, '0')}`] ?? null);
        return paper(
          `${list.stage}-${area}-${input.place ?? 'desa'}`,
          renderPostedVoterList({
            ...facts.paper,
            ...{ stage: list.stage, place: input.place, fingerprint, posting: facts.posting },
            voters: rows.map((row) => postedVoter(identities, row)),
          }),
        );
      }
      case 'changes':
        return paper(
          `perubahan-${area}`,
          renderVoterListChanges({ ...facts.paper, changes: await approvedChanges(context, election, area) }),
        );
      case 'recapitulation':
        return paper(
          `rekap-${area}`,
          renderVoterRecapitulation({
            ...{ ...facts.paper, unit: 'place', stage: list.stage },
            lines: (await placeRecaps(transaction, election, area)).map((place) => ({
              ...{ name: `TPS ${placeNumber(place.number)}`, places: 1 },
              ...{ men: place.men, women: place.women },
            })),
          }),
        );
      case 'statement': {
        if (list.fingerprint === null || list.locked_at === null) return refuse({ type: 'list-not-final' });
        const { date, time } = civilClock(list.locked_at.getTime(), facts.zone);
        const places = await placeRecaps(transaction, election, area);
        return paper(
          `penetapan-${area}`,
          renderFinalListStatement({
            ...{ ...facts.paper, fingerprint: list.fingerprint, lockedAt: `${date} ${time} ${facts.zone}` },
            places: places.map((place) => withFingerprint(place, area, list.place_fingerprints ?? {})),
          }),
        );
      }
      case 'notice': {
        const row = await voterRow(transaction, election, input.voter);
        if (row?.area !== area) return refuse({ type: 'voter-unknown' });
        return paper(
          `terdaftar-${row.id}`,
          renderRegistrationNotice({
            ...{ ...facts.paper, voter: postedVoter(identities, row), place: row.place_number },
            votingDate: facts.votingDate,
          }),
        );
      }
    }
  });
}

function paper(name: string, bytes: Uint8Array) {
  return { ok: true, value: { bytes, type: PDF, fileName: `${name}.pdf` } } as const;
}

function postedVoter(identities: Identities, row: VoterRow): PostedVoter {
  const { nik, name, sex, hamlet, rt, rw } = personOf(identities, row);
  const { ineligible_reason: why, ineligible_evidence: evidence } = row;
  // who was marked beside a locked list stands in it as on the day of the lock
  const ineligible = why === null || row.marked_beside ? null : { reason: why, evidence: evidence ?? '' };
  return { nik, name, sex, hamlet, rt, rw, ineligible, number: row.number };
}

function withFingerprint(place: PlaceRecap, area: string, fingerprints: Readonly<Record<string, string>>) {
  const fingerprint = fingerprints[`${area}-${String(place.number).padStart(3, '0')}`];
  if (fingerprint === undefined)
    throw new Error(`polling place ${place.number} of ${area} has no fingerprint`);
  return { ...place, fingerprint };
}

async function approvedChanges({ transaction }: ActContext, election: string, area: string) {
  const { rows } = await sql<{
    name: string;
    kind: 'add' | 'correct' | 'mark-ineligible' | 'restore';
    evidence: string;
  }>`
    select voter.name, kind, evidence from voter_proposal proposal join voter on voter.id = proposal.voter
    where proposal.election = ${election} and proposal.area = ${area} and state = 'approved'
    order by proposal.id limit ${MOST_LINES}`.execute(transaction);
  return rows;
}
