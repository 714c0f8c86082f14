import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Notice } from '@bilik/ui/notice';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { SpokenWords } from '../ceremony/spoken-words.tsx';
import { type Issued, words } from './packages-wire.ts';

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Addresses of papers that this tab alone holds; they end with the screen. */
function usePapers(issued: Issued) {
  const papers = useMemo(() => {
    const address = (base64: string) =>
      URL.createObjectURL(new Blob([bytesOf(base64)], { type: 'application/pdf' }));
    return { cards: address(issued.cardSheets), tests: address(issued.testCardSheets) };
  }, [issued]);
  useEffect(
    () => () => {
      for (const paper of Object.values(papers)) URL.revokeObjectURL(paper);
    },
    [papers],
  );
  return papers;
}

/** What goes onto paper once. It is in this tab alone, and gone when it is closed. */
export function PrintOnce(props: {
  readonly issued: Issued;
  readonly language: 'id' | 'en';
  readonly onDone: () => void;
}) {
  const { issued, language } = props;
  const papers = usePapers(issued);
  const [isAsking, setAsking] = useState(false);
  return (
    <section class="stack">
      <h2>{words(language, 'packages.issue')}</h2>
      <Notice
        state="warn"
        happened={words(language, 'packages.issued', {
          version: String(issued.version),
          cards: String(issued.cards),
        })}
        toDo={words(language, 'packages.issued.toDo')}
      />
      <ul class="stack">
        <li>
          <a href={papers.cards} target="_blank" rel="noreferrer">
            {words(language, 'packages.print.cards', { cards: String(issued.cards) })}
          </a>
        </li>
        <li>
          <a href={papers.tests} target="_blank" rel="noreferrer">
            {words(language, 'packages.print.tests')}
          </a>
        </li>
      </ul>
      <section class="sheet stack">
        <h3>{words(language, 'packages.print.passphrase')}</h3>
        <p class="big">
          <strong>{issued.passphrase}</strong>
        </p>
      </section>
      <section class="sheet stack">
        <h3>{words(language, 'packages.print.pins')}</h3>
        <dl class="ceremony__codes">
          {issued.pins.map(({ person, name, pin }) => (
            <div key={person}>
              <dt>{name}</dt>
              <dd>
                <code class="ceremony__code">{pin}</code>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <SpokenWords
        label={words(language, 'packages.words')}
        spoken={{ words: issued.words, hex: [] }}
        language={language}
      />
      <div>
        <Button kind="primary" onPress={() => setAsking(true)}>
          {words(language, 'packages.print.done')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={words(language, 'packages.print.done')}
        confirmWord={words(language, 'packages.print.done')}
        cancelWord={words(language, 'common.back')}
        onConfirm={props.onDone}
        onCancel={() => setAsking(false)}
      >
        {words(language, 'packages.print.done.confirm')}
      </ConfirmDialog>
    </section>
  );
}
