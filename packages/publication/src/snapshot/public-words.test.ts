import { civilDate } from '@bilik/election';
import { expect, test } from 'vitest';
import { syntheticSnapshot } from '../synthetic/synthetic-snapshot.ts';
import { wordsNotPublic } from './public-words.ts';
import type { Snapshot } from './schema.ts';

const { snapshot } = syntheticSnapshot({ seed: 3, villages: 20, counted: 1, at: '2026-11-22T07:00:00Z' });
const code = snapshot.villages[1]?.code ?? '';

function withNote(id: string): Snapshot {
  const draft = structuredClone(snapshot);
  const village = draft.villages[1];
  if (village !== undefined) village.stage.note = { id, en: 'x' };
  return draft;
}

test('codes, hashes, days and sums are nobody’s number', () => {
  expect(wordsNotPublic(snapshot)).toEqual([]);
  expect(wordsNotPublic(withNote('Keputusan 140/123/KEP/2026, TPS 001, 14 November 2026'))).toEqual([]);
});

test.each([
  '1607-9904/1195-0055',
  '１６０７９９０４１１９５００５５',
  '1607990411950055x',
  '1607_9904_1195_0055',
  '160 799 041 195 005 5',
  '0812 3456 7890',
  '+62·812·3456·789',
])('a person’s number however it is written: %s', (number) => {
  expect(wordsNotPublic(withNote(`Pemilih ${number} belum`))).toEqual([`villages.${code}.stage.note.id`]);
});

test('in every word that people write: names, reasons, documents, the office', () => {
  const draft = structuredClone(snapshot);
  const number = 'a1607990411950055';
  const village = draft.villages[0];
  const place = village?.places[0];
  const candidate = village?.contest?.candidates[0];
  if (!village || !place?.result || !candidate) throw new Error('the made-up village');
  draft.event.office = number;
  draft.event.evidencePage = `https://contoh.example/${number}/`;
  village.name = number;
  candidate.name = number;
  place.name = number;
  place.withheld = { version: 1, figures: place.result.figures, parts: place.result.parts, reason: number };
  village.determination = {
    candidate: 1,
    on: civilDate('2026-11-23'),
    document: number,
    reason: { id: number, en: 'x' },
  };
  draft.corrections = [
    {
      place: place.id,
      version: 2,
      at: draft.at,
      reason: number,
      before: place.result.figures,
      after: place.result.figures,
    },
  ];
  const at = `villages.${village.code}`;
  expect([...wordsNotPublic(draft)].sort()).toEqual(
    [
      ...['event.office', 'event.evidencePage', `${at}.name`, `${at}.contest.candidates.0.name`],
      ...[`${at}.places.${place.id}.name`, `${at}.places.${place.id}.withheld.reason`],
      ...[`${at}.determination.document`, `${at}.determination.reason.id`],
      `corrections.${place.id}.reason`,
    ].sort(),
  );
});
