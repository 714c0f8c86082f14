import { correctionsCsv, placesCsv, type Snapshot, stageSchema, villagesCsv } from '@bilik/publication';
import { syntheticSnapshot } from '@bilik/publication/synthetic';
import { phrase } from '@bilik/words';
import { expect, test } from 'vitest';

const { snapshot } = syntheticSnapshot({ seed: 5, villages: 3, counted: 1, at: '2026-11-22T08:00:00Z' });
const cellsOf = (table: string, heading: string) => {
  const [head = [], ...rows] = table
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.replaceAll(/"[^"]*"/g, 'text').split(','));
  expect(head).toContain(heading);
  return rows.map((row) => row[head.indexOf(heading)]);
};
/** The same with every village at a stage, in a state, voting in a way. */
const withAll = (change: Pick<Snapshot['villages'][number], 'state'>, stage: string, mode: string) =>
  ({
    ...snapshot,
    villages: snapshot.villages.map((village) => ({
      ...{ ...village, ...change, stage: { ...village.stage, name: stage } },
      places: village.places.map((place) => ({ ...place, mode })),
    })),
  }) as Snapshot;

test('tables of open data say stage, state and way of voting in the Indonesian words of the pages', () => {
  for (const stage of stageSchema.options) {
    const table = villagesCsv(withAll({ state: 'none' }, stage, 'paper'));
    expect(new Set(cellsOf(table, 'tahap'))).toEqual(new Set([phrase('id', `portal.stage.${stage}`)]));
  }
  for (const state of ['none', 'provisional', 'determined'] as const) {
    const table = villagesCsv(withAll({ state }, 'voting', 'paper'));
    expect(new Set(cellsOf(table, 'keadaan'))).toEqual(new Set([phrase('id', `portal.state.${state}`)]));
  }
  for (const mode of ['electronic', 'paper', 'mixed'] as const) {
    const table = placesCsv(withAll({ state: 'none' }, 'voting', mode));
    expect(new Set(cellsOf(table, 'cara'))).toEqual(new Set([phrase('id', `portal.mode.${mode}`)]));
  }
});

test('a correction names candidates, not keys of the format', () => {
  const village = snapshot.villages.find(({ contest }) => contest !== null);
  const place = village?.places.find(({ result }) => result !== null);
  if (village === undefined || place?.result?.figures == null) throw new Error('nothing is counted');
  const { figures } = place.result;
  const [candidate] = village.contest?.candidates ?? [];
  const [option] = figures.options;
  const correction = {
    ...{ place: place.id, version: 2, at: snapshot.at, reason: 'Salah baca angka.' },
    ...{ before: figures, after: figures },
  };
  const table = correctionsCsv({ ...snapshot, corrections: [correction] });
  expect(table).toContain(`1. ${candidate?.name}: ${option?.votes}; 2. `);
  expect(table).not.toMatch(/\bc1\b/);
});
