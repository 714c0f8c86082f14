import { Button } from '@bilik/ui/button';
import { Figure, Figures } from '@bilik/ui/figure';
import { SearchedTable } from '@bilik/ui/searched-table';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { LIST_LIMITS } from '../../../src/http/list-limits.ts';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { PlaceName, useOfficeNames } from '../office-names.tsx';
import { addressOf } from '../office-page.tsx';
import { PersonName } from '../person-name.tsx';
import { ExplainDifference } from './explain-difference.tsx';
import { type Comparison, comparisonSchema, optionText, placesSchema, words } from './lanes-wire.ts';

type Difference = Comparison['differences'][number];

/** Code of the village in that of its polling place. */
const villageOf = (place: string): string => place.slice(0, 13);

const SUMS = ['registered', 'users', 'valid', 'invalid', 'total'] as const;

/** Which places have which lanes, and where the lanes differ: the largest effect on a village's margin first. */
export function CompareScreen(props: {
  readonly election: string;
  readonly me: Me;
  readonly language: Language;
}) {
  const { election, me, language } = props;
  const { placeText, placeWords } = useOfficeNames();
  const [places, setPlaces] = useState<z.output<typeof placesSchema>>([]);
  const [comparison, setComparison] = useState<Comparison>({ places: [], differences: [] });
  const [open, setOpen] = useState<Difference>();
  const compare = async () => {
    const answer = await callAct('lanes.compare', { election, area: me.area }, comparisonSchema);
    if (answer.ok) setComparison(answer.value);
  };
  useEffect(() => {
    void callAct('lanes.places', { election }, placesSchema).then((answer) => {
      if (answer.ok) setPlaces(answer.value);
    });
    if (me.role === 'sub-district') return;
    void compare();
  }, [election, me]);
  const figureWord = (figure: string, options: Difference['options']) => {
    const sum = SUMS.find((name) => name === figure);
    if (sum !== undefined) return words(language, `lanes.figure.${sum}`);
    const option = options.find(({ key }) => key === figure);
    return option === undefined ? figure : optionText(option);
  };
  const lockWord = (place: string, contest: string) => {
    const met = comparison.places.find((one) => one.place === place && one.contest === contest);
    if (met?.opens === false) return words(language, 'lanes.opens.no');
    return words(language, met?.isLater === true ? 'lanes.opens.later' : 'lanes.opens.yes');
  };
  const placesBeside = (place: string) =>
    places.filter((other) => villageOf(other.place) === villageOf(place)).length;
  return (
    <div class="stack">
      <Figures>
        <Figure label={words(language, 'lanes.expected')} value={places.length} />
        <Figure
          label={words(language, 'lanes.fixedCount')}
          value={places.filter(({ fixed }) => fixed).length}
        />
        <Figure label={words(language, 'lanes.metCount')} value={places.filter(({ met }) => met).length} />
        <Figure label={words(language, 'lanes.differ')} value={comparison.differences.length} />
      </Figures>
      {me.role !== 'sub-district' && (
        <>
          <p>{words(language, 'lanes.compare.guide')}</p>
          {open !== undefined && (
            <ExplainDifference
              key={`${open.place} ${open.contest}`}
              election={election}
              difference={open}
              language={language}
              onDone={async () => {
                setOpen(undefined);
                await compare();
              }}
              onClose={() => setOpen(undefined)}
            />
          )}
          <SearchedTable
            mostRows={LIST_LIMITS.places}
            caption={words(language, 'lanes.compare')}
            columns={[
              {
                key: 'place',
                header: words(language, 'lanes.place'),
                cell: ({ place }) => <PlaceName place={place} />,
              },
              {
                key: 'effect',
                header: words(language, 'lanes.effect'),
                cell: ({ place, effect, margin, marginOf, exceedsMargin }) => (
                  <>
                    <StateBadge
                      state={exceedsMargin ? 'bad' : 'warn'}
                      word={words(language, exceedsMargin ? 'lanes.effect.reaches' : 'lanes.effect.below')}
                    />
                    <span class="sheet-look">
                      {effect === 0
                        ? words(language, 'lanes.effect.none', { margin: margin ?? 0 })
                        : words(language, 'lanes.effect.votes', { effect, margin: margin ?? 0 })}
                    </span>
                    {marginOf < placesBeside(place) && (
                      <span class="sheet-look">
                        {words(language, 'lanes.effect.partial', {
                          count: marginOf,
                          of: placesBeside(place),
                        })}
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'difference',
                header: words(language, 'lanes.difference'),
                cell: ({ differences, options }) =>
                  differences.map(({ lane, figure, official, other }) => (
                    <span class="sheet-look" key={`${lane}${figure}`}>
                      {words(language, 'lanes.difference.line', {
                        ...{
                          lane: words(language, `lanes.lane.${lane}`),
                          figure: figureWord(figure, options),
                        },
                        ...{ other, official },
                      })}
                    </span>
                  )),
              },
              {
                key: 'opens',
                header: words(language, 'lanes.opens'),
                cell: ({ place, contest }) => lockWord(place, contest),
              },
              {
                key: 'reason',
                header: words(language, 'lanes.explain.reason'),
                cell: (row) => (
                  <>
                    <GivenReason difference={row} language={language} />
                    {me.role !== 'auditor' && (
                      <Button kind="quiet" onPress={() => setOpen(row)}>
                        {words(language, 'lanes.explain')}
                        <span class="unseen">: {placeText(row.place)}</span>
                      </Button>
                    )}
                  </>
                ),
              },
            ]}
            rows={comparison.differences}
            keyOf={({ place, contest }) => `${place}${contest}`}
            searchOf={({ place }) => placeWords(place)}
            empty={words(language, 'lanes.compare.empty')}
            asLines
          />
        </>
      )}
      <SearchedTable
        mostRows={LIST_LIMITS.places}
        caption={words(language, 'lanes.places')}
        columns={[
          {
            key: 'place',
            header: words(language, 'lanes.place'),
            cell: ({ place }) =>
              me.role === 'desk' ? (
                <a href={addressOf(['jalur', election, 'angka', place])}>
                  <PlaceName place={place} />
                </a>
              ) : (
                <PlaceName place={place} />
              ),
          },
          {
            key: 'fixed',
            header: words(language, 'lanes.fixed'),
            cell: ({ fixed }) => words(language, fixed ? 'lanes.fixed.yes' : 'lanes.fixed.no'),
          },
          {
            key: 'met',
            header: words(language, 'lanes.met'),
            cell: ({ met }) => words(language, met ? 'lanes.met.yes' : 'lanes.met.no'),
          },
        ]}
        rows={places}
        keyOf={({ place }) => place}
        searchOf={({ place }) => placeWords(place)}
        asLines
      />
    </div>
  );
}

/** What people found; a reason for figures that have changed since is shown as an old one. */
function GivenReason({
  difference: { given },
  language,
}: {
  readonly difference: Difference;
  readonly language: Language;
}) {
  if (given === null) return <StateBadge state="waiting" word={words(language, 'lanes.explain.none')} />;
  const reason = words(language, `lanes.reason.${given.reason}`);
  return (
    <>
      <span class="sheet-look">
        {given.isCurrent ? reason : words(language, 'lanes.explain.old', { reason })} (
        <PersonName person={given.person} />)
      </span>
      {given.note !== null && <span class="sheet-look">{given.note}</span>}
    </>
  );
}
