import { useBoardWords } from '../board-words.ts';

/** On what a rule of this place rests; folded, because it is asked for seldom. */
export function RuleSources({
  citations,
}: {
  readonly citations: readonly { readonly title: string; readonly source: string }[];
}) {
  const say = useBoardWords();
  if (citations.length === 0) return null;
  return (
    <details class="aside">
      <summary>{say('board.ruleSources')}</summary>
      {citations.map(({ title, source }) => (
        <p class="soft small" key={title}>
          {title} · {source}
        </p>
      ))}
    </details>
  );
}
