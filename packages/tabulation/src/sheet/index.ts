export * from './sheet-form.ts';
export * from './sheet-values.ts';
