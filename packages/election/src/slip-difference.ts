import type { Bilingual } from './bilingual.ts';
import { type PollingPlaceFigures, votesOf } from './figures.ts';
import type { RulePack } from './rule-pack.ts';

/** What the rule pack says about slips that differ from casts. Any difference is published; it never stops a village by itself. */
export interface SlipVerdict {
  readonly action: 'not-counted-yet' | 'agree' | 'publish' | 'full-hand-count' | 'people-decide';
  /** Slips by which box and electronic figures differ; 0 while not counted. */
  readonly slips: number;
  readonly sentence: Bilingual;
}

/**
 * Compares the hand-counted slip box with the electronic figures and applies the rule pack. One missing slip, one slip too
 * many and one slip of another option each count as one.
 */
export function judgeSlips(figures: PollingPlaceFigures, rulePack: RulePack): SlipVerdict {
  const { slipBox, casts, contests } = figures;
  if (slipBox === null) {
    return {
      action: 'not-counted-yet',
      slips: 0,
      sentence: { id: 'Struk belum dihitung.', en: 'The slips have not been counted yet.' },
    };
  }
  const slips = Math.max(
    Math.abs(slipBox.inBox - casts),
    ...contests.map(({ contest, options }) => {
      const box = slipBox.contests.find((counted) => counted.contest === contest)?.options ?? [];
      const differences = options.map(({ key, votes }) => votesOf(box, key) - votes);
      const sumOf = (sign: 1 | -1) =>
        differences.reduce((total, difference) => total + Math.max(0, sign * difference), 0);
      return Math.max(sumOf(1), sumOf(-1));
    }),
  );
  if (slips === 0) {
    return {
      action: 'agree',
      slips,
      sentence: { id: 'Struk dan suara masuk sama.', en: 'Slips and casts agree.' },
    };
  }
  const { tolerated, beyond } = rulePack.settings.slipDifference.value;
  const action = slips <= tolerated ? 'publish' : beyond;
  return { action, slips, sentence: SENTENCES[action](slips) };
}

const SENTENCES: Readonly<
  Record<'publish' | 'full-hand-count' | 'people-decide', (slips: number) => Bilingual>
> = {
  publish: (slips) => ({
    id: `Selisih ${slips} struk; diumumkan bersama hasil.`,
    en: `A difference of ${slips} slips; it is published with the result.`,
  }),
  'full-hand-count': (slips) => ({
    id: `Selisih ${slips} struk melampaui batas; seluruh struk dihitung ulang dengan tangan, dan selisih diumumkan.`,
    en: `A difference of ${slips} slips is beyond the limit; all slips are counted again by hand, and it is published.`,
  }),
  'people-decide': (slips) => ({
    id: `Selisih ${slips} struk melampaui batas; panitia memutuskan dengan berita acara, dan selisih diumumkan.`,
    en: `A difference of ${slips} slips is beyond the limit; the committee decides with minutes, and it is published.`,
  }),
};
