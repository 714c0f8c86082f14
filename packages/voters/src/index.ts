export * from './division/index.ts';
export * from './duplicates/index.ts';
