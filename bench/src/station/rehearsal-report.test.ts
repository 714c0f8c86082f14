import { expect, test } from 'vitest';
import { readRehearsalReport } from './rehearsal-report.ts';

const report = {
  steps: [{ step: 'vote', ms: 20_000 }],
  casts: 270,
  castsPerSecond: 13.5,
  checkInMedianMs: 8,
  castMedianMs: 210,
  right: true,
};

test('the report is the last line, whatever was said before', () => {
  const { right: _right, ...read } = report;
  expect(readRehearsalReport(`page built\n${JSON.stringify(report)}\n`)).toEqual(read);
});

test('a day that did not add up is no figure', () => {
  expect(() => readRehearsalReport(JSON.stringify({ ...report, right: false }))).toThrow('did not add up');
});

test('a report without its figure is refused by name', () => {
  const { castsPerSecond: _gone, ...rest } = report;
  expect(() => readRehearsalReport(JSON.stringify(rest))).toThrow('castsPerSecond');
  expect(() => readRehearsalReport('')).toThrow();
});
