import { lessIsBetter, type Measurement } from '../figure.ts';
import { percentile } from '../run/spread.ts';
import { measuredNation } from './nation.ts';

const PAGE_LIMIT_MS = 100;
const FRESH_LIMIT_MS = 1000;
const MEMORY_LIMIT_MEGABYTES = 400;
const PROVINCE = 1;

/** The roll-up page of the slowest level of a nation: 95 of 100 stand within this time; beside it a province's sums counted from its results. */
export const measurePages: Measurement = async function* (say) {
  const { places, pageMs, countMs } = await measuredNation(say);
  yield lessIsBetter('rollup.page', 'ms', Math.max(...pageMs), PAGE_LIMIT_MS, places);
  yield lessIsBetter('rollup.page.count', 'ms', pageMs[PROVINCE] ?? 0, countMs, places);
};

/** How long one new result takes to stand in all sums above it, and the memory of the processes that brought it there. */
export const measureFresh: Measurement = async function* (say) {
  const { places, freshMs, megabytes } = await measuredNation(say);
  yield lessIsBetter('rollup.fresh', 'ms', percentile(freshMs, 0.95), FRESH_LIMIT_MS, places);
  yield lessIsBetter('rollup.memory', 'MB', megabytes, MEMORY_LIMIT_MEGABYTES, places);
};
