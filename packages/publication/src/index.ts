export * from './export/index.ts';
export * from './leak/index.ts';
export * from './log/index.ts';
export * from './site/index.ts';
export * from './snapshot/index.ts';
