import { Button } from '@bilik/ui/button';
import { useEffect, useState } from 'preact/hooks';
import { askKind } from '../center-kind.ts';
import { words } from './ceremony-wire.ts';

interface InvitedTrustee {
  readonly name: string;
  readonly interest: string;
  readonly code: string;
}

/**
 * The codes of the notice board while they are known, which is once: a sheet for each trustee, on the screen and on paper, where each is a
 * page of its own, so that nobody is handed another's.
 */
export function CodeSheets(props: {
  readonly language: 'id' | 'en';
  readonly ceremony: string;
  readonly people: readonly InvitedTrustee[];
}) {
  const { language, ceremony, people } = props;
  const [isExercise, setIsExercise] = useState(false);
  useEffect(() => {
    void askKind().then((answer) => setIsExercise(answer.ok && answer.value.kind === 'exercise'));
  }, []);
  return (
    <>
      <div class="code-sheets">
        {people.map(({ name, interest, code }) => (
          <article class="code-sheet" key={name}>
            {isExercise && <p class="code-sheet__exercise">{words(language, 'common.exercise')}</p>}
            <p>{words(language, 'ceremony.sheet.title')}</p>
            <h3 class="code-sheet__name">{name}</h3>
            <p>
              {interest} · {ceremony}
            </p>
            <dl>
              <dt>{words(language, 'ceremony.sheet.address')}</dt>
              <dd>{location.origin}</dd>
              <dt>{words(language, 'ceremony.sheet.code')}</dt>
              <dd>
                <code class="ceremony__code">{code.match(/.{1,6}/g)?.join(' ')}</code>
              </dd>
            </dl>
            <p class="code-sheet__how">{words(language, 'ceremony.sheet.how')}</p>
            <p class="code-sheet__how">{words(language, 'ceremony.sheet.means')}</p>
          </article>
        ))}
      </div>
      <Button kind="primary" onPress={() => print()}>
        {words(language, 'ceremony.sheet.print', { count: people.length })}
      </Button>
    </>
  );
}
