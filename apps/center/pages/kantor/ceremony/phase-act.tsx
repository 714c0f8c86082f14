import { Button } from '@bilik/ui/button';
import { Field, TickField } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import type { ActName } from '../../../src/accounts/acts.ts';
import { callAct, paperAddress } from '../call-act.ts';
import { nothing } from '../me.ts';
import { type refusalSentence, type SittingView, words } from './ceremony-wire.ts';
import { SpokenWords } from './spoken-words.tsx';

export interface SittingPart {
  readonly sitting: SittingView;
  readonly language: 'id' | 'en';
  /** @param error undefined when it was done */
  readonly onDone: (error: Parameters<typeof refusalSentence>[1] | undefined) => Promise<void>;
}

/** Carries out an act on a ceremony. */
export async function actOn(name: ActName, input: object, onDone: SittingPart['onDone']): Promise<void> {
  const answer = await callAct(name, input, nothing);
  await onDone(answer.ok ? undefined : answer.error);
}

/** The one main act of the phase. */
export function PhaseAct({
  sitting,
  language,
  mayKeep,
  onDone,
}: SittingPart & { readonly mayKeep: boolean }) {
  const { phase, id, keys } = sitting;
  const [present, setPresent] = useState<ReadonlySet<string>>(new Set());
  const [where, setWhere] = useState('');
  const poster = (
    <a
      class="button"
      href={paperAddress('ceremony.poster', { sitting: id })}
      target="_blank"
      rel="noreferrer"
    >
      {words(language, 'ceremony.poster')}
    </a>
  );
  if (phase === 'comparing') {
    return (
      <section class="stack">
        <div class="ceremony__aloud">
          {sitting.members.map(({ id: member, name, certificates }) => (
            <div key={member} class="sheet stack">
              {certificates !== null && (
                <SpokenWords
                  label={words(language, 'ceremony.words', { name })}
                  spoken={certificates}
                  language={language}
                />
              )}
              {mayKeep && (
                <TickField
                  ticked={present.has(member)}
                  onTick={(isTicked) =>
                    setPresent(
                      (before) =>
                        new Set(isTicked ? [...before, member] : [...before].filter((one) => one !== member)),
                    )
                  }
                >
                  {words(language, 'ceremony.present', { name })}
                </TickField>
              )}
            </div>
          ))}
        </div>
        {mayKeep && (
          <Button
            kind="primary"
            size="large"
            disabledBecause={
              present.size === sitting.members.length
                ? undefined
                : words(language, 'ceremony.refused.sitting-not-all-present')
            }
            onPress={() => actOn('ceremony.compared', { sitting: id, present: [...present] }, onDone)}
          >
            {words(language, 'ceremony.compared')}
          </Button>
        )}
      </section>
    );
  }
  if (keys === null) return null;
  return (
    <section class="sheet stack">
      <SpokenWords label={words(language, 'ceremony.keys')} spoken={keys} language={language} />
      <p>{words(language, 'ceremony.keys.about')}</p>
      <p>{poster}</p>
      {phase === 'posting' && mayKeep && (
        <form
          class="office__narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void actOn('ceremony.posted', { sitting: id, where }, onDone);
          }}
        >
          <Field label={words(language, 'ceremony.where')} value={where} onInput={setWhere} maxLength={200} />
          <Button kind="primary" submit>
            {words(language, 'ceremony.posted')}
          </Button>
        </form>
      )}
    </section>
  );
}
