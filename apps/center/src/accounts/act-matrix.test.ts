import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actMatrix, actMatrixMarkdown } from './act-matrix.ts';
import { ACTS } from './acts.ts';
import { ROLES } from './roles.ts';

test('the published page is the table of the code, with every act once', () => {
  const published = readFileSync(new URL('../../../../docs/center-acts.md', import.meta.url), 'utf8');
  expect(published).toBe(actMatrixMarkdown());
  for (const name of Object.keys(ACTS)) expect(published.split(`\`${name}\``)).toHaveLength(2);
});

test('a role stands where the doors let it in, and nowhere else', () => {
  const rows = actMatrix().flatMap((room) => room.rows);
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(Object.keys(ACTS)));
  expect(rows).toHaveLength(Object.keys(ACTS).length);
  for (const { name, may } of rows) {
    expect(ROLES.filter((_, index) => may[index])).toEqual(
      ROLES.filter((role) => ACTS[name].roles.some((one) => one === role)),
    );
  }
});
