import { buffer } from 'node:stream/consumers';
import { optionLabel, slugSchema, villageCodeSchema } from '@bilik/election';
import {
  renderBallotProof,
  renderCandidatesAnnouncement,
  renderDrawMinutes,
  type VillageOfPaper,
} from '@bilik/papers';
import { z } from 'zod';
import { todayIn, votingDateOf } from '../calendar/calendar-routes.ts';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { type KnownVillage, readVillage } from '../set-up/known-village.ts';
import { refuse } from '../set-up/refusals.ts';
import { proofOf, readCandidates, readDraw } from './candidate-store.ts';

const Wanted = z.strictObject({
  election: slugSchema,
  village: villageCodeSchema,
  paper: z.enum(['announcement', 'draw', 'proof']),
});

/** Papers of a village's candidates. */
export function openCandidatePapers(acts: ActsDoor, { files }: Pick<CenterParts, 'files'>): void {
  acts.paper('candidates.paper', Wanted, async (input, { transaction, now }) => {
    const read = await readVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const village = read.value;
    const candidates = await readCandidates(transaction, village);
    const about = await aboutVillage(transaction, village, todayIn(village.election, now));
    const given = (bytes: Uint8Array) =>
      ({
        ok: true,
        value: { bytes, type: 'application/pdf', fileName: `${input.paper}-${input.village}.pdf` },
      }) as const;
    switch (input.paper) {
      case 'announcement': {
        const determined = candidates.filter(({ state }) => state === 'determined');
        if (determined.length === 0) return notYet();
        const votingDate = votingDateOf(village.election, village.life.wave);
        return given(renderCandidatesAnnouncement({ ...about, votingDate, candidates: determined }));
      }
      case 'draw': {
        const draw = await readDraw(transaction, village);
        const record = draw?.record;
        if (!record) return notYet();
        const nameOf = (id: string) => candidates.find((candidate) => candidate.id === id)?.name ?? id;
        return given(
          renderDrawMinutes({
            ...about,
            dice: record.dice,
            attempts: draw.attempts,
            reason: draw.reason,
            arrivals: record.arrivals.map(({ candidate, drawnBy, commitment }) => {
              const reveal = record.reveals.find((one) => one.candidate === candidate);
              return {
                ...{ name: nameOf(candidate), drawnBy, commitment },
                number: record.numbers.find((one) => one.candidate === candidate)?.number ?? 0,
                words: reveal?.words ?? '',
                salt: reveal?.salt ?? '',
              };
            }),
          }),
        );
      }
      case 'proof': {
        const current = await proofOf(transaction, village, candidates);
        if (current === null) return notYet();
        const { proof } = current;
        const options = [];
        for (const option of proof.options) {
          const photo = option.kind === 'candidate' ? option.candidate.photo : undefined;
          options.push({
            number: option.kind === 'candidate' ? option.candidate.number : null,
            label: option.kind === 'candidate' ? option.candidate.name : optionLabel(option).id,
            photo: photo === undefined ? null : new Uint8Array(await buffer(files.open(photo.fingerprint))),
          });
        }
        return given(
          renderBallotProof({
            ...about,
            options,
            contest: proof.contest.title.id,
            fingerprint: proof.fingerprint,
          }),
        );
      }
    }
  });
}

async function aboutVillage(
  transaction: Transaction,
  { code, name, election }: KnownVillage,
  day: string,
): Promise<VillageOfPaper> {
  const above = await transaction
    .selectFrom('area')
    .select(['code', 'name'])
    .where('code', 'in', [code.slice(0, 8), code.slice(0, 5)])
    .execute();
  const nameOf = (area: string) => above.find((row) => row.code === area)?.name ?? area;
  return {
    village: name,
    subDistrict: nameOf(code.slice(0, 8)),
    regency: nameOf(code.slice(0, 5)),
    title: election.title.id,
    isExercise: election.kind === 'exercise',
    day,
  };
}

function notYet() {
  return refuse(
    'paper-not-yet',
    'Kertas ini belum ada isinya: calon belum ditetapkan, atau nomor belum diundi.',
    'There is nothing for this paper yet: candidates are not determined, or numbers not drawn.',
  );
}
