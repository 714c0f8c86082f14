import { type CivilDate, fail, type Result, type RulePack, succeed } from '@bilik/election';
import { type ElectionEvent, nextWave } from '../event/event.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { neededStages } from './plan.ts';
import { type Calendar, REGISTRATION_STAGE, type Stage, VOTING_STAGE } from './stage.ts';
import type { CalendarFact, VillageLife } from './village-life.ts';

/** What a fact is judged against. */
export interface LifeSurroundings {
  readonly event: Pick<ElectionEvent, 'waves'>;
  readonly calendar: Calendar;
  /** Null when others conduct the election: they alone decide on its dates and villages. */
  readonly rulePack: RulePack | null;
  readonly today: CivilDate;
}

/** Why a fact was not noted. */
export type FactRefusal = Refusal<
  | 'stage-unknown'
  | 'stage-waits-for'
  | 'stage-done-already'
  | 'stage-not-done'
  | 'later-stage-done'
  | 'day-in-future'
  | 'day-before-dependency'
  | 'extension-none-left'
  | 'extension-other-days'
  | 'wave-not-later'
  | 'voted-already'
  | 'left-already'
  | 'others-decide'
>;

/** Tells whether a fact may be added to a village's life: facts never contradict the order of the calendar or the rule pack. */
export function mayNote(
  life: VillageLife,
  fact: CalendarFact,
  surroundings: LifeSurroundings,
): Result<CalendarFact, FactRefusal> {
  const stages = neededStages(surroundings.calendar, life.conditions);
  const found = refusalOf(life, fact, stages, surroundings);
  return found === null ? succeed(fact) : fail(found);
}

function refusalOf(
  life: VillageLife,
  fact: CalendarFact,
  stages: readonly Stage[],
  surroundings: LifeSurroundings,
): FactRefusal | null {
  if (life.left !== null) {
    return refusal(
      'left-already',
      `Desa ini keluar dari acara pada ${life.left.decidedOn}. Tidak ada yang dicatat.`,
      `This village left the event on ${life.left.decidedOn}. Nothing was noted.`,
    );
  }
  switch (fact.type) {
    case 'stage-done':
      return doneRefusal(life, fact, stages, surroundings.today);
    case 'stage-not-done':
      return undoneRefusal(life, fact.stage, stages);
    case 'registration-extended':
      if (surroundings.rulePack === null) return othersDecide();
      return extensionRefusal(life, fact.days, surroundings.rulePack);
    case 'postponed':
      return postponementRefusal(life, fact, surroundings.event);
    case 'condition':
      return surroundings.rulePack === null ? othersDecide() : null;
    case 'left':
      return life.doneOn.has(VOTING_STAGE) ? voted() : null;
  }
}

function othersDecide(): FactRefusal {
  return refusal(
    'others-decide',
    'Pemilihan ini diselenggarakan pihak lain; pendaftaran dan keberatannya bukan urusan kabupaten. Tidak ada yang berubah.',
    'This election is conducted by others; its registration and objections are not the regency’s. Nothing changed.',
  );
}

function doneRefusal(
  life: VillageLife,
  fact: Extract<CalendarFact, { type: 'stage-done' }>,
  stages: readonly Stage[],
  today: CivilDate,
): FactRefusal | null {
  const stage = stages.find(({ id }) => id === fact.stage);
  if (stage === undefined) return unknownStage();
  if (life.doneOn.has(stage.id)) {
    return refusal(
      'stage-done-already',
      `"${stage.name.id}" sudah dicatat selesai. Tidak ada yang berubah. Bila tanggalnya salah, batalkan catatan itu dahulu.`,
      `"${stage.name.en}" is noted as done already. Nothing changed. If its day is wrong, take that note back first.`,
    );
  }
  if (fact.doneOn > today) {
    return refusal(
      'day-in-future',
      `${fact.doneOn} belum tiba; hari ini ${today}. Tahapan tidak dicatat. Catat bila sudah selesai.`,
      `${fact.doneOn} has not come yet; today is ${today}. The stage was not noted. Note it when it is done.`,
    );
  }
  const open = stage.after.find(({ stage: id }) => !life.doneOn.has(id));
  if (open !== undefined) {
    const waits = stages.find(({ id }) => id === open.stage);
    return refusal(
      'stage-waits-for',
      `"${stage.name.id}" menunggu "${waits?.name.id ?? open.stage}", yang belum selesai. Tahapan tidak dicatat. Catat yang ditunggu lebih dahulu.`,
      `"${stage.name.en}" waits for "${waits?.name.en ?? open.stage}", which is not done. The stage was not noted. Note what it waits for first.`,
    );
  }
  const latest = stage.after
    .map(({ stage: id }) => life.doneOn.get(id) ?? '')
    .sort()
    .at(-1);
  if (latest !== undefined && fact.doneOn < latest) {
    return refusal(
      'day-before-dependency',
      `"${stage.name.id}" tidak dapat selesai ${fact.doneOn}: tahapan yang ditunggu baru selesai ${latest}. Tahapan tidak dicatat. Periksa tanggalnya.`,
      `"${stage.name.en}" cannot be done on ${fact.doneOn}: what it waits for was done on ${latest}. The stage was not noted. Check the day.`,
    );
  }
  return null;
}

function undoneRefusal(life: VillageLife, id: string, stages: readonly Stage[]): FactRefusal | null {
  const stage = stages.find((candidate) => candidate.id === id);
  if (stage === undefined) return unknownStage();
  if (!life.doneOn.has(id)) {
    return refusal(
      'stage-not-done',
      `"${stage.name.id}" belum dicatat selesai. Tidak ada yang dibatalkan.`,
      `"${stage.name.en}" is not noted as done. There was nothing to take back.`,
    );
  }
  const follower = stages.find(
    ({ id: other, after }) => life.doneOn.has(other) && after.some((link) => link.stage === id),
  );
  return follower === undefined
    ? null
    : refusal(
        'later-stage-done',
        `"${follower.name.id}" sudah selesai dan menunggu tahapan ini. Catatan tidak dibatalkan. Batalkan yang lebih akhir dahulu.`,
        `"${follower.name.en}" is done and waited for this stage. The note was not taken back. Take back the later one first.`,
      );
}

function extensionRefusal(life: VillageLife, days: number, rulePack: RulePack): FactRefusal | null {
  if (life.doneOn.has(VOTING_STAGE)) return voted();
  const { extensionDays } = rulePack.settings.candidates.value;
  const next = extensionDays[life.extensions.length];
  if (next === undefined) {
    return refusal(
      'extension-none-left',
      `Pendaftaran sudah diperpanjang ${life.extensions.length} kali; paket aturan tidak mengizinkan lagi. Pendaftaran tidak diperpanjang. Tunda desa, atau ikuti aturan calon tunggal.`,
      `Registration was extended ${life.extensions.length} times; the rule pack allows no more. It was not extended. Postpone the village, or follow the rule of a single candidate.`,
    );
  }
  if (next !== days) {
    return refusal(
      'extension-other-days',
      `Perpanjangan ke-${life.extensions.length + 1} menurut paket aturan ${next} hari, bukan ${days}. Pendaftaran tidak diperpanjang.`,
      `Extension ${life.extensions.length + 1} is ${next} days by the rule pack, not ${days}. Registration was not extended.`,
    );
  }
  return null;
}

function postponementRefusal(
  life: VillageLife,
  fact: Extract<CalendarFact, { type: 'postponed' }>,
  event: Pick<ElectionEvent, 'waves'>,
): FactRefusal | null {
  if (life.doneOn.has(VOTING_STAGE)) return voted();
  const waves = event.waves.map(({ number }) => number);
  if (fact.fromWave !== life.wave || fact.toWave <= life.wave || !waves.includes(fact.toWave)) {
    const next = nextWave(event, life.wave);
    return next === undefined
      ? refusal(
          'wave-not-later',
          `Tidak ada gelombang sesudah gelombang ${life.wave}. Desa tidak ditunda. Tambahkan gelombang pada acara dahulu.`,
          `There is no wave after wave ${life.wave}. The village was not postponed. Add a wave to the event first.`,
        )
      : refusal(
          'wave-not-later',
          `Desa ini di gelombang ${life.wave} dan hanya dapat ditunda ke gelombang yang lebih kemudian, misalnya ${next.number}. Desa tidak ditunda.`,
          `This village is in wave ${life.wave} and can be postponed to a later wave only, for example ${next.number}. It was not postponed.`,
        );
  }
  return null;
}

function unknownStage(): FactRefusal {
  return refusal(
    'stage-unknown',
    'Desa ini tidak mempunyai tahapan itu. Tidak ada yang dicatat. Muat ulang kalendernya.',
    'This village has no such stage. Nothing was noted. Load its calendar again.',
  );
}

function voted(): FactRefusal {
  return refusal(
    'voted-already',
    'Desa ini sudah memungut suara. Tidak ada yang berubah.',
    'This village has voted already. Nothing changed.',
  );
}

/** All that is to be done again when a village registers candidates anew: registration and whatever waits for it. */
export function stagesFromRegistration({ stages }: Calendar): readonly string[] {
  const again = new Set<string>([REGISTRATION_STAGE]);
  for (let before = 0; before < again.size; ) {
    before = again.size;
    for (const { id, after } of stages) if (after.some(({ stage }) => again.has(stage))) again.add(id);
  }
  return stages.map(({ id }) => id).filter((id) => again.has(id));
}
