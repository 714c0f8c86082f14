import { defaultRulePack } from './default-rule-pack.ts';
import type { Citation, RulePack, RulePackSettings, TieStep } from './rule-pack.ts';
import { rulePackSchema } from './rule-pack.ts';

const AREA_FIGURES_FROM = 30;

const demakNews: Citation = {
  id: 'demak-tie',
  title: {
    id: 'Suara sama, masing-masing 321, di Kendalasem, Demak',
    en: 'Tie of 321 votes each in Kendalasem, Demak',
  },
  source: {
    id: 'Kabar Seputar Muria: TPS dengan 591 pemilih menentukan, bukan TPS dengan 566 pemilih',
    en: 'Kabar Seputar Muria: the place with 591 registered voters decided over the one with 566',
  },
  certainty: 'S',
};
const ngawiNews: Citation = {
  id: 'ngawi-tie',
  title: {
    id: 'Aturan suara sama dijelaskan di Ngawi, dengan contoh 1.100 dan 950 pemilih',
    en: 'Tie rule explained in Ngawi, with the example 1,100 against 950 voters',
  },
  source: 'RMOL Jatim 2020',
  certainty: 'S',
};
const slemanPerda: Citation = {
  id: 'sleman-perda-5-2015',
  title: 'Perda Sleman 5/2015',
  article: 'Pasal 46',
  source: {
    id: 'Radar Jogja 2015, "Tidak ada lagi pilkades ulangan"; peraturannya sendiri belum dibaca',
    en: 'Radar Jogja 2015, "Tidak ada lagi pilkades ulangan"; the regulation itself was not read',
  },
  certainty: 'S',
};
const secondRoundRule: Citation = {
  id: 'second-round-rule',
  title: { id: 'Aturan kabupaten lain', en: 'A rule of another regency' },
  article: 'Pasal 49',
  source: {
    id: 'Kutipan peraturan daerah di 123dok, nama kabupaten tidak disebut',
    en: 'Extract of local rules on 123dok, regency not named',
  },
  certainty: 'S',
};

/** T1: the polling place with most registered voters decides; a tie inside it goes to the next largest (our reading). */
export const demakRulePack: RulePack = variant(
  'demak',
  'Demak',
  '33.21',
  [demakNews],
  [{ step: 'largest-polling-place', whenTiedInside: 'next-largest', certainty: 'S', cites: ['demak-tie'] }],
);

/** T1 read strictly: only the largest polling place decides; a tie inside it is left to people. */
export const ngawiRulePack: RulePack = variant(
  'ngawi',
  'Ngawi',
  '35.21',
  [ngawiNews],
  [{ step: 'largest-polling-place', whenTiedInside: 'end-step', certainty: 'S', cites: ['ngawi-tie'] }],
);

/** T2: in a village with one polling place the residence area with most voters decides. */
export const hamletRulePack: RulePack = variant(
  'blitar',
  'Blitar',
  '35.05',
  [],
  [
    {
      step: 'largest-tally-area',
      whenTiedInside: 'next-largest',
      onlySinglePollingPlace: true,
      minimumCasts: AREA_FIGURES_FROM,
      certainty: 'G',
      cites: ['permendagri-112-2014-one-place'],
    },
  ],
);

/** T3: more polling places won, then the largest polling place. */
export const slemanRulePack: RulePack = variant(
  'sleman',
  'Sleman',
  '34.04',
  [slemanPerda],
  [
    {
      step: 'more-units-won',
      unit: 'polling-place',
      minimumCasts: 1,
      certainty: 'S',
      cites: ['sleman-perda-5-2015'],
    },
    {
      step: 'largest-polling-place',
      whenTiedInside: 'next-largest',
      certainty: 'S',
      cites: ['sleman-perda-5-2015'],
    },
  ],
  {
    blankVote: {
      value: 'separate',
      certainty: 'S',
      cites: ['sleman-results'],
      note: {
        id: 'Sleman pernah menghitung suara kosong di dalam suara sah.',
        en: 'Once Sleman gave blank votes inside the valid votes.',
      },
    },
    quorum: {
      value: { numerator: 2, denominator: 3 },
      certainty: '2',
      cites: ['sleman-results'],
      note: {
        id: 'Pada 2021 disebut dua pertiga sampai pukul 14.00; akibat bila kurang tidak ditemukan.',
        en: 'Two thirds by 14.00 are mentioned in 2021; what follows below it was not found.',
      },
    },
    mobileGroup: {
      value: { ownLineFrom: 10, fewestBallots: 2 },
      certainty: 'D',
      cites: ['sleman-mobile-groups'],
      note: {
        id: 'Adanya kelompok keliling memang dibaca; surat suaranya ke kotak TPS induk dan kedua batasnya dari kami.',
        en: 'That there were mobile groups was read; their paper in the parent box, and both limits, are ours.',
      },
    },
  },
);

/** T4: wider area of support, then a second round among the tied within seven days. */
export const secondRoundRulePack: RulePack = variant(
  'second-round',
  'putaran kedua',
  null,
  [secondRoundRule],
  [
    {
      step: 'more-units-won',
      unit: 'tally-area',
      minimumCasts: AREA_FIGURES_FROM,
      certainty: 'D',
      cites: ['second-round-rule'],
    },
    { step: 'second-round', withinDays: 7, certainty: 'S', cites: ['second-round-rule'] },
  ],
);

/** The general rules with Sleman's mobile group: for exercises of it. */
export const mobileGroupRulePack: RulePack = variant(
  'mobile-group',
  'umum dengan kelompok keliling',
  null,
  [],
  defaultRulePack.settings.ties.value,
  { mobileGroup: slemanRulePack.settings.mobileGroup },
);

/** Local variants found in sources, each to be checked with its regency. They serve as tests of the resolver too. */
export const rulePackVariants: readonly RulePack[] = [
  demakRulePack,
  ngawiRulePack,
  hamletRulePack,
  slemanRulePack,
  secondRoundRulePack,
];

function variant(
  id: string,
  name: string,
  regency: string | null,
  citations: readonly Citation[],
  ties: readonly TieStep[],
  changes: Readonly<Partial<Record<keyof RulePackSettings, unknown>>> = {},
): RulePack {
  return rulePackSchema.parse({
    ...defaultRulePack,
    id,
    name: { id: `Aturan ${name} (perlu diperiksa)`, en: `Rules of ${name} (to be checked)` },
    regency,
    citations: [...defaultRulePack.citations, ...citations],
    settings: {
      ...defaultRulePack.settings,
      ties: {
        value: ties,
        certainty: ties.some((step) => step.certainty !== 'S') ? 'G' : 'S',
        cites: [...new Set(ties.flatMap((step) => step.cites))],
      },
      ...changes,
    },
  });
}
