import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Field } from '@bilik/ui/field';
import { SearchedTable } from '@bilik/ui/searched-table';
import { placeNumber } from '@bilik/words/format';
import { useEffect, useState } from 'preact/hooks';
import { callAct, paperAddress } from '../call-act.ts';
import { day } from '../civil-day.ts';
import { nothing } from '../me.ts';
import { addressOf } from '../office-page.tsx';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { isVillage, type ScreenProps, stagesSchema, type VillageStage, words } from './voters-wire.ts';

/** Where each village's list stands; of one village also its next step and its papers. */
export function StagesScreen(props: ScreenProps) {
  const { election, area, me, language } = props;
  const [villages, setVillages] = useState<readonly VillageStage[]>();
  const [outcome, setOutcome] = useState<Outcome>();
  const load = async () => {
    const answer = await callAct('voters.stages', { election, area }, stagesSchema);
    if (answer.ok) setVillages(answer.value);
    else setOutcome(answer.error);
  };
  useEffect(() => {
    void load();
  }, []);
  const step = async (asked: object) => {
    const answer = await callAct('voters.step', { election, village: area, step: asked }, nothing);
    setOutcome(answer.ok ? null : answer.error);
    await load();
  };
  const [own] = villages ?? [];
  const mayStep = me.role === 'committee' || me.role === 'regency';
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />
      <SearchedTable
        caption={words(language, 'voters.stage')}
        rows={villages ?? []}
        keyOf={(village) => village.area}
        searchOf={({ area, name, stage }) =>
          `${name} ${area} ${words(language, `voters.stage.${stage ?? 'none'}`)}`
        }
        empty={words(language, villages === undefined ? 'voters.loading' : 'voters.stage.none')}
        asLines
        columns={[
          { key: 'name', header: words(language, 'voters.village'), cell: ({ name }) => name },
          {
            key: 'stage',
            header: words(language, 'voters.stage'),
            cell: ({ stage }) => words(language, `voters.stage.${stage ?? 'none'}`),
          },
          {
            key: 'voters',
            header: words(language, 'voters.count'),
            cell: ({ voters }) => voters,
            numeric: true,
          },
          {
            key: 'places',
            header: words(language, 'voters.places'),
            cell: ({ places }) => places,
            numeric: true,
          },
          {
            key: 'waiting',
            header: words(language, 'voters.waiting'),
            cell: ({ waiting }) => waiting,
            numeric: true,
          },
          ...(isVillage(area)
            ? []
            : [
                {
                  key: 'open',
                  header: words(language, 'voters.open'),
                  cell: (village: VillageStage) => (
                    <a
                      href={addressOf(['pemilih', election, village.area, 'desa'])}
                      aria-label={`${words(language, 'voters.open')} ${village.name}`}
                    >
                      {words(language, 'voters.open')}
                    </a>
                  ),
                },
              ]),
        ]}
      />
      {isVillage(area) && own !== undefined && own.stage !== null && (
        <>
          {mayStep && <NextStep village={own} language={language} onStep={step} />}
          <Papers {...props} village={own} />
        </>
      )}
    </>
  );
}

function NextStep(props: {
  readonly village: VillageStage;
  readonly language: ScreenProps['language'];
  readonly onStep: (step: object) => Promise<void>;
}) {
  const { village, language, onStep } = props;
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [locking, setLocking] = useState(false);
  const isPosted = village.postedFrom !== null;
  return (
    <section class="office__narrow">
      <h2>{words(language, 'voters.step.title')}</h2>
      {village.stage === 'final' && (
        <p>
          {words(language, 'voters.step.final')} {words(language, 'voters.step.fingerprint')}:{' '}
          <code class="voters__code">{village.fingerprint}</code>
        </p>
      )}
      {isPosted && (
        <p>
          {words(language, 'voters.posted', {
            from: day(language, village.postedFrom ?? ''),
            until: day(language, village.postedUntil ?? ''),
          })}
        </p>
      )}
      {village.stage !== 'final' && !isPosted && (
        <form
          class="office__narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void onStep({ type: 'post', posting: { from, until } });
          }}
        >
          <Field label={words(language, 'voters.step.from')} type="date" value={from} onInput={setFrom} />
          <Field label={words(language, 'voters.step.until')} type="date" value={until} onInput={setUntil} />
          <Button kind="primary" submit>
            {words(language, 'voters.step.post')}
          </Button>
        </form>
      )}
      {isPosted && village.stage !== 'supplementary' && (
        <Button kind="primary" onPress={() => onStep({ type: 'advance' })}>
          {words(language, 'voters.step.advance')}
        </Button>
      )}
      {isPosted && village.stage === 'supplementary' && (
        <Button kind="primary" onPress={() => setLocking(true)}>
          {words(language, 'voters.step.lock')}
        </Button>
      )}
      <ConfirmDialog
        open={locking}
        title={words(language, 'voters.step.lock.sure')}
        confirmWord={words(language, 'voters.step.lock')}
        cancelWord={words(language, 'common.back')}
        kind="bad"
        onConfirm={async () => {
          setLocking(false);
          await onStep({ type: 'lock' });
        }}
        onCancel={() => setLocking(false)}
      >
        {words(language, 'voters.step.lock.text')}
      </ConfirmDialog>
    </section>
  );
}

function Papers({ election, area, me, language, village }: ScreenProps & { readonly village: VillageStage }) {
  if (!['regency', 'committee', 'registrar'].includes(me.role)) return null;
  const places = Array.from({ length: village.places }, (_, index) => index + 1);
  const paper = (form: 'list' | 'changes' | 'recapitulation' | 'statement', place?: number) => (
    <li key={`${form} ${place}`}>
      <a
        href={paperAddress('voters.paper', {
          ...{ election, village: area, form },
          ...(place === undefined ? {} : { place }),
        })}
      >
        {words(language, `voters.paper.${form}`)}
        {place === undefined ? '' : ` TPS ${placeNumber(place)}`}
      </a>
    </li>
  );
  return (
    <section>
      <h2>{words(language, 'voters.papers')}</h2>
      <ul class="voters__papers">
        {places.length === 0 ? paper('list') : places.map((place) => paper('list', place))}
        {paper('changes')}
        {paper('recapitulation')}
        {village.stage === 'final' && paper('statement')}
      </ul>
    </section>
  );
}
