import { regencyCodeSchema, slugSchema } from '@bilik/election';
import {
  electionEventSchema,
  lanesOf,
  parseElectionEvent,
  rulePackFits,
  waveSchema,
} from '@bilik/preparation';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import { type ActsDoor, NoInput } from '../http/acts-door.ts';
import { nearestFirst } from './election-meant.ts';
import { isPublicEvent, readElections, writeEvent, writeWave } from './event-store.ts';
import { electionUnknown, notPublic, refuse, setUpMissing } from './refusals.ts';
import { currentSetUp, regencyOf, rulePackFingerprint } from './set-up-store.ts';

const MakeEvent = electionEventSchema.omit({ format: true, regency: true, kind: true });
const AddWave = z.strictObject({ election: slugSchema, wave: waveSchema });

/** Events and their waves. */
export function openEventRoutes(acts: ActsDoor, { kind }: Pick<CenterParts, 'kind'>): void {
  acts.act('set-up.show', NoInput, async (_, { transaction, by, now }) => {
    const regency = regencyOf(by.area);
    const setUp = regency === undefined ? undefined : await currentSetUp(transaction, regency);
    const elections = nearestFirst(
      (await readElections(transaction)).map((election) => ({
        ...election,
        conduct: election.body === null ? ('village-head' as const) : ('other' as const),
        votingDays: election.waves.map(({ voting }) => voting.date),
      })),
      now,
    );
    const villages = await villagesOfWaves(transaction);
    return {
      ok: true,
      value: {
        regency: regency ?? null,
        kind,
        setUp:
          setUp === undefined
            ? null
            : {
                ...{ content: setUp.content, issuer: setUp.issuer, at: setUp.at },
                // by which a new event names its law
                rulePackFingerprints: setUp.content.rulePacks.map(rulePackFingerprint),
              },
        elections: elections.map(({ conduct: _conduct, votingDays: _days, ...election }) => ({
          ...election,
          waves: election.waves.map((wave) => ({
            ...wave,
            villages: villages.get(`${election.id} ${wave.number}`) ?? 0,
          })),
          lanes: lanesOf(election.body === null ? 'regency' : 'others'),
        })),
      },
    };
  });

  acts.act('set-up.make-event', MakeEvent, async (input, { transaction, by, now }) => {
    const regency = regencyOf(by.area);
    const setUp = regency === undefined ? undefined : await currentSetUp(transaction, regency);
    if (regency === undefined || setUp === undefined) return setUpMissing();
    const wanted = input.conduct.by === 'regency' ? input.conduct.rulePack : null;
    const rulePack =
      setUp.content.rulePacks.find(({ id, version }) => id === wanted?.id && version === wanted.version) ??
      null;
    const villages = await knownVillages(transaction, regency);
    const event = parseElectionEvent(
      { format: 'bilik/v1/election-event', kind, regency: regencyCodeSchema.parse(regency), ...input },
      { rulePack, isVillage: (code) => villages.has(code) },
    );
    if (!event.ok) return eventWrong(event.error);
    if (!isPublicEvent(event.value, rulePack)) return notPublic();
    if (!(await writeEvent(transaction, event.value, { rulePack, setUp: setUp.content }, now))) {
      return refuse(
        'event-exists',
        `Acara "${event.value.id}" sudah ada. Tidak ada yang dibuat. Pilih tanda lain, atau tambah gelombang pada acara itu.`,
        `There is an event "${event.value.id}" already. Nothing was made. Choose another id, or add a wave to it.`,
      );
    }
    await appendEvent(transaction, {
      ...{ act: 'set-up.make-event', area: regency, subject: event.value.id, account: by.account, at: now },
      after: { ...event.value, waves: event.value.waves.map(withCount) },
    });
    return { ok: true, value: { election: event.value.id } };
  });

  acts.act('set-up.add-wave', AddWave, async ({ election: id, wave }, { transaction, by, now }) => {
    const [election] = await readElections(transaction, id);
    if (election === undefined) return electionUnknown();
    if (
      election.waves.some(({ number, voting }) => number >= wave.number || voting.date >= wave.voting.date)
    ) {
      return refuse(
        'wave-order',
        'Gelombang baru harus bernomor lebih besar dan memungut suara pada hari yang lebih kemudian. Gelombang tidak ditambahkan.',
        'A new wave must have a higher number and vote on a later day. The wave was not added.',
      );
    }
    if (election.rulePack !== null) {
      const fits = rulePackFits(
        election.rulePack,
        regencyCodeSchema.parse(election.regency),
        wave.voting.date,
      );
      if (!fits.ok) return fits;
    }
    const already = await transaction
      .selectFrom('election_village')
      .select('area')
      .where('election', '=', id)
      .where('area', 'in', ['', ...wave.villages])
      .execute();
    const villages = await knownVillages(transaction, election.regency);
    const wrong = [
      ...already.map(({ area }) => area),
      ...wave.villages.filter((code) => !villages.has(code)),
      ...wave.villages.filter((code, index) => wave.villages.indexOf(code) < index),
    ];
    if (wrong.length > 0) {
      return refuse(
        'wave-villages',
        `Desa ${wrong.slice(0, 5).join(', ')} sudah ada dalam acara ini, tertulis dua kali, atau tidak dikenal. Gelombang tidak ditambahkan.`,
        `Villages ${wrong.slice(0, 5).join(', ')} are in this event already, listed twice, or not known. The wave was not added.`,
      );
    }
    await writeWave(transaction, id, election.regency, wave);
    await appendEvent(transaction, {
      ...{ act: 'set-up.add-wave', area: election.regency, subject: id, account: by.account, at: now },
      after: withCount(wave),
    });
    return { ok: true, value: null };
  });
}

/** How many villages each wave of each election began with, as far as the scope sees them. */
async function villagesOfWaves(transaction: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom('election_village')
    .select(['election', 'first_wave'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['election', 'first_wave'])
    .execute();
  return new Map(rows.map(({ election, first_wave, count }) => [`${election} ${first_wave}`, count]));
}

/** The stream says how many, not which: 240 codes in every event help nobody. */
function withCount<Wave extends { readonly villages: readonly string[] }>({ villages, ...wave }: Wave) {
  return { ...wave, villages: villages.length };
}

async function knownVillages(transaction: Transaction, regency: string): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('area')
    .select('code')
    .where('level', '=', 4)
    .where('code', 'like', `${regency}.%`)
    .execute();
  return new Set(rows.map(({ code }) => code));
}

function eventWrong(problems: Parameters<typeof refuse>[3]) {
  return refuse(
    'event-wrong',
    'Acara tidak dibuat: ada isian yang salah. Lihat daftar masalahnya.',
    'The event was not made: some fields are wrong. See the list of problems.',
    problems,
  );
}
