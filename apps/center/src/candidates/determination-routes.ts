import { lineSchema, slugSchema, villageCodeSchema } from '@bilik/election';
import { afterWithdrawal } from '@bilik/preparation';
import { z } from 'zod';
import { appendEvent } from '../events/append-event.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { type KnownVillage, lockVillage } from '../set-up/known-village.ts';
import { type Refused, refuse } from '../set-up/refusals.ts';
import {
  eligibleOf,
  hasVoted,
  type KnownCandidate,
  nominationOf,
  readCandidates,
  readDraw,
  standingOf,
} from './candidate-store.ts';
import { candidateUnknown } from './registration-routes.ts';

const ofVillage = { election: slugSchema, village: villageCodeSchema };
const reason = lineSchema(500);
const Score = z.strictObject({
  ...ofVillage,
  candidate: slugSchema,
  scores: z
    .array(z.strictObject({ criterion: slugSchema, score: z.int().min(0).max(100) }))
    .min(1)
    .max(8),
});
const Determine = z.strictObject({ ...ofVillage, selected: z.array(slugSchema).min(1).max(9), reason });
const Withdraw = z.strictObject({ ...ofVillage, candidate: slugSchema, reason });

/** Scores, determination and withdrawal. */
export function openDeterminationRoutes(acts: ActsDoor): void {
  acts.act('candidates.score', Score, async (input, { transaction, by, now }) => {
    const read = await lockVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const candidates = await readCandidates(transaction, read.value);
    if (!candidates.some(({ id }) => id === input.candidate)) return candidateUnknown();
    const { criteria } = read.value.election.selectionRule;
    if (input.scores.some(({ criterion }) => !criteria.some(({ id }) => id === criterion))) {
      return refuse(
        'criterion-unknown',
        'Kriteria ini tidak ada dalam aturan seleksi yang diumumkan. Tidak ada nilai yang dicatat.',
        'This criterion is not in the published rule of selection. No score was noted.',
      );
    }
    await transaction
      .insertInto('candidate_score')
      .values(
        input.scores.map((score) => ({
          ...{ election: input.election, area: input.village, candidate: input.candidate, ...score },
          ...{ account: by.account, at: now },
        })),
      )
      .execute();
    await appendEvent(transaction, {
      ...{
        act: 'candidates.score',
        area: input.village,
        subject: input.candidate,
        account: by.account,
        at: now,
      },
      after: input.scores,
    });
    return { ok: true, value: null };
  });

  acts.act('candidates.determine', Determine, async (input, { transaction, by, now }) => {
    const read = await lockVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const village = read.value;
    const candidates = await readCandidates(transaction, village);
    const draw = await readDraw(transaction, village);
    if (draw?.record) {
      return refuse(
        'numbers-drawn-already',
        'Nomor sudah diundi. Penetapan tidak berubah. Bila seseorang mundur, catat pengunduran dirinya.',
        'Numbers are drawn already. The determination did not change. If someone withdraws, note that.',
      );
    }
    const wrong = mayDetermine(village, candidates, input.selected);
    if (wrong !== null) return wrong;
    for (const { id, state } of candidates) {
      const next = input.selected.includes(id) ? 'determined' : 'not-determined';
      if (state === 'withdrawn') continue;
      await transaction
        .updateTable('candidate')
        .set({ state: next, number: null })
        .where('election', '=', input.election)
        .where('area', '=', input.village)
        .where('id', '=', id)
        .execute();
    }
    await appendEvent(transaction, {
      ...{ act: 'candidates.determine', area: input.village, subject: input.election },
      ...{ account: by.account, at: now, after: { selected: input.selected, reason: input.reason } },
    });
    return { ok: true, value: null };
  });

  acts.act('candidates.withdraw', Withdraw, async (input, { transaction, by, now }) => {
    const read = await lockVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const { election } = read.value;
    const candidates = await readCandidates(transaction, read.value);
    const leaving = candidates.find(({ id }) => id === input.candidate);
    if (leaving === undefined || leaving.state === 'withdrawn') return candidateUnknown();
    if (await hasVoted(transaction, read.value)) {
      return refuse(
        'voted-already',
        'Desa ini sudah memungut suara. Pengunduran diri tidak dicatat.',
        'This village has voted already. The withdrawal was not noted.',
      );
    }
    await transaction
      .updateTable('candidate')
      .set({ state: 'withdrawn' })
      .where('election', '=', input.election)
      .where('area', '=', input.village)
      .where('id', '=', input.candidate)
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'candidates.withdraw', area: input.village, subject: input.candidate },
      ...{ account: by.account, at: now },
      before: { state: leaving.state, number: leaving.number },
      after: { reason: input.reason },
    });
    const standing = standingOf(candidates);
    const outcome =
      leaving.number === null || election.rulePack === null
        ? null
        : afterWithdrawal(standing, leaving.number, election.rulePack).outcome;
    return { ok: true, value: { outcome } };
  });
}

/** Holds a committee's choice against rules and scores; null when it may be written. */
function mayDetermine(
  village: KnownVillage,
  candidates: readonly KnownCandidate[],
  selected: readonly string[],
): Refused | null {
  const nomination = nominationOf(village, candidates);
  if (nomination === null) return candidateUnknown();
  const { outcome, selection } = nomination;
  const eligible = eligibleOf(village, candidates).map(({ id }) => id);
  const isSame = (ids: readonly string[]) =>
    new Set(selected).size === ids.length &&
    selected.length === ids.length &&
    ids.every((id) => selected.includes(id));
  const refused = (type: string) => refuse(type, outcome.sentence.id, outcome.sentence.en);
  switch (outcome.type) {
    case 'extend':
    case 'postpone':
      return refused(`must-${outcome.type}`);
    case 'single-candidate':
      if (outcome.rule === 'consensus-without-vote') return refused('consensus-without-vote');
      return isSame(eligible) ? null : notEligible();
    case 'determine':
      return isSame(eligible) ? null : notEligible();
    case 'select':
      if (selection === null || selection.type === 'scores-missing') {
        const sentence = selection?.sentence ?? outcome.sentence;
        return refuse('scores-missing', sentence.id, sentence.en);
      }
      if (selection.type === 'selected') return isSame(selection.selected) ? null : notByScore();
      return selected.length === outcome.places &&
        new Set(selected).size === selected.length &&
        selection.selected.every((id) => selected.includes(id)) &&
        selected.every((id) => selection.selected.includes(id) || selection.tied.includes(id))
        ? null
        : notByScore();
  }
}

function notEligible(): Refused {
  return refuse(
    'not-the-eligible',
    'Yang ditetapkan harus tepat semua yang memenuhi syarat. Belum ada yang ditetapkan. Periksa daftar persyaratannya.',
    'Exactly all who are eligible must be determined. Nobody was determined. Look at the checklist.',
  );
}

function notByScore(): Refused {
  return refuse(
    'not-by-score',
    'Pilihan ini bukan hasil nilai yang diumumkan. Belum ada yang ditetapkan. Hanya di antara yang bernilai sama orang boleh memutuskan.',
    'This choice is not what the published scores give. Nobody was determined. People decide only among those who are equal.',
  );
}
