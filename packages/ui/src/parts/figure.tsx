import { formatNumber } from '@bilik/words/format';
import type { ComponentChildren } from 'preact';
import { useLanguage, usePartWords } from './language.tsx';
import { type State, StateBadge } from './state-badge.tsx';

export interface FigureProps {
  readonly label: string;
  /** A number is written as the language writes it; a text stands as it is. */
  readonly value: number | string;
  /** A line below, for example "of 120 on the list". */
  readonly note?: ComponentChildren;
  readonly size?: 'normal' | 'large' | undefined;
}

/** One big number and what it counts. Several stand in a `Figures`. */
export function Figure({ label, value, note, size = 'normal' }: FigureProps) {
  const language = useLanguage();
  return (
    <div class={`figure figure--${size}`}>
      <dt class="figure__label">{label}</dt>
      <dd class="figure__value">{typeof value === 'number' ? formatNumber(language, value) : value}</dd>
      {note !== undefined && <dd class="figure__note">{note}</dd>}
    </div>
  );
}

export function Figures({ children }: { readonly children: ComponentChildren }) {
  return <dl class="figures">{children}</dl>;
}

/** One rule that must hold: the sum of the left side equals the sum of the right side. */
export interface Sum {
  readonly key: string;
  /** The rule in words: "Pemilih hadir = suara masuk + tidak jadi memilih". */
  readonly rule: string;
  /** The figures of the left side, in whole units. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Sums with their verdict, each line readable as an equation. */
export function FigureTable({ caption, sums }: { readonly caption: string; readonly sums: readonly Sum[] }) {
  const say = usePartWords();
  const language = useLanguage();
  const write = (side: readonly number[]) => side.map((value) => formatNumber(language, value)).join(' + ');
  return (
    <table class="table table--sums table--lines">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('parts.sums.rule')}</th>
          <th scope="col" class="table__number">
            {say('parts.sums.figures')}
          </th>
          <th scope="col">{say('parts.sums.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ key, rule, left, right }) => {
          const { state, word } = verdictOf(left, right, language, say);
          return (
            <tr key={key}>
              <th scope="row">{rule}</th>
              <td class="table__number">
                {write(left)} {state === 'good' ? '=' : '≠'} {write(right)}
              </td>
              <td>
                <StateBadge state={state} word={word} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function verdictOf(
  left: readonly number[],
  right: readonly number[],
  language: ReturnType<typeof useLanguage>,
  say: ReturnType<typeof usePartWords>,
): { readonly state: State; readonly word: string } {
  const total = (side: readonly number[]) => side.reduce((sum, value) => sum + value, 0);
  const difference = Math.abs(total(left) - total(right));
  if (difference === 0) return { state: 'good', word: say('parts.sums.same') };
  const word = say('parts.sums.differs', { difference: formatNumber(language, difference) });
  return { state: 'bad', word };
}
