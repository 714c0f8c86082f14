import { asDevice } from '@bilik/ui/call';
import { DataTable } from '@bilik/ui/data-table';
import { useLanguage } from '@bilik/ui/language';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { PaperLink } from './paper-link.tsx';

const PAPERS = [
  ['minutes', 'berita-acara'],
  ['statement', 'sertifikat-hasil'],
] as const;

/** Every copy of minutes and statement, who gets it, and how often it was opened to be printed. */
export function PaperCopies({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const language = useLanguage();
  const { copies } = state;
  return (
    <section class="stack">
      <h3>{say('board.copies.heading')}</h3>
      <p class="soft">{say('board.copies.means')}</p>
      <DataTable
        caption={say('board.copies.heading')}
        keyOf={({ number }) => String(number)}
        rows={copies.minutes}
        columns={[
          { key: 'holder', header: say('board.copies.holder'), cell: ({ holder }) => holder[language] },
          ...PAPERS.map(([paper, file]) => ({
            key: paper,
            header: say(`board.copies.${paper}`),
            cell: ({ number, of }: { readonly number: number; readonly of: number }) => (
              <a href={asDevice(`/papers/${file}.pdf?salinan=${number}`)} target="_blank" rel="noopener">
                {say('board.copies.open', { paper: say(`board.copies.${paper}`), number, of })}
                <br />
                {say('board.copies.prints', {
                  paper: say(`board.copies.${paper}`),
                  count: copies[paper].find((copy) => copy.number === number)?.print ?? 0,
                })}
              </a>
            ),
          })),
        ]}
      />
      <div class="button-row">
        <PaperLink href="/papers/catatan-keberatan.pdf">{say('board.objections.record')}</PaperLink>
        <PaperLink href="/papers/mandat-saksi.pdf">{say('board.mandates.print')}</PaperLink>
      </div>
    </section>
  );
}
