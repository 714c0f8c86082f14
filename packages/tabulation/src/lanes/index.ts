export * from './commitment.ts';
export * from './compare-lanes.ts';
