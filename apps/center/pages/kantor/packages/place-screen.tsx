import { DataTable } from '@bilik/ui/data-table';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useState } from 'preact/hooks';
import type { Role } from '../../../src/accounts/roles.ts';
import { callAct, paperAddress } from '../call-act.ts';
import { SpokenWords } from '../ceremony/spoken-words.tsx';
import { PlaceName } from '../office-names.tsx';
import { IssueSection } from './issue-section.tsx';
import { OutfitForm } from './outfit-form.tsx';
import { PackSection } from './pack-section.tsx';
import type { Issued } from './packages-wire.ts';
import { missingSentence, type PlaceView, placeSchema, refusalSentence, words } from './packages-wire.ts';
import { PrintOnce } from './print-once.tsx';

/** One polling place's package: what is missing, issue and print once, seals, papers, versions. */
export function PlaceScreen(props: {
  readonly election: string;
  readonly place: string;
  readonly language: 'id' | 'en';
  readonly role: Role;
}) {
  const { election, place, language, role } = props;
  const name = { election, place };
  const [view, setView] = useState<PlaceView>();
  const [refused, setRefused] = useState<string>();
  const [issued, setIssued] = useState<Issued>();
  const load = async () => {
    const answer = await callAct('packages.show', name, placeSchema);
    if (answer.ok) setView(answer.value);
    else setRefused(refusalSentence(language, answer.error));
  };
  useEffect(() => {
    void load();
  }, [election, place]);
  const answered = (error: Parameters<typeof refusalSentence>[1] | undefined) => {
    setRefused(error === undefined ? undefined : refusalSentence(language, error));
    return load();
  };
  if (issued !== undefined) {
    return (
      <PrintOnce
        issued={issued}
        language={language}
        onDone={() => {
          setIssued(undefined);
          void load();
        }}
      />
    );
  }
  if (view === undefined) return refused === undefined ? null : <Notice state="warn" happened={refused} />;
  const [inForce] = view.versions;
  const isHandedOver = view.packs.length > 0 && view.packs.every(({ handedTo }) => handedTo !== null);
  return (
    <div class="stack">
      <h2>
        <PlaceName place={place} />
      </h2>
      {refused !== undefined && <Notice state="bad" happened={refused} />}
      {inForce !== undefined && (
        <Notice
          state="good"
          happened={words(language, isHandedOver ? 'packages.standing.handed' : 'packages.standing.issued', {
            version: String(inForce.version),
          })}
        />
      )}
      {view.missing.length > 0 && (
        <Notice
          state="info"
          happened={words(language, inForce === undefined ? 'packages.lacks' : 'packages.lacks.again', {
            missing: missingSentence(language, view.missing),
          })}
        >
          {view.problems.length > 0 && (
            <ul>
              {view.problems.map(({ path, sentence }) => (
                <li key={path}>{sentence[language]}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {inForce !== undefined && (
        <section class="sheet stack">
          <SpokenWords label={words(language, 'packages.words')} spoken={inForce} language={language} />
          <p class="row">
            <a href={paperAddress('packages.announcement', name)} target="_blank" rel="noreferrer">
              {words(language, 'packages.announcement')}
            </a>
            {(role === 'regency' || role === 'technician') && (
              <a href={paperAddress('packages.file', name)}>{words(language, 'packages.file')}</a>
            )}
          </p>
        </section>
      )}
      {role === 'regency' && (
        <IssueSection name={name} view={view} language={language} onIssued={setIssued} onDone={answered} />
      )}
      {inForce !== undefined && (
        <PackSection
          name={name}
          view={view}
          language={language}
          mayKeep={role === 'regency'}
          onDone={answered}
        />
      )}
      {(role === 'regency' || role === 'committee') && (
        <OutfitForm name={name} view={view} language={language} onDone={answered} />
      )}
      {view.versions.length > 0 && (
        <DataTable
          caption={words(language, 'packages.history')}
          columns={[
            {
              key: 'version',
              header: words(language, 'packages.version'),
              cell: ({ version }) => String(version),
            },
            {
              key: 'cards',
              header: words(language, 'packages.cards'),
              cell: ({ cards }) => cards,
              numeric: true,
            },
            {
              key: 'reason',
              header: words(language, 'packages.history.reason'),
              cell: ({ reason }) => reason ?? '',
            },
            {
              key: 'state',
              header: words(language, 'packages.history.state'),
              cell: ({ version }) => (
                <StateBadge
                  state={version === inForce?.version ? 'good' : 'idle'}
                  word={words(
                    language,
                    `packages.history.${version === inForce?.version ? 'inForce' : 'void'}`,
                  )}
                />
              ),
            },
          ]}
          rows={view.versions}
          keyOf={({ version }) => String(version)}
          asLines
        />
      )}
    </div>
  );
}
