import { defaultRulePack, type RegencyCode, rulePackVariants } from '@bilik/election';
import { defaultCalendar } from '../calendar/default-calendar.ts';
import { othersCalendar } from '../calendar/others-calendar.ts';
import { defaultChecklist } from '../candidates/default-checklist.ts';
import { defaultSelectionRule } from '../candidates/selection.ts';
import { defaultVulnerabilityIndex } from '../machine-villages/default-index.ts';
import { type Form, type Labels, type SetUp, setUpSchema } from './set-up.ts';

const DEFAULT_LABELS: Labels = {
  head: { id: 'kepala desa', en: 'village head' },
  village: { id: 'desa', en: 'village' },
  hamlet: { id: 'dusun', en: 'hamlet' },
  council: { id: 'BPD', en: 'village council' },
  election: { id: 'pilkades serentak', en: 'simultaneous village-head election' },
};

/** West Sumatra, by the province's code: nagari with wali nagari. */
const NAGARI_LABELS: Labels = {
  head: { id: 'wali nagari', en: 'nagari head' },
  village: { id: 'nagari', en: 'nagari' },
  hamlet: { id: 'jorong', en: 'hamlet' },
  council: { id: 'Bamus', en: 'nagari council' },
  election: { id: 'pilwana serentak', en: 'simultaneous nagari-head election' },
};

/** Labels of provinces and regencies that are known by other names; others are said in the office's settings. */
const LABELS: Readonly<Record<string, Labels>> = {
  '13': NAGARI_LABELS,
  '32.12': {
    ...DEFAULT_LABELS,
    head: { id: 'kuwu', en: 'village head (kuwu)' },
    election: { id: 'pilwu serentak', en: 'simultaneous kuwu election' },
  },
  '34.04': {
    ...DEFAULT_LABELS,
    head: { id: 'lurah', en: 'village head (lurah)' },
    village: { id: 'kalurahan', en: 'village (kalurahan)' },
    hamlet: { id: 'padukuhan', en: 'hamlet' },
    council: { id: 'BPKal', en: 'village council' },
    election: { id: 'pilur serentak', en: 'simultaneous lurah election' },
  },
};

/** Forms of the day and of the lists, by the annexes of Tegal (second-hand). */
const FORMS: readonly (readonly [id: string, annex: string, indonesian: string, english: string])[] = [
  [
    'provisional-list-decree',
    'XIII',
    'Keputusan panitia tentang DPS',
    "Committee's decree on the provisional list",
  ],
  ['provisional-list', 'XIV', 'Daftar pemilih sementara', 'Provisional voter list'],
  [
    'supplementary-list-decree',
    'XV',
    'Keputusan panitia tentang pemilih tambahan',
    "Committee's decree on the supplementary list",
  ],
  ['supplementary-list', 'XVI', 'Daftar pemilih tambahan', 'Supplementary voter list'],
  ['final-list-decree', 'XVII', 'Keputusan panitia tentang DPT', "Committee's decree on the final list"],
  ['final-list', 'XVIII', 'Daftar pemilih tetap', 'Final voter list'],
  ['invitation', 'XXXVIII', 'Undangan dan tanda terimanya', 'Polling notification with receipt'],
  ['ballot-hand-over', 'XXXIX', 'Serah terima surat suara', 'Hand-over of ballots'],
  ['opening-minutes', 'XL', 'Berita acara pembukaan rapat', 'Minutes of opening'],
  ['helper-statement', 'XLI', 'Pernyataan kerahasiaan pendamping', "Helper's statement of secrecy"],
  ['voting-minutes', 'XLII', 'Berita acara pemungutan suara', 'Minutes of voting'],
  ['witness-mandate', 'XLIII', 'Surat mandat saksi', "Witness's mandate"],
  ['count-minutes', 'XLIV', 'Berita acara penghitungan suara', 'Minutes of the count'],
  ['force-majeure', 'XLV', 'Keputusan penghentian karena keadaan memaksa', 'Decree stopping the election'],
  ['tally-sheet', 'XLVI', 'Lembar penghitungan', 'Tally sheet'],
  ['winner-decree', 'XLVII', 'Keputusan panitia tentang calon terpilih', "Committee's decree on the winner"],
  ['office-hand-over', 'XLVIII', 'Serah terima jabatan', 'Hand-over of office'],
];

/** What a regency begins with when nobody hands it a set-up: the general rules, and the local variant where one was found. */
export function defaultSetUp(regency: { readonly code: RegencyCode; readonly name: string }): SetUp {
  const own = rulePackVariants.filter((rulePack) => rulePack.regency === regency.code);
  return setUpSchema.parse({
    format: 'bilik/v1/regency-set-up',
    from: { regency: regency.code, name: regency.name },
    labels: LABELS[regency.code] ?? LABELS[regency.code.slice(0, 2)] ?? DEFAULT_LABELS,
    rulePacks: [...own, defaultRulePack],
    calendars: [defaultCalendar, othersCalendar],
    checklists: [defaultChecklist],
    selectionRules: [defaultSelectionRule],
    vulnerabilityIndex: defaultVulnerabilityIndex,
    forms: FORMS.map(
      ([id, annex, indonesian, english]): Form => ({
        id,
        annex,
        name: { id: indonesian, en: english },
        certainty: '2',
      }),
    ),
  });
}
