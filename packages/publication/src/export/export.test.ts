import { readFileSync } from 'node:fs';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { correctionsCsv, csvCell, placesCsv, villagesCsv } from './csv.ts';
import { nistReport } from './nist.ts';

const schema: object = JSON.parse(
  readFileSync(
    new URL('../../test/nist-cdf/NIST_V2_election_results_reporting.json', import.meta.url),
    'utf8',
  ),
);
const ajv = new ajvDraft04.default({ strict: false, allErrors: true });
ajvFormats.default(ajv);
const validate = ajv.compile(schema);

const AT = '2026-11-22T08:00:00Z';
const snapshotOf = (counted: number) =>
  syntheticSnapshot({ seed: 5, villages: 17, counted, at: AT }).snapshot;

describe('NIST SP 1500-100 version 2', () => {
  test.each([0, 0.4, 1])('valid against the schema with %d of the results in', (counted) => {
    validate(JSON.parse(nistReport(snapshotOf(counted))));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('what the schema does not check: every name of a unit or candidate is there, once', () => {
    const text = nistReport(snapshotOf(1));
    const ids = [...text.matchAll(/"@id":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...text.matchAll(/"(?:GpUnitId|ElectionScopeId|ElectionDistrictId)":"([^"]+)"/g),
      ...[...text.matchAll(/"(?:ComposingGpUnitIds|CandidateIds)":\[([^\]]*)\]/g)].flatMap(
        ([, list = '']) => [...list.matchAll(/"([^"]+)"/g)],
      ),
    ].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('a changed word is found by the schema: the detector works', () => {
    validate(JSON.parse(nistReport(snapshotOf(1)).replace('"precinct-level"', '"tps"')));
    expect(validate.errors).not.toBeNull();
  });
});

describe('tables for spreadsheets', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+62', "'+62"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =cmd', "' =cmd"],
    ['\uff1d1', "'\uff1d1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['Dr. "Gus", M.Si.', '"Dr. ""Gus"", M.Si."'],
    ['Melati', 'Melati'],
    [12, '12'],
    [null, ''],
  ])('%j is written %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  test('a candidate called as a formula stays text, also after a number', () => {
    const { snapshot } = syntheticSnapshot({
      seed: 5,
      villages: 2,
      counted: 1,
      at: AT,
      candidateNames: ['=1+1', 'Sari, "S.E."'],
    });
    const table = villagesCsv(snapshot);
    expect(table).toContain('1. =1+1');
    expect(table).not.toMatch(/(?:^|,)"?[=+@-]/m);
  });

  test('a row for each village and polling place, as many cells in each', () => {
    const snapshot = snapshotOf(0.4);
    const places = snapshot.villages.reduce((sum, village) => sum + village.places.length, 0);
    const widths = (text: string) =>
      text
        .slice(1)
        .trimEnd()
        .split('\r\n')
        .map((line) => line.replaceAll(/"[^"]*"/g, '').split(',').length);
    expect(widths(villagesCsv(snapshot))).toEqual(
      Array.from({ length: snapshot.villages.length + 1 }, () => 25),
    );
    expect(new Set(widths(placesCsv(snapshot))).size).toBe(1);
    expect(widths(placesCsv(snapshot))).toHaveLength(places + 1);
    expect(widths(correctionsCsv(snapshot))).toHaveLength(1);
  });
});
