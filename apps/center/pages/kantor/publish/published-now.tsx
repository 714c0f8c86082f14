import { Figure, Figures } from '@bilik/ui/figure';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { formatDateAndTime } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import { usePersonText } from '../person-name.tsx';
import { type Shown, words } from './publish-wire.ts';

interface ShownProps {
  readonly language: Language;
  readonly shown: Shown;
}

/** A moment in the zone of the election. */
export function momentOf({ language, shown }: ShownProps, at: string): string {
  return formatDateAndTime(language, new Date(at), shown.zone ?? 'WIB');
}

/** What the public sees at this moment, and what it does not see yet. */
export function PublishedNow(props: ShownProps) {
  const { language, shown } = props;
  const personText = usePersonText();
  const [decided] = shown.decisions;
  const published = shown.publications.find(({ state }) => state === 'published');
  const log = shown.site.type === 'read' ? shown.site.log : undefined;
  const state = shown.open ? 'open' : decided === undefined ? 'never' : 'paused';
  return (
    <section class="stack">
      <p class="row">
        <StateBadge state={shown.open ? 'active' : 'warn'} word={words(language, `publish.state.${state}`)} />
        <a href="/publik/" target="_blank" rel="noreferrer">
          {words(language, 'publish.site')}
        </a>
      </p>
      {decided !== undefined && (
        <p class="soft">
          {words(language, 'publish.state.since', {
            time: momentOf(props, decided.at),
            who: decided.person === null ? '–' : personText(decided.person),
            reason: decided.reason,
          })}
        </p>
      )}
      <Figures>
        <Figure
          label={words(language, 'publish.number')}
          value={published?.number ?? words(language, 'publish.number.none')}
          note={published && momentOf(props, published.at)}
        />
        <Figure
          label={words(language, 'publish.waits')}
          value={shown.waiting.places}
          note={words(language, 'publish.waits.note', { villages: shown.waiting.villages })}
        />
        {log !== undefined && (
          <>
            <Figure
              label={words(language, 'publish.log')}
              value={log.size}
              note={words(language, 'publish.log.note')}
            />
            <Witnesses language={language} witnesses={log.witnesses} />
          </>
        )}
      </Figures>
      <Waiting {...props} />
      <Trouble {...props} />
    </section>
  );
}

/** How many witnesses have cosigned, of those that were asked: words stand below, where they have room. */
function Witnesses(props: {
  readonly language: Language;
  readonly witnesses: readonly { readonly cosignedAt: string | null }[];
}) {
  const { language, witnesses } = props;
  const note =
    witnesses.length === 0
      ? words(language, 'publish.witnesses.none')
      : words(language, 'publish.witnesses.of', { expected: witnesses.length });
  const given = witnesses.filter(({ cosignedAt }) => cosignedAt !== null).length;
  return <Figure label={words(language, 'publish.witnesses')} value={given} note={note} />;
}

function Waiting({ language, shown: { open, waiting, isLate, publications } }: ShownProps) {
  const waits = waiting.places + waiting.villages > 0;
  if (isLate) {
    return (
      <Notice
        state="bad"
        happened={words(language, 'publish.late', waiting)}
        toDo={words(language, 'publish.late.toDo')}
      />
    );
  }
  if (waits) {
    return (
      <Notice
        state={open ? 'info' : 'warn'}
        happened={words(language, open ? 'publish.waiting' : 'publish.waiting.paused', waiting)}
      />
    );
  }
  const [newest] = publications;
  if (newest?.state !== 'published') return null;
  const leftOut = newest.left_out.length;
  if (leftOut > 0) {
    return <Notice state="warn" happened={words(language, 'publish.leftOut.some', { count: leftOut })} />;
  }
  return <Notice state="good" happened={words(language, 'publish.nothingWaits')} />;
}

/** What keeps the public from seeing the newest, if anything does. */
function Trouble(props: ShownProps) {
  const { language, shown } = props;
  const [newest] = shown.publications;
  if (shown.site.type === 'damaged') {
    return <Notice state="bad" happened={words(language, 'publish.writing.damaged')} />;
  }
  if (shown.open && shown.failed !== null) {
    return (
      <Notice
        state="bad"
        happened={words(language, 'publish.failed', { time: momentOf(props, shown.failed.at) })}
        toDo={words(language, `publish.failed.${shown.failed.why}`)}
      />
    );
  }
  if (newest?.state !== 'writing') return null;
  return (
    <Notice
      state="info"
      happened={words(language, 'publish.writing', {
        number: newest.number,
        time: momentOf(props, newest.at),
      })}
      toDo={words(language, 'publish.writing.toDo')}
    />
  );
}
