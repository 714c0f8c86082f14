import { ineligibleReasonSchema, maskFamilyCard, maskNik } from '@bilik/election';
import { isNobodysNumber } from '@bilik/intake';
import { mayDecide, mayPropose, mayWithdraw, type ProposalKind, type ProposalRefusal } from '@bilik/voters';
import { sql } from 'kysely';
import { z } from 'zod';
import { withPeople } from '../../accounts/people.ts';
import { openSecret, sealSecret } from '../../accounts/sealed-secret.ts';
import type { SignedIn } from '../../accounts/sessions.ts';
import type { CenterParts } from '../../center-parts.ts';
import type { Transaction } from '../../database/connect.ts';
import { appendEvent } from '../../events/append-event.ts';
import type { ActsDoor } from '../../http/acts-door.ts';
import { isErased, type VotersErased } from '../erasure/erased-event.ts';
import type { Identities } from '../identity/identities.ts';
import { shownPerson, voterRow } from '../list/list-routes.ts';
import { countNikTry, type NikTriesRefusal } from '../nik-tries.ts';
import { noteLook } from '../note-look.ts';
import { VOTER_ACTS } from '../voter-acts.ts';
import {
  areaCode,
  CorrectionInput,
  electionId,
  PersonInput,
  reason,
  village,
  voterId,
} from '../voter-input.ts';
import { type ApplyRefusal, applyProposal } from './apply-proposal.ts';
import { type EvidenceRefusal, evidenceType, judgeEvidence } from './evidence-file.ts';
import { personMeant } from './person-meant.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const shared = {
  election: electionId,
  village,
  origin: z.enum(['committee', 'objection']),
  evidence: reason,
  evidenceFile: sha256.nullable().default(null),
};
const Propose = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, kind: z.literal('add'), person: PersonInput }),
  z.strictObject({ ...shared, kind: z.literal('correct'), voter: voterId, person: CorrectionInput }),
  z.strictObject({
    ...shared,
    kind: z.literal('mark-ineligible'),
    voter: voterId,
    reason: ineligibleReasonSchema,
  }),
  z.strictObject({ ...shared, kind: z.literal('restore'), voter: voterId }),
]);
const List = z.strictObject({
  election: electionId,
  area: areaCode,
  state: z.enum(['waiting', 'approved', 'refused', 'withdrawn']).default('waiting'),
  after: voterId.nullable().default(null),
});
const One = z.strictObject({ election: electionId, proposal: voterId });
const Decide = One.extend({ approve: z.boolean(), why: reason });

export type ProposeRefusal =
  | ProposalRefusal
  | ApplyRefusal
  | { readonly type: 'list-unknown' }
  | VotersErased
  | { readonly type: 'voter-unknown' }
  | { readonly type: 'proposal-unknown' }
  /** Numbers of exercises do not come into a real list. */
  | { readonly type: 'nik-synthetic' }
  | EvidenceRefusal
  | NikTriesRefusal
  /** Proposals of this kind about this person wait for a decision: of marks one, of corrections a few. */
  | { readonly type: 'proposal-waits-already' };

const refuse = (error: ProposeRefusal) => ({ ok: false, error }) as const;
const PAGE = 50;
/** Waiting proposals about one person. Two marks say the same; corrections may concern different particulars. */
const MOST_WAITING = { add: null, correct: 5, 'mark-ineligible': 1, restore: 1 } as const;

/** Proposals of villages: written down with evidence, decided by somebody else. */
export function openProposalRoutes(
  acts: ActsDoor,
  { keys, files, kind: center }: CenterParts,
  identities: Identities,
): void {
  const sealKey = keys.secret('voter-proposals');
  const binding = (area: string) => `bilik/v1/voter-proposal/${area}`;

  acts.act('voters.propose', Propose, async (input, context) => {
    const { transaction, by, now } = context;
    const { election, village: area, kind, origin, evidence, evidenceFile } = input;
    if (await isErased(transaction, election)) return refuse({ type: 'voters-erased' });
    const stage = await stageOf(transaction, election, area);
    if (stage === undefined) return refuse({ type: 'list-unknown' });
    const row = 'voter' in input ? await voterRow(transaction, election, input.voter) : undefined;
    if ('voter' in input && row?.area !== area) return refuse({ type: 'voter-unknown' });
    const may = mayPropose(kind, stage, row === undefined ? null : row.ineligible_reason !== null);
    if (!may.ok) return refuse(may.error);
    const nik = 'person' in input ? input.person.nik : null;
    if (nik !== null && center === 'real' && isNobodysNumber(nik)) return refuse({ type: 'nik-synthetic' });
    const most = MOST_WAITING[kind];
    if (row !== undefined && most !== null && (await countWaiting(transaction, row.id, kind)) >= most) {
      return refuse({ type: 'proposal-waits-already' });
    }
    // whoever decides of it hears whether the NIK is the listed one
    const tooMany = nik === null ? undefined : await countNikTry(context, identities, nik, 'proposal');
    if (tooMany !== undefined) return refuse(tooMany);
    if (evidenceFile !== null) {
      const wrong = await judgeEvidence(transaction, files, evidenceFile);
      if (wrong !== null) return refuse(wrong);
    }
    const { id } = await transaction
      .insertInto('voter_proposal')
      .values({
        ...{ election, area, kind, origin, state: 'waiting', voter: row?.id ?? null },
        particulars:
          'person' in input
            ? sealSecret(Buffer.from(JSON.stringify(input.person), 'utf8'), sealKey, binding(area))
            : null,
        reason: 'reason' in input ? input.reason : null,
        ...{ evidence, evidence_file: evidenceFile, proposed_by: by.account, proposed_at: now },
        ...{ decided_by: null, decided_at: null, decision_reason: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await appendEvent(transaction, {
      ...{ act: 'voters.propose', area, subject: String(id), account: by.account, at: now },
      after: { kind, origin },
    });
    return { ok: true, value: { id } };
  });

  acts.act('voters.proposals', List, async ({ election, area, state, after }, { transaction }) => {
    const rows = await transaction
      .selectFrom('voter_proposal')
      .select(['id', 'area', 'kind', 'origin', 'state', 'reason', 'evidence'])
      .select(['proposed_by', 'proposed_at', 'decided_by', 'decided_at', 'decision_reason'])
      .where('election', '=', election)
      .where('state', '=', state)
      .where((where) => where.or([where('area', '=', area), where('area', 'like', `${area}.%`)]))
      .$if(after !== null, (query) => query.where('id', '>', after ?? 0))
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const proposed = rows.map((row) => ({ ...row, account: row.proposed_by }));
    return { ok: true, value: await withPeople(transaction, proposed) };
  });

  acts.act('voters.proposal', One, async ({ election, proposal }, context) => {
    const row = await proposalRow(context.transaction, election, proposal);
    if (row === undefined) return refuse({ type: 'proposal-unknown' });
    const voter = row.voter === null ? undefined : await voterRow(context.transaction, election, row.voter);
    await noteLook(context, {
      ...{ election, area: row.area, what: 'proposal', why: `usulan ${proposal}` },
      voters: [row.voter],
    });
    const { particulars, evidence_file: evidenceFile, ...shown } = row;
    const person =
      particulars === null ? null : personMeant(identities, opened(particulars, row.area), voter);
    const familyCard = person?.familyCard ?? null;
    return {
      ok: true,
      value: {
        ...shown,
        evidenceType: evidenceFile === null ? null : ((await evidenceType(files, evidenceFile)) ?? null),
        before: voter === undefined ? null : shownPerson(identities, voter),
        after:
          person === null
            ? null
            : {
                ...{ ...person, nik: maskNik(person.nik) },
                familyCard: familyCard === null ? null : maskFamilyCard(familyCard),
              },
        // an answer about a NIK that somebody typed: never for who typed it
        isSameNik:
          voter === undefined || person === null || !mayJudge(context.by, row.proposed_by)
            ? null
            : identities.nikHash(person.nik).equals(voter.nik_hash),
      },
    };
  });

  acts.paper('voters.proposal-evidence', One, async ({ election, proposal }, context) => {
    const row = await proposalRow(context.transaction, election, proposal);
    if (row === undefined) return refuse({ type: 'proposal-unknown' });
    if (row.evidence_file === null) return refuse({ type: 'evidence-unknown' });
    const type = await evidenceType(files, row.evidence_file);
    if (type === undefined) return refuse({ type: 'evidence-not-a-document' });
    await noteLook(context, {
      ...{ election, area: row.area, what: 'proposal', why: `bukti usulan ${proposal}` },
      voters: [row.voter],
    });
    return {
      ok: true,
      value: {
        ...{ bytes: files.open(row.evidence_file), type },
        // a PDF can carry scripts: it is kept, not shown on the office's own page
        ...(type === 'application/pdf' ? { fileName: `bukti-${proposal}.pdf` } : {}),
      },
    };
  });

  acts.act(
    'voters.proposal-decide',
    Decide,
    async ({ election, proposal, approve, why }, { transaction, by, now }) => {
      if (await isErased(transaction, election)) return refuse({ type: 'voters-erased' });
      const row = await proposalRow(transaction, election, proposal, true);
      if (row === undefined) return refuse({ type: 'proposal-unknown' });
      const stage = await stageOf(transaction, election, row.area);
      if (stage === undefined) return refuse({ type: 'list-unknown' });
      const may = mayDecide({ kind: row.kind, state: row.state, by: row.proposed_by }, by.account, stage);
      if (!may.ok) return refuse(may.error);
      let voter = row.voter;
      if (approve) {
        const listed = row.voter === null ? undefined : await voterRow(transaction, election, row.voter);
        const person =
          row.particulars === null
            ? null
            : personMeant(identities, opened(row.particulars, row.area), listed);
        const applied = await applyProposal(transaction, identities, { ...row, person, stage });
        if (!applied.ok) return refuse(applied.error);
        voter = applied.value;
      }
      await transaction
        .updateTable('voter_proposal')
        .set({
          ...{ state: approve ? 'approved' : 'refused', voter },
          ...{ decided_by: by.account, decided_at: now, decision_reason: why },
        })
        .where('id', '=', proposal)
        .execute();
      await appendEvent(transaction, {
        ...{
          act: 'voters.proposal-decide',
          area: row.area,
          subject: String(proposal),
          account: by.account,
          at: now,
        },
        after: { kind: row.kind, approved: approve, voter },
      });
      return { ok: true, value: { state: approve ? 'approved' : 'refused' } };
    },
  );

  acts.act('voters.proposal-withdraw', One, async ({ election, proposal }, { transaction, by, now }) => {
    const row = await proposalRow(transaction, election, proposal, true);
    if (row === undefined) return refuse({ type: 'proposal-unknown' });
    const may = mayWithdraw({ kind: row.kind, state: row.state, by: row.proposed_by }, by.account);
    if (!may.ok) return refuse(may.error);
    await transaction
      .updateTable('voter_proposal')
      .set({ state: 'withdrawn', decided_by: by.account, decided_at: now, decision_reason: null })
      .where('id', '=', proposal)
      .execute();
    await appendEvent(transaction, {
      ...{
        act: 'voters.proposal-withdraw',
        area: row.area,
        subject: String(proposal),
        account: by.account,
        at: now,
      },
    });
    return { ok: true, value: null };
  });

  function opened(particulars: string, area: string): CorrectionInput {
    return CorrectionInput.parse(
      JSON.parse(openSecret(particulars, sealKey, binding(area)).toString('utf8')),
    );
  }
}

/** Whether somebody is one who decides of others' proposals. */
function mayJudge({ account, role }: SignedIn, proposedBy: string): boolean {
  const { roles } = VOTER_ACTS['voters.proposal-decide'];
  return account !== proposedBy && roles.some((one) => one === role);
}

async function stageOf(transaction: Transaction, election: string, area: string) {
  const list = await transaction
    .selectFrom('voter_list')
    .select('stage')
    .where('election', '=', election)
    .where('area', '=', area)
    .executeTakeFirst();
  return list?.stage;
}

/** Proposals of a kind about a person that nobody decided; until the transaction's end nobody else counts them. */
async function countWaiting(transaction: Transaction, voter: number, kind: ProposalKind): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`voter-proposal ${voter}`}, 0))`.execute(
    transaction,
  );
  const { waiting } = await transaction
    .selectFrom('voter_proposal')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('voter', '=', voter)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return waiting;
}

function proposalRow(transaction: Transaction, election: string, id: number, forUpdate = false) {
  return transaction
    .selectFrom('voter_proposal')
    .selectAll()
    .where('election', '=', election)
    .where('id', '=', id)
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
}
