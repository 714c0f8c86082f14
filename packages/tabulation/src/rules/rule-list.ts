import type { SheetForm } from '../sheet/sheet-form.ts';
import type { SheetValues } from '../sheet/sheet-values.ts';
import { SHEET_RULES } from './check-sheet.ts';
import type { CheckKind, SheetRule } from './sheet-check.ts';
import type { SheetFacts } from './sheet-facts.ts';

/** A sheet on which all rules hold, and how its figures are changed for an example. */
export interface SampleSheet {
  readonly form: SheetForm;
  readonly facts: SheetFacts;
  readonly valuesWith: (changes: Readonly<Record<string, number | null>>) => SheetValues;
}

/** The sheet of a rule's example. A sheet that is another's, in every figure, is made from the sample itself. */
export function exampleOf({ code, example }: SheetRule, sample: SampleSheet) {
  const values = sample.valuesWith(example.figures ?? {});
  const twin = { place: `${sample.form.place.slice(0, -3)}009` as typeof sample.form.place, values };
  const facts = {
    ...sample.facts,
    ...(code === 'Q01' ? { otherSheetsOfVillage: [twin] } : {}),
    ...example.facts,
  };
  return { form: sample.form, values, facts };
}

const KINDS: Readonly<Record<CheckKind, string>> = {
  error: '## Kesalahan: menahan lembar / errors: they block',
  quarantine: '## Karantina: dilihat orang kedua dulu / quarantine: two people look first',
  warning: '## Peringatan: minta penjelasan / warnings: they want an explanation',
};

/** The numbered rules as Markdown, each with an example that the rule itself computed. Indonesian first. */
export function sheetRulesMarkdown(sample: SampleSheet): string {
  const ofKind = (kind: CheckKind) => SHEET_RULES.filter((rule) => rule.kind === kind);
  return [
    '# Aturan lembar hasil TPS kertas / rules of a paper polling place’s sheet',
    '',
    'Dibuat dari tabel aturan: `bilik sheet-rules`; sebuah tes menjaga keduanya sama. / Made from the table of rules by `bilik sheet-rules`; a test keeps them equal.',
    '',
    'Contoh dihitung oleh aturan itu sendiri, pada lembar dengan 300 pemilih yang semua jumlahnya benar, setelah angka yang disebut diganti. / Examples are computed by the rules themselves, on a sheet of 300 voters whose sums all hold, after the named figures were changed.',
    '',
    ...(['error', 'quarantine', 'warning'] as const).flatMap((kind) => [
      KINDS[kind],
      '',
      ...ofKind(kind).flatMap((rule) => ruleLines(rule, sample)),
    ]),
  ].join('\n');
}

function ruleLines(rule: SheetRule, sample: SampleSheet): readonly string[] {
  const found = rule.find(exampleOf(rule, sample));
  const changed = Object.entries(rule.example.figures ?? {}).map(
    ([field, value]) => `\`${field}\` = ${value ?? '–'}`,
  );
  return [
    `### ${rule.code} · ${rule.compares.id} / ${rule.compares.en}`,
    '',
    `- **Apa / what:** ${rule.what.id} / ${rule.what.en}`,
    `- **Mengapa / why:** ${rule.why.id} / ${rule.why.en}`,
    `- **Yang dilakukan / to do:** ${rule.todo.id} / ${rule.todo.en}`,
    ...(changed.length > 0 ? [`- **Angka contoh / example figures:** ${changed.join(', ')}`] : []),
    ...found.map(({ calculation }) => `- **Contoh / example:** ${calculation.id} / ${calculation.en}`),
    '',
  ];
}
