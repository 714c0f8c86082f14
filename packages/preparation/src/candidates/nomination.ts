import type { Bilingual, RulePack } from '@bilik/election';

/** What follows from the number of eligible candidates. The program says what the rules want; people decide it with minutes. */
export type NominationOutcome = { readonly sentence: Bilingual } & (
  | { readonly type: 'determine' }
  | { readonly type: 'select'; readonly places: number }
  | { readonly type: 'extend'; readonly days: number; readonly extension: number }
  | {
      readonly type: 'single-candidate';
      readonly rule: RulePack['settings']['singleCandidate']['value'];
    }
  | { readonly type: 'postpone' }
);

/**
 * @param eligible        candidates who passed research (or registered, while research is to come)
 * @param extensionsUsed  how often registration was extended already
 */
export function nominationOutcome(
  eligible: number,
  extensionsUsed: number,
  { settings }: Pick<RulePack, 'settings'>,
): NominationOutcome {
  const { fewest, most, extensionDays } = settings.candidates.value;
  if (eligible > most) {
    return {
      type: 'select',
      places: most,
      sentence: {
        id: `${eligible} calon memenuhi syarat, paling banyak ${most}: seleksi tambahan dengan bobot yang diumumkan.`,
        en: `${eligible} candidates are eligible, at most ${most} may stand: extra selection with published weights.`,
      },
    };
  }
  if (eligible >= fewest) {
    return {
      type: 'determine',
      sentence: {
        id: `${eligible} calon memenuhi syarat: tetapkan dengan keputusan panitia.`,
        en: `${eligible} candidates are eligible: determine them by the committee's decree.`,
      },
    };
  }
  const days = extensionDays[extensionsUsed];
  if (days !== undefined) {
    return {
      type: 'extend',
      days,
      extension: extensionsUsed + 1,
      sentence: {
        id: `Baru ${eligible} calon memenuhi syarat, paling sedikit ${fewest}: perpanjang pendaftaran ${days} hari.`,
        en: `Only ${eligible} candidates are eligible, at least ${fewest} are needed: extend registration by ${days} days.`,
      },
    };
  }
  if (eligible === 1) {
    const rule = settings.singleCandidate.value;
    return {
      type: 'single-candidate',
      rule,
      sentence:
        rule === 'empty-column'
          ? {
              id: 'Tetap satu calon sesudah semua perpanjangan: paket aturan meminta surat suara dengan kolom kosong.',
              en: 'Still one candidate after all extensions: the rule pack wants a ballot with an empty column.',
            }
          : {
              id: 'Tetap satu calon sesudah semua perpanjangan: panitia dan BPD bermusyawarah mufakat, tanpa pemungutan suara.',
              en: 'Still one candidate after all extensions: committee and council decide by consensus, without a vote.',
            },
    };
  }
  return {
    type: 'postpone',
    sentence: {
      id: `${eligible === 0 ? 'Tidak ada calon' : `Hanya ${eligible} calon`} sesudah semua perpanjangan: tunda desa ke gelombang berikutnya.`,
      en: `${eligible === 0 ? 'No candidate' : `Only ${eligible} candidates`} after all extensions: postpone the village to the next wave.`,
    },
  };
}

/** What is left after someone withdrew; numbers that were drawn stay with their people, so there may be gaps. */
export interface Withdrawal<Standing> {
  readonly standing: readonly Standing[];
  readonly outcome: NominationOutcome;
}

/**
 * @param candidates of one village, with the numbers of the draw
 * @param number     of the one who withdraws
 * After the draw registration is not extended any more, whatever is left of the extensions.
 */
export function afterWithdrawal<Standing extends { readonly number: number }>(
  candidates: readonly Standing[],
  number: number,
  rulePack: Pick<RulePack, 'settings'>,
): Withdrawal<Standing> {
  const standing = candidates.filter((candidate) => candidate.number !== number);
  return { standing, outcome: nominationOutcome(standing.length, Number.POSITIVE_INFINITY, rulePack) };
}
