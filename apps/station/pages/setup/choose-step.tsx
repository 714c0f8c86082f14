import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words';
import { formatDateWithoutWeekday, isCivilDate } from '@bilik/words/format';
import type { FoundPackages, ListedPackage } from './setup-answers.ts';
import { useSetupWords } from './setup-words.ts';

/** The packages on all media; those that cannot be used say why. */
export function ChooseStep(props: {
  readonly found: FoundPackages;
  readonly language: Language;
  readonly onLook: () => Promise<void>;
  readonly onChoose: (chosen: ListedPackage) => void;
}) {
  const { found, language, onLook, onChoose } = props;
  const say = useSetupWords();
  const isOnlyOne = found.packages.length === 1;
  return (
    <div class="stack">
      {found.packages.length === 0 && (
        <Notice state="info" happened={say('setup.choose.none')} toDo={say('setup.choose.none.toDo')} />
      )}
      {found.packages.length === 0 && (
        <p>{say('setup.choose.where', { folders: found.lookedIn.join(', ') })}</p>
      )}
      <ul class="packages">
        {found.packages.map((each) => (
          <li class="package" key={`${each.medium}/${each.file}`}>
            <PackageFacts listed={each} language={language} />
            <div class="button-row">
              <Button kind={isOnlyOne ? 'primary' : 'plain'} size="large" onPress={() => onChoose(each)}>
                {say('setup.choose.use')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {found.refused.map(({ file, medium, sentences }) => (
        <Notice
          key={`${medium}/${file}`}
          state="warn"
          happened={`${say('setup.choose.file', { file, medium })}: ${sentences[language].happened}`}
          toDo={sentences[language].toDo}
        />
      ))}
      <div class="button-row">
        <Button kind={found.packages.length === 0 ? 'primary' : 'quiet'} size="large" onPress={onLook}>
          {say('setup.choose.again')}
        </Button>
      </div>
      <p class="soft">{say('setup.choose.spare')}</p>
    </div>
  );
}

/** For which place a package is; people know their place by number and village. */
export function PackageFacts(props: { readonly listed: ListedPackage; readonly language: Language }) {
  const { listed, language } = props;
  const say = useSetupWords();
  const { number, village, placeName, version, file, medium } = listed;
  const madeOn = isCivilDate(listed.madeOn)
    ? formatDateWithoutWeekday(language, listed.madeOn)
    : listed.madeOn;
  return (
    <>
      <p class="package__place">
        {say('setup.choose.place', { number: String(number).padStart(2, '0'), village })}
        {placeName !== null && ` · ${placeName}`}
      </p>
      <p>
        {say(`setup.kind.${listed.kind}`)} · {listed.pollingPlace} ·{' '}
        {say('setup.choose.version', { version: String(version), madeOn })}
      </p>
      <p class="soft small">{say('setup.choose.file', { file, medium })}</p>
    </>
  );
}
