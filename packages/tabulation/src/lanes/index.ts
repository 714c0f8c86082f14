export * from './commitment.ts';
export * from './compare-lanes.ts';
export * from './difference-reason.ts';
