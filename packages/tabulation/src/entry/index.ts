export * from './compare-entries.ts';
export * from './who-sees.ts';
