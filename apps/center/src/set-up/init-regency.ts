import {
  type Bilingual,
  type CivilDate,
  civilTime,
  type Result,
  regencyCodeSchema,
  villageKind,
} from '@bilik/election';
import { electingVillages, findRegency, subDistrictsOf, villagesOf } from '@bilik/intake';
import { defaultSetUp, electionEventSchema, rulePackFits } from '@bilik/preparation';
import type { Database } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { isPublicEvent, writeEvent } from './event-store.ts';
import { notPublic } from './refusals.ts';
import { addSetUp, currentSetUp, rulePackFingerprint } from './set-up-store.ts';

/** What `bilik center init` was asked for. */
export interface InitOrder {
  /** Kemendagri code as it was typed. */
  readonly regency: string;
  readonly kind: 'exercise' | 'real';
  /** Day on which the first wave votes. */
  readonly votingDate: CivilDate;
  readonly zone: 'WIB' | 'WITA' | 'WIT';
  /** Villages of the first wave: so many evenly over all sub-districts, or these; left out: all that elect a head. */
  readonly villages?: number | readonly string[];
  /** Left out: named after year and regency. */
  readonly event?: { readonly id: string; readonly title: Bilingual };
}

export interface InitReport {
  readonly regency: string;
  readonly name: string;
  readonly areasAdded: number;
  readonly subDistricts: number;
  readonly villages: number;
  /** Villages of the event: those that elect a head. */
  readonly electing: number;
  readonly election: string;
  readonly electionMade: boolean;
  readonly setUpMade: boolean;
  readonly rulePack: { readonly id: string; readonly version: number };
}

/** Why a regency was not set up; nothing was written then. */
export interface InitRefusal {
  readonly type: string;
  readonly sentence: { readonly id: string; readonly en: string };
}

/**
 * Gives a regency its areas, labels, default rules and an event, all in one transaction. Asked again, it adds what is missing and
 * changes nothing that is there.
 * @errors 'unknown' · 'malformed': no such regency · a rule pack that is not the law of the voting day
 */
export async function initRegency(
  database: Database,
  order: InitOrder,
  now: Date,
): Promise<Result<InitReport, InitRefusal>> {
  const found = findRegency(order.regency);
  if (!found.ok) return found;
  const { code, name, province } = found.value;
  const subDistricts = subDistrictsOf(code);
  const villages = villagesOf(code);
  const setUp = defaultSetUp({ code, name });
  const all = villages.filter((village) => villageKind(village.code) !== 'kelurahan');
  const asked = order.villages ?? all.length;
  const electing =
    typeof asked === 'number'
      ? electingVillages(code, Math.min(asked, all.length))
      : all.filter(({ code: village }) => asked.includes(village));
  const areas = [
    { code: code.slice(0, 2), name: province, parent: null },
    { code: String(code), name, parent: code.slice(0, 2) },
    ...subDistricts.map((area) => ({ code: String(area.code), name: area.name, parent: String(code) })),
    ...villages.map((area) => ({
      ...{ code: String(area.code), name: area.name, parent: String(area.subDistrict.code) },
    })),
  ];
  const year = order.votingDate.slice(0, 4);
  const { id: election, title } = order.event ?? {
    id: `pilkades-${year}-${code.replace('.', '-')}`,
    title: { id: `Pilkades serentak ${name} ${year}`, en: `Village-head elections of ${name} ${year}` },
  };
  return inScope(database, OWN_WORK, async (transaction) => {
    const added = await transaction
      .insertInto('area')
      .values(areas)
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst();
    const known = await currentSetUp(transaction, code);
    const content = known?.content ?? setUp;
    const [rulePack] = content.rulePacks;
    if (rulePack === undefined) throw new Error('a set-up has at least one rule pack');
    const fits = rulePackFits(rulePack, regencyCodeSchema.parse(code), order.votingDate);
    if (!fits.ok) throw new RefusedInit(fits.error);
    if (known === undefined)
      await addSetUp(transaction, code, setUp, { issuer: null, account: null, at: now });
    const event = electionEventSchema.parse({
      format: 'bilik/v1/election-event',
      id: election,
      kind: order.kind,
      title,
      regency: code,
      conduct: {
        by: 'regency',
        rulePack: { id: rulePack.id, version: rulePack.version, fingerprint: rulePackFingerprint(rulePack) },
      },
      waves: [
        {
          number: 1,
          voting: {
            date: order.votingDate,
            zone: order.zone,
            opens: civilTime(rulePack.settings.hours.value.opens),
            closes: civilTime(rulePack.settings.hours.value.closes),
          },
          villages: electing.map((village) => village.code),
        },
      ],
    });
    if (!isPublicEvent(event, rulePack)) throw new RefusedInit(notPublic().error);
    const electionMade = await writeEvent(transaction, event, { rulePack, setUp: content }, now);
    if (electionMade) {
      await appendEvent(transaction, {
        ...{ act: 'set-up.init', area: code, subject: election, account: null, at: now },
        after: { regency: code, villages: electing.length, votingDate: order.votingDate },
      });
    }
    return {
      ok: true as const,
      value: {
        regency: code,
        name,
        areasAdded: Number(added.numInsertedOrUpdatedRows ?? 0n),
        subDistricts: subDistricts.length,
        villages: villages.length,
        electing: electing.length,
        election,
        electionMade,
        setUpMade: known === undefined,
        rulePack: { id: rulePack.id, version: rulePack.version },
      },
    };
  }).catch((error: unknown) => {
    if (error instanceof RefusedInit) return { ok: false as const, error: error.refusal };
    throw error;
  });
}

/** Carries a refusal out of the transaction that it undoes. */
class RefusedInit extends Error {
  readonly refusal: InitRefusal;
  constructor(refusal: InitRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}
