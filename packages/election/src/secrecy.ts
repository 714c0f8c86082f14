import type { Bilingual } from './bilingual.ts';
import type { PollingPlaceFigures } from './figures.ts';
import { paperLine } from './mobile-group.ts';
import type { RulePack } from './rule-pack.ts';

/** A result that tells how people voted, whoever reads it. To be shown before publishing; it changes no figure. */
export interface SecrecyWarning {
  readonly code: 'few-casts' | 'few-paper-votes' | 'unanimous';
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
