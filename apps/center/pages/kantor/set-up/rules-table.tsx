import { lawText } from '@bilik/election/law-text';
import { DataTable } from '@bilik/ui/data-table';
import { setUp } from '@bilik/words/catalogue/center/set-up';
import type { PhraseKey } from '@bilik/words/phrases';
import { day } from '../civil-day.ts';
import type { Election } from './elections.tsx';
import { ruleValueText } from './rule-value-text.ts';
import { words } from './set-up-words.ts';

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
            cell: ([name, { value }]) => ruleValueText(language, name, value),
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
                    <span class="rules__source" key={id}>
                      {found === undefined
                        ? id
                        : [lawText(found.title, language), found.article].filter(Boolean).join(', ')}
                      {found !== undefined && ` (${lawText(found.source, language)})`}
                    </span>
                  );
                })}
                {note !== undefined && lawText(note, language)}
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
