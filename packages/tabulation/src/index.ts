export * from './entry/index.ts';
export * from './fold/index.ts';
export * from './lanes/index.ts';
export * from './parts/index.ts';
export * from './rules/index.ts';
export * from './sheet/index.ts';
export * from './state/index.ts';
