import { type LawText, lawText } from '@bilik/election/law-text';
import { useLanguage } from '@bilik/ui/language';
import { useBoardWords } from '../board-words.ts';

/** On what a rule of this place rests; folded, because it is asked for seldom. */
export function RuleSources({
  citations,
}: {
  readonly citations: readonly { readonly title: LawText; readonly source: LawText }[];
}) {
  const say = useBoardWords();
  const language = useLanguage();
  if (citations.length === 0) return null;
  return (
    <details class="aside">
      <summary>{say('board.ruleSources')}</summary>
      {citations.map((citation) => {
        const title = lawText(citation.title, language);
        return (
          <p class="soft small" key={title}>
            {title} · {lawText(citation.source, language)}
          </p>
        );
      })}
    </details>
  );
}
