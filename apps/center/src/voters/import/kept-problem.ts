import type { Bilingual } from '@bilik/election';
import { explainProblem, type ImportProblem, type ProblemSentences } from '@bilik/intake';

/** A problem of an import: of the file, or of what is on the list already. */
export type KeptProblem =
  | ImportProblem
  | (Omit<ImportProblem, 'kind'> & { readonly kind: 'village-has-list' });

const VILLAGE_HAS_LIST: { readonly meaning: Bilingual; readonly action: Bilingual } = {
  meaning: {
    id: 'Desa {village} sudah mempunyai daftar. Tidak ada seorang pun dari berkas ini yang masuk.',
    en: 'Village {village} has a list already. Nobody of this file entered.',
  },
  action: {
    id: 'Hapus baris desa itu dari berkas; perubahan atas daftar yang ada lewat usulan.',
    en: 'Delete the rows of that village from the file; a list that is there is changed by proposals.',
  },
};

/** What a problem means and what to do. */
export function explainKept(problem: KeptProblem): ProblemSentences {
  if (problem.kind !== 'village-has-list') return explainProblem({ ...problem, kind: problem.kind });
  const fill = ({ id, en }: Bilingual): Bilingual => {
    const village = String(problem.details['village']);
    return { id: id.replace('{village}', village), en: en.replace('{village}', village) };
  };
  return { meaning: fill(VILLAGE_HAS_LIST.meaning), action: fill(VILLAGE_HAS_LIST.action) };
}
