import { DataTable } from '@bilik/ui/data-table';
import { setUp } from '@bilik/words/catalogue/center/set-up';
import type { PhraseKey } from '@bilik/words/phrases';
import type { Election } from './elections.tsx';
import { day, words } from './set-up-words.ts';

type RulePack = NonNullable<Election['rulePack']>;
type RuleKey = Extract<PhraseKey<readonly [typeof setUp]>, `setUp.rule.${string}`>;

/** The rules of an event: each with what it says, how sure that is, and where it is said. */
export function RulesTable({
  rulePack,
  language,
}: {
  readonly rulePack: RulePack;
  readonly language: 'id' | 'en';
}) {
  const rows = Object.entries(rulePack.settings);
  const citation = (id: string) => rulePack.citations.find((one) => one.id === id);
  return (
    <section class="stack">
      <h2>{words(language, 'setUp.rules')}</h2>
      <p>
        <strong>{rulePack.name[language]}</strong> · {rulePack.id} {rulePack.version}
        <br />
        {words(language, 'setUp.rules.valid', {
          from: day(language, rulePack.validFrom),
          until:
            rulePack.validUntil === null
              ? words(language, 'setUp.rules.open')
              : day(language, rulePack.validUntil),
        })}
      </p>
      <DataTable
        caption={words(language, 'setUp.rules')}
        columns={[
          {
            key: 'name',
            header: words(language, 'setUp.rules.name'),
            cell: ([name]) => <strong>{ruleName(language, name)}</strong>,
          },
          {
            key: 'value',
            header: words(language, 'setUp.rules.value'),
            cell: ([, { value }]) => valueText(language, value),
          },
          {
            key: 'certainty',
            header: words(language, 'setUp.rules.certainty'),
            cell: ([, { certainty }]) => words(language, `setUp.certainty.${certainty}`),
          },
          {
            key: 'source',
            header: words(language, 'setUp.rules.source'),
            cell: ([, { cites, note }]) => (
              <span class="small">
                {cites.map((id) => {
                  const found = citation(id);
                  return (
                    <span class="rules__source" key={id} title={found?.source}>
                      {found === undefined ? id : [found.title, found.article].filter(Boolean).join(', ')}
                    </span>
                  );
                })}
                {note}
              </span>
            ),
          },
        ]}
        rows={rows}
        keyOf={([name]) => name}
        asLines
      />
    </section>
  );
}

/** The rule pack's schema has these names and no others; one that a later program added is shown as it is. */
function ruleName(language: 'id' | 'en', name: string): string {
  const key = `setUp.rule.${name}`;
  return isRuleKey(key) ? words(language, key) : name;
}

function isRuleKey(key: string): key is RuleKey {
  return key in setUp.id;
}

/** A rule's value as text: figures with their names, words as the rule pack's schema has them. */
function valueText(language: 'id' | 'en', value: unknown): string {
  if (value === null) return words(language, 'setUp.nothing');
  if (typeof value === 'boolean') return words(language, value ? 'setUp.yes' : 'setUp.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.replaceAll('-', ' ');
  if (Array.isArray(value)) {
    return value
      .map((item: unknown, index) =>
        typeof item === 'object' && item !== null && 'step' in item
          ? `${index + 1}. ${valueText(language, item.step)}`
          : valueText(language, item),
      )
      .join(', ');
  }
  if (typeof value !== 'object') return '';
  return Object.entries(value)
    .map(
      ([name, item]) =>
        `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${valueText(language, item)}`,
    )
    .join('; ');
}
