import type { Bilingual } from './bilingual.ts';
import type { PollingPlaceFigures } from './figures.ts';
import { isUnanimous, paperLine, paperVotes, votersBehindPaper } from './mobile-group.ts';
import type { RulePack } from './rule-pack.ts';

/** A result that tells how people voted, whoever reads it. To be shown before publishing; it changes no figure. */
export interface SecrecyWarning {
  readonly code: 'few-casts' | 'few-mobile-voters' | 'few-paper-votes' | 'unanimous' | 'unanimous-paper';
  /** The contest; null when all contests are meant. */
  readonly contest: string | null;
  readonly sentence: Bilingual;
}

/** Small and unanimous results (attacks.md, P7). Nobody's vote is secret where everybody voted alike. */
export function secrecyWarnings(figures: PollingPlaceFigures, rulePack: RulePack): readonly SecrecyWarning[] {
  const { warnBelow } = rulePack.settings.smallPollingPlace.value;
  const warnings: SecrecyWarning[] = [];
  if (figures.casts > 0 && figures.casts < warnBelow) {
    warnings.push({
      code: 'few-casts',
      contest: null,
      sentence: {
        id: `Hanya ${figures.casts} suara masuk; hasil TPS ini dapat menunjukkan pilihan orang.`,
        en: `Only ${figures.casts} votes were cast; the result of this place may show how people voted.`,
      },
    });
  }
  const voters = votersBehindPaper(figures);
  const fewest = rulePack.settings.mobileGroup.value?.fewestBallots ?? 0;
  if (voters > 0 && voters < fewest) {
    warnings.push({
      code: 'few-mobile-voters',
      contest: null,
      sentence: {
        id: `Pemilih yang memilih lewat kelompok keliling: hanya ${voters}, kurang dari ${fewest}. Hasil dikurangi suara elektronik menunjukkan pilihan mereka. Ini tidak dapat dibatalkan.`,
        en: `Voters who voted with the mobile group: only ${voters}, fewer than ${fewest}. The result minus the electronic votes shows how they voted. This cannot be undone.`,
      },
    });
  }
  const paper = figures.mobileGroup?.counted?.inBox ?? 0;
  if (paperLine(figures, rulePack) === 'merged') {
    warnings.push({
      code: 'few-paper-votes',
      contest: null,
      sentence: {
        id: `Hanya ${paper} suara kertas dari kelompok keliling: digabung dalam jumlah. Siapa yang mengurangkan hasil arsip elektronik dari jumlah itu tetap dapat mengetahuinya.`,
        en: `Only ${paper} paper votes came from the mobile group: they are merged into the total. Whoever subtracts the electronic record's sum from it can still know them.`,
      },
    });
  }
  // of fewer the warning above says enough, and no paper says by itself that they are alike
  const ownLines = paperLine(figures, rulePack) === 'own-line' ? paperVotes(figures) : [];
  for (const { contest } of ownLines.filter(isUnanimous)) {
    warnings.push({
      code: 'unanimous-paper',
      contest,
      sentence: {
        id: `Semua ${paper} suara kertas dari kelompok keliling sama; hasil TPS ini menunjukkan pilihan setiap pemilih yang ditandai untuk kelompok itu.`,
        en: `All ${paper} paper votes of the mobile group are alike; the result of this place shows how everybody voted who was marked for it.`,
      },
    });
  }
  for (const { contest, options } of figures.contests) {
    if (options.filter(({ votes }) => votes > 0).length !== 1) continue;
    warnings.push({
      code: 'unanimous',
      contest,
      sentence: {
        id: 'Semua suara sama; hasil TPS ini menunjukkan pilihan setiap orang yang hadir.',
        en: 'All votes are alike; the result of this place shows how everybody who came voted.',
      },
    });
  }
  return warnings;
}
