import {
  type CivilTime,
  type ElectionDefinition,
  type MandateEntry,
  type PersonRole,
  type Phase,
  type PileMismatch,
  pileMismatch,
} from '@bilik/election';
import { z } from 'zod';
import { confirmAct, differentPeople, type PeopleRefusal } from '../phase/board-act.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import {
  EMPTY_FIELDS,
  type HandCount,
  HandCountSchema,
  MandateSchema,
  type MinutesFields,
  MinutesFieldsSchema,
} from './minutes-fields.ts';

export type WriteRefusal =
  | PeopleRefusal
  | StoreFailed
  | { readonly type: 'not-after-sealing' }
  /** Hands count only what is closed: before, every figure can still change. */
  | { readonly type: 'not-before-closing' }
  /** The hand count became the result. */
  | { readonly type: 'hand-count-is-result' }
  /** Paper of a mobile group was counted, and none left today. */
  | { readonly type: 'no-mobile-group' }
  /** Paper whose parts are not what was counted of it in all: counted or typed wrongly, and part of the result. */
  | ({ readonly type: 'hand-count-does-not-add-up' } & PileMismatch)
  /** Figures that replace counted ones say why. */
  | { readonly type: 'correction-needs-reason' }
  /** Somebody else wrote since the writer looked; `versions` is how many there are now. */
  | { readonly type: 'written-meanwhile'; readonly versions: number }
  /** A person stands in a field of the minutes for another role. */
  | { readonly type: 'role-does-not-fit'; readonly person: string };

type Written =
  | { readonly ok: true; readonly value: { readonly versions: number } }
  | { readonly ok: false; readonly error: WriteRefusal };

/**
 * What people write: fields of the minutes, and the counts of cards and paper. Two tablets may write; who has not seen the
 * latest version is refused, so that no entry is lost in silence. Writing what stands there already changes nothing.
 */
export interface WrittenMinutes {
  readonly fields: () => MinutesFields;
  /** How often the fields were changed. */
  readonly fieldsVersions: () => number;
  /** Letters of mandate that were asked for, in the order of the definition. */
  readonly mandates: () => readonly MandateEntry[];
  /** All versions, oldest first; the last one holds, and each but the first has its reason. */
  readonly handCounts: () => readonly HandCount[];
  /** @param basedOn how many versions the writer had seen */
  readonly writeFields: (input: { readonly basedOn: number; readonly fields: MinutesFields }) => Written;
  /**
   * What the board saw of one witness's letter; null when there was none. Before opening, or when a witness comes late; the minutes print it.
   * Said again it is corrected, and keeps its minute when nothing changed.
   */
  readonly writeMandate: (input: {
    readonly person: string;
    readonly letter: string | null;
  }) =>
    | { readonly ok: true; readonly value: undefined }
    | { readonly ok: false; readonly error: WriteRefusal };
  /** What stands there already needs no reason: nothing is corrected. */
  readonly writeHandCount: (input: { readonly basedOn: number; readonly count: HandCount }) => Written;
}

export interface WrittenMinutesParts {
  readonly definition: ElectionDefinition;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly phase: () => Phase;
  readonly clock: () => { readonly time: CivilTime };
  /** Whether a mobile group left. */
  readonly mobileGroupLeft: () => boolean;
  /** The hand count of the slips is the result. */
  readonly countedBySlips: () => boolean;
}

const VersionedFieldsSchema = z.strictObject({ versions: z.int().min(1), fields: MinutesFieldsSchema });
const HandCountsSchema = z.array(HandCountSchema);
const MandatesSchema = z.array(MandateSchema);

/** Whom each list of people of the minutes may name. */
const PRESENT_ROLES: Readonly<Record<'boardPresent' | 'witnessesPresent', readonly PersonRole[]>> = {
  boardPresent: ['chair', 'member'],
  witnessesPresent: ['witness'],
};

export function openWrittenMinutes(parts: WrittenMinutesParts): WrittenMinutes {
  const { definition, durably, papers } = parts;
  const versioned = () => papers.get('minutes-fields', VersionedFieldsSchema);
  const handCounts = (): readonly HandCount[] => papers.get('hand-counts', HandCountsSchema) ?? [];

  const mandates = (): readonly MandateEntry[] => papers.get('mandates', MandatesSchema) ?? [];

  const checkPresent = ({ fields }: { readonly fields: MinutesFields }): WriteRefusal | undefined => {
    for (const field of ['boardPresent', 'witnessesPresent'] as const) {
      const people = differentPeople(definition, fields[field] ?? []);
      if (!people.ok) return people.error;
      const stranger = people.value.find(({ role }) => !PRESENT_ROLES[field].includes(role));
      if (stranger !== undefined) return { type: 'role-does-not-fit', person: stranger.person };
    }
    return undefined;
  };

  const checkCount = ({ count }: { readonly count: HandCount }): WriteRefusal | undefined => {
    const phase = parts.phase();
    if (phase !== 'closed' && phase !== 'counted') return { type: 'not-before-closing' };
    if (parts.countedBySlips()) return { type: 'hand-count-is-result' };
    if (count.paper !== undefined && !parts.mobileGroupLeft()) return { type: 'no-mobile-group' };
    const people = confirmAct(definition, 'count_by_hand', count.countedBy);
    if (!people.ok) return people.error;
    const mismatch = pileMismatch(count);
    return mismatch === null ? undefined : { type: 'hand-count-does-not-add-up', ...mismatch };
  };

  /** One write on top of the version that its writer had seen. */
  const write = (act: {
    readonly name: string;
    readonly refusal: WriteRefusal | undefined;
    readonly versions: number;
    readonly basedOn: number;
    readonly isSame: boolean;
    readonly lacksReason: boolean;
    readonly put: () => void;
  }): Written => {
    const { name, refusal, versions } = act;
    if (parts.phase() === 'sealed') return { ok: false, error: { type: 'not-after-sealing' } };
    if (refusal !== undefined) return { ok: false, error: refusal };
    if (act.isSame) return { ok: true, value: { versions } };
    if (act.basedOn !== versions) return { ok: false, error: { type: 'written-meanwhile', versions } };
    if (act.lacksReason) return { ok: false, error: { type: 'correction-needs-reason' } };
    return durably(name, () => {
      act.put();
      return { versions: versions + 1 };
    });
  };

  return {
    fields: () => versioned()?.fields ?? EMPTY_FIELDS,
    fieldsVersions: () => versioned()?.versions ?? 0,
    mandates,
    writeMandate({ person, letter }) {
      if (parts.phase() === 'sealed') return { ok: false, error: { type: 'not-after-sealing' } };
      const people = differentPeople(definition, [person]);
      if (!people.ok) return people;
      if (people.value[0]?.role !== 'witness') {
        return { ok: false, error: { type: 'role-does-not-fit', person } };
      }
      const before = mandates();
      if (before.find((entry) => entry.person === person)?.letter === letter) {
        return { ok: true, value: undefined };
      }
      const entry = { person, letter, checkedAt: parts.clock().time };
      const after = definition.people.flatMap(({ id }) =>
        id === person ? [entry] : before.filter((other) => other.person === id),
      );
      return durably('mandates', () => papers.put('mandates', after) as undefined);
    },
    handCounts,
    writeFields(input) {
      const before = versioned();
      const versions = before?.versions ?? 0;
      return write({
        name: 'minutes-fields',
        refusal: checkPresent(input),
        versions,
        basedOn: input.basedOn,
        isSame: before !== undefined && isSame(before.fields, input.fields),
        lacksReason: false,
        put: () => papers.put('minutes-fields', { versions: versions + 1, fields: input.fields }),
      });
    },
    writeHandCount(input) {
      const { count } = input;
      const before = handCounts();
      const latest = before.at(-1);
      // who gives no reason may repeat what stands there, whatever its reason was
      const repeated =
        count.reason === null && latest !== undefined ? { ...count, reason: latest.reason } : count;
      return write({
        name: 'hand-count',
        refusal: checkCount(input),
        versions: before.length,
        basedOn: input.basedOn,
        isSame: latest !== undefined && isSame(latest, repeated),
        lacksReason: latest !== undefined && count.reason === null,
        put: () => papers.put('hand-counts', [...before, count]),
      });
    },
  };
}

/** Both came out of the same strict schema, so that equal content has its keys in equal order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
