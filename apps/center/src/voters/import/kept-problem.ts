import type { Bilingual } from '@bilik/election';
import { explainProblem, type ImportProblem, type ProblemSentences } from '@bilik/intake';

/** What the center itself finds: in its lists, or of the file that it kept. */
type OwnKind = 'village-has-list' | 'file-gone';

/** A problem of an import: of the file, or of what is on the list already. */
export type KeptProblem = ImportProblem | (Omit<ImportProblem, 'kind'> & { readonly kind: OwnKind });

const SENTENCES: Readonly<Record<OwnKind, { readonly meaning: Bilingual; readonly action: Bilingual }>> = {
  'village-has-list': {
    meaning: {
      id: 'Desa {village} sudah mempunyai daftar. Tidak ada seorang pun dari berkas ini yang masuk.',
      en: 'Village {village} has a list already. Nobody of this file entered.',
    },
    action: {
      id: 'Hapus baris desa itu dari berkas; perubahan atas daftar yang ada lewat usulan.',
      en: 'Delete the rows of that village from the file; a list that is there is changed by proposals.',
    },
  },
  'file-gone': {
    meaning: {
      id: 'Berkas ini tidak ada lagi di kantor: dihapus bersama data pemilih acara lain, atau hilang dari diska. Tidak ada seorang pun yang masuk.',
      en: 'The office no longer has this file: it was erased with the voters’ data of another event, or the disk lost it. Nobody entered.',
    },
    action: {
      id: 'Kirim dan serahkan berkas yang sama sekali lagi.',
      en: 'Send and hand in the same file once more.',
    },
  },
};

/** A problem that no cell of the file names. */
export function ownProblem(kind: OwnKind, village: string | null = null): KeptProblem {
  return {
    ...{ kind, severity: 'error', sheet: null, row: null, column: null, value: village },
    details: village === null ? {} : { village },
  };
}

/** What a problem means and what to do. */
export function explainKept(problem: KeptProblem): ProblemSentences {
  if (problem.kind !== 'village-has-list' && problem.kind !== 'file-gone') {
    return explainProblem({ ...problem, kind: problem.kind });
  }
  const { meaning, action } = SENTENCES[problem.kind];
  const fill = ({ id, en }: Bilingual): Bilingual => {
    const village = String(problem.details['village']);
    return { id: id.replace('{village}', village), en: en.replace('{village}', village) };
  };
  return { meaning: fill(meaning), action: fill(action) };
}
