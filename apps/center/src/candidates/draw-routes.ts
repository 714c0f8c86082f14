import { lineSchema, slugSchema, villageCodeSchema } from '@bilik/election';
import { arrivalSchema, DICE, drawNumbers, revealSchema } from '@bilik/preparation';
import { z } from 'zod';
import { noteOwnStage } from '../calendar/calendar-routes.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { lockVillage, readVillage } from '../set-up/known-village.ts';
import { refuse } from '../set-up/refusals.ts';
import { sha256 } from '../set-up/set-up-store.ts';
import { photoMissingFor, writeContest } from './ballot-contest.ts';
import { hasVoted, proofOf, readCandidates, readDraw, standingOf } from './candidate-store.ts';

const ofVillage = { election: slugSchema, village: villageCodeSchema };
const Begin = z.strictObject({
  ...ofVillage,
  arrivals: z.array(arrivalSchema).min(1).max(5),
  /** Asked for when a draw was begun before and broken off. */
  reason: lineSchema(500).nullable(),
});
const Finish = z.strictObject({
  ...ofVillage,
  dice: z.array(z.int().min(1).max(6)).length(DICE),
  reveals: z.array(revealSchema).min(1).max(5),
});
const SignOff = z.strictObject({
  ...ofVillage,
  candidate: slugSchema,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** The candidate, or who holds the mandate. */
  signedBy: lineSchema(200),
});

/** The draw in public and the ballot that follows from it. */
export function openDrawRoutes(acts: ActsDoor): void {
  acts.act('candidates.begin-draw', Begin, async (input, { transaction, by, now }) => {
    const read = await lockVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const village = read.value;
    const candidates = await readCandidates(transaction, village);
    const determined = candidates.filter(({ state }) => state === 'determined').map(({ id }) => id);
    const arrived = input.arrivals.map(({ candidate }) => candidate);
    if (
      determined.length === 0 ||
      new Set(arrived).size !== arrived.length ||
      arrived.length !== determined.length ||
      !determined.every((id) => arrived.includes(id))
    ) {
      return refuse(
        'arrivals-differ',
        'Urutan datang harus memuat setiap calon yang ditetapkan, tepat satu kali. Undian belum dimulai. Untuk yang tidak hadir, tulis pemegang mandat atau panitia.',
        'The order of arrival must name every determined candidate exactly once. The draw has not begun. For who is absent, write who holds the mandate, or the committee.',
      );
    }
    const before = await readDraw(transaction, village);
    if (before?.record) return drawnAlready();
    if (before !== undefined && input.reason === null) {
      return refuse(
        'draw-begun-already',
        'Undian sudah pernah dimulai di depan umum. Undian tidak dimulai lagi. Tulis alasannya bila harus diulang; yang lama tetap tercatat.',
        'A draw was begun in public before. It was not begun again. Write the reason if it must be; the earlier one stays on record.',
      );
    }
    await transaction
      .insertInto('number_draw')
      .values({
        ...{ election: input.election, area: input.village, wave: village.life.wave, begun_at: now },
        ...{ account: by.account, reason: input.reason, record: null },
        arrivals: JSON.stringify(input.arrivals),
      })
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'candidates.begin-draw', area: input.village, subject: input.election },
      ...{ account: by.account, at: now, after: { arrivals: input.arrivals, reason: input.reason } },
    });
    return { ok: true, value: { begunAt: now, attempts: (before?.attempts ?? 0) + 1 } };
  });

  acts.act('candidates.finish-draw', Finish, async (input, { transaction, by, now }) => {
    const read = await lockVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const begun = await readDraw(transaction, read.value);
    if (begun === undefined) {
      return refuse(
        'draw-not-begun',
        'Kata belum dikunci. Nomor tidak diundi. Mulai undian dari urutan datang.',
        'No words are bound yet. No number was drawn. Begin with the order of arrival.',
      );
    }
    if (begun.record !== null) return drawnAlready();
    const drawn = drawNumbers({ ...input, arrivals: begun.arrivals }, sha256);
    if (!drawn.ok) return drawn;
    await transaction
      .updateTable('number_draw')
      .set({ record: JSON.stringify(drawn.value) })
      .where('number', '=', begun.number)
      .execute();
    for (const { candidate, number } of drawn.value.numbers) {
      await transaction
        .updateTable('candidate')
        .set({ number })
        .where('election', '=', input.election)
        .where('area', '=', input.village)
        .where('id', '=', candidate)
        .execute();
    }
    await appendEvent(transaction, {
      ...{ act: 'candidates.finish-draw', area: input.village, subject: input.election },
      ...{ account: by.account, at: now, after: drawn.value },
    });
    const stageOpen = await noteOwnStage({ transaction, by, now }, read.value, 'number-draw');
    return { ok: true, value: { ...drawn.value, stageOpen } };
  });

  acts.paper('candidates.draw-record', z.strictObject(ofVillage), async (input, { transaction }) => {
    const read = await readVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const draw = await readDraw(transaction, read.value);
    if (!draw?.record) {
      return refuse(
        'draw-missing',
        'Nomor belum diundi di desa ini.',
        'No numbers are drawn in this village yet.',
      );
    }
    return {
      ok: true,
      value: {
        bytes: Buffer.from(`${JSON.stringify(draw.record, null, 2)}\n`, 'utf8'),
        type: 'application/json',
        fileName: `undian-${input.village}.json`,
      },
    };
  });

  acts.act('candidates.sign-off', SignOff, async (input, { transaction, by, now }) => {
    const read = await lockVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    if (await hasVoted(transaction, read.value)) {
      return refuse(
        'voted-already',
        'Desa ini sudah memungut suara. Persetujuan tidak dicatat: surat suaranya tidak berubah lagi.',
        'This village has voted already. The agreement was not noted: its ballot does not change any more.',
      );
    }
    const candidates = await readCandidates(transaction, read.value);
    const current = await proofOf(transaction, read.value, candidates);
    if (current === null || current.proof.fingerprint !== input.fingerprint) {
      return refuse(
        'proof-changed',
        'Contoh surat suara berubah sejak dilihat. Persetujuan tidak dicatat. Lihat contoh yang baru, lalu setujui yang itu.',
        'The ballot proof changed since it was seen. The agreement was not noted. Look at the new proof and agree to that one.',
      );
    }
    const noPhoto = photoMissingFor(standingOf(candidates));
    if (noPhoto !== null) return noPhoto;
    if (!standingOf(candidates).some(({ id }) => id === input.candidate)) {
      return refuse(
        'not-on-ballot',
        'Orang ini tidak ada di surat suara. Persetujuan tidak dicatat.',
        'This person is not on the ballot. The agreement was not noted.',
      );
    }
    await transaction
      .insertInto('ballot_sign_off')
      .values({
        ...{ election: input.election, area: input.village, candidate: input.candidate },
        ...{ fingerprint: input.fingerprint, signed_by: input.signedBy, account: by.account, at: now },
      })
      .onConflict((conflict) =>
        conflict.columns(['election', 'area', 'candidate', 'fingerprint']).doNothing(),
      )
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'candidates.sign-off', area: input.village, subject: input.candidate },
      ...{
        account: by.account,
        at: now,
        after: { fingerprint: input.fingerprint, signedBy: input.signedBy },
      },
    });
    const open = current.open.filter((id) => id !== input.candidate);
    if (open.length > 0) return { ok: true, value: { open, stageOpen: null } };
    await writeContest(transaction, read.value, current.proof);
    const stageOpen = await noteOwnStage({ transaction, by, now }, read.value, 'ballot-proof');
    return { ok: true, value: { open, stageOpen } };
  });
}

function drawnAlready() {
  return refuse(
    'numbers-drawn-already',
    'Nomor sudah diundi di desa ini. Tidak ada undian kedua.',
    'Numbers are drawn in this village already. There is no second draw.',
  );
}
