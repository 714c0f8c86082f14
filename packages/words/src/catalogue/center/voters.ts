import { votersImport } from './voters/import.ts';
import { votersList } from './voters/list.ts';
import { votersProposals } from './voters/proposals.ts';
import { votersRefused } from './voters/refused.ts';

/** The room of the voter lists, and the public's question whether one is listed. */
export const voters = {
  id: { ...votersList.id, ...votersProposals.id, ...votersImport.id, ...votersRefused.id },
  en: { ...votersList.en, ...votersProposals.en, ...votersImport.en, ...votersRefused.en },
} as const;
