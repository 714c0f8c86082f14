import { expect, test } from 'vitest';
import { changed, firstPlace, firstResult, present } from '../../test/changed-snapshot.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { type Snapshot, snapshotSchema } from './schema.ts';
import { parseSnapshot, rulePackFingerprint, snapshotText } from './snapshot-text.ts';

const whole = syntheticSnapshot({ seed: 3, villages: 2, counted: 1, at: '2026-11-22T08:00:00Z' }).snapshot;

test('no more came than stand on the list: all parts together, also of what is withheld; where others may vote they may', () => {
  const fieldsOf = (draft: Snapshot) =>
    checkSnapshot(draft).flatMap(({ rule, field }) => (rule === 'users-within-list' ? [field] : []));
  const many = changed(whole, (draft) => {
    const { registered, result } = firstPlace(draft);
    const { parts, figures } = present(result);
    figures.users = registered.L + registered.P + 1;
    const half = { ...figures, users: Math.floor(figures.users / 2) };
    const rest = { ...figures, users: figures.users - half.users };
    parts.splice(0, 1, { ...present(parts[0]), figures: half }, { ...present(parts[0]), figures: rest });
  });
  const { id } = firstPlace(many);
  expect(fieldsOf(many)).toEqual([`places.${id}.figures.users`]);
  const withheld = changed(many, (draft) => {
    const { version, figures, parts } = firstResult(draft);
    Object.assign(firstPlace(draft), {
      result: null,
      withheld: { version, figures, parts, reason: 'Diperiksa.' },
    });
  });
  expect(fieldsOf(withheld)).toEqual([`places.${id}.withheld.figures.users`]);
  const allowed = changed(many, (draft) => {
    present(draft.rulePacks[0]).settings.nonDptVoters.value = 'allowed';
    for (const village of draft.villages) village.rulePack = rulePackFingerprint(present(draft.rulePacks[0]));
  });
  expect(fieldsOf(allowed)).toEqual([]);
});

test.each(['2026-99-99T99:99:99Z', '2026-02-30T08:00:00Z', '2026-11-22T24:00:00Z', '9999-12-31T23:59:59Z'])(
  'a moment that is none, %s, is refused as a text is, not met later by a calendar',
  (at) => {
    expect(parseSnapshot(snapshotText({ ...whole, at }))).toMatchObject({
      error: { type: 'snapshot-malformed' },
    });
    expect(snapshotSchema.safeParse(whole).success).toBe(true);
  },
);
