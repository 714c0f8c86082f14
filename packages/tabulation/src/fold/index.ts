export * from './areas.ts';
export * from './result-change.ts';
export * from './tally.ts';
