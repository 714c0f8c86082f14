import { canonicalText } from '@bilik/election';
import { type Difference, differs } from './difference.ts';
import type { FallenDetermination, PublishedVillage, Snapshot } from './schema.ts';

type Determination = NonNullable<PublishedVillage['determination']>;
type Standing = Pick<PublishedVillage, 'determination' | 'fallen'>;

/** Said where nobody reopened it: figures or rules are others than those that were determined, or their evidence is withheld. */
const NOBODY_REOPENED =
  'Yang ditetapkan tidak lagi sesuai hasil yang diumumkan; sebabnya ada pada koreksi dan keterangan TPS desa ini.';

/**
 * The determinations of a village that were published and fell, this time's among them.
 * @param before the village as it was published last @param at of the snapshot that is being made @param why what the office said when it reopened
 */
export function fallenOf(
  before: Standing | undefined,
  now: Determination | null,
  { at, why }: Pick<FallenDetermination, 'at'> & { readonly why: string | undefined },
): FallenDetermination[] {
  const determined = before?.determination ?? null;
  const earlier = before?.fallen ?? [];
  return determined !== null && fell(determined, now)
    ? [...earlier, { ...determined, at, why: why ?? NOBODY_REOPENED }]
    : earlier;
}

/** How the committee's own determination is named; a decree that follows has a number of its own. */
const MINUTES = 'Berita acara ';

/**
 * Whoever was declared elected stays so, or stands among what fell, with the moment of the snapshot that said so first; a decree may follow on the
 * committee's minutes, and stays then. Nothing else fell.
 */
export function determinationsDiffer(before: Snapshot, after: Snapshot): Difference[] {
  const old = new Map(before.villages.map((village) => [village.code, village]));
  const now = new Map(after.villages.map((village) => [village.code, village]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((code) =>
    fallenDiffer(`villages.${code}.fallen`, old.get(code), now.get(code), after.at),
  );
}

function fallenDiffer(
  field: string,
  before: Standing | undefined,
  after: Standing | undefined,
  now: string,
): Difference[] {
  const determined = before?.determination ?? null;
  const hasFallen = determined !== null && fell(determined, after?.determination ?? null);
  const earlier = before?.fallen ?? [];
  const said = after?.fallen ?? [];
  const last = said[earlier.length];
  const { why: _why, ...lastSaid } = last ?? { why: '' };
  return [
    ...differs('silent', field, said.slice(0, earlier.length), earlier),
    ...differs('silent', field, said.length, earlier.length + (hasFallen ? 1 : 0)),
    ...(hasFallen && last !== undefined
      ? differs('silent', `${field}.${earlier.length}`, lastSaid, { ...determined, at: now })
      : []),
  ];
}

function fell(before: Determination, now: Determination | null): boolean {
  const decision = ({ candidate, reason }: Determination) => canonicalText({ candidate, reason });
  const isSame = now !== null && decision(now) === decision(before);
  const isFollowed = now !== null && before.document.startsWith(MINUTES) && !now.document.startsWith(MINUTES);
  return !(isSame && (isFollowed || (now.on === before.on && now.document === before.document)));
}
