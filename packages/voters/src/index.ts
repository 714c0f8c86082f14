export * from './division/index.ts';
export * from './duplicates/index.ts';
export * from './life/index.ts';
export * from './statistics/index.ts';
