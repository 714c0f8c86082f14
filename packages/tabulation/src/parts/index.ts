export * from './sum-parts.ts';
