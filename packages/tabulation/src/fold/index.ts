export * from './areas.ts';
export * from './figures.ts';
export * from './result-change.ts';
export * from './tally.ts';
