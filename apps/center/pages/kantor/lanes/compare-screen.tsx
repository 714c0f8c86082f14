import { DataTable } from '@bilik/ui/data-table';
import { Figure, Figures } from '@bilik/ui/figure';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { addressOf } from '../office-page.tsx';
import { type Comparison, comparisonSchema, placesSchema, words } from './lanes-wire.ts';

const SUMS = ['registered', 'users', 'valid', 'invalid', 'total'] as const;

/** Which places have which lanes, and where the lanes differ: the largest effect on a village's margin first. */
export function CompareScreen(props: {
  readonly election: string;
  readonly me: Me;
  readonly language: Language;
}) {
  const { election, me, language } = props;
  const [places, setPlaces] = useState<z.output<typeof placesSchema>>([]);
  const [comparison, setComparison] = useState<Comparison>({ places: [], differences: [] });
  useEffect(() => {
    void callAct('lanes.places', { election }, placesSchema).then((answer) => {
      if (answer.ok) setPlaces(answer.value);
    });
    if (me.role === 'sub-district') return;
    void callAct('lanes.compare', { election, area: me.area }, comparisonSchema).then((answer) => {
      if (answer.ok) setComparison(answer.value);
    });
  }, [election, me]);
  const figureWord = (figure: string) => {
    const sum = SUMS.find((name) => name === figure);
    return sum === undefined
      ? words(language, 'lanes.figure.option', { option: figure.replace(/^c/, '') })
      : words(language, `lanes.figure.${sum}`);
  };
  const isBroken = (place: string, contest: string) =>
    comparison.places.some((met) => met.place === place && met.contest === contest && !met.opens);
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
          <DataTable
            caption={words(language, 'lanes.compare')}
            columns={[
              { key: 'place', header: words(language, 'lanes.place'), cell: ({ place }) => place },
              {
                key: 'effect',
                header: words(language, 'lanes.effect'),
                cell: ({ effect, margin, exceedsMargin }) => (
                  <StateBadge
                    state={exceedsMargin ? 'bad' : 'warn'}
                    word={words(language, exceedsMargin ? 'lanes.effect.reaches' : 'lanes.effect.below', {
                      ...{ effect, margin: margin ?? 0 },
                    })}
                  />
                ),
              },
              {
                key: 'difference',
                header: words(language, 'lanes.difference'),
                cell: ({ differences }) =>
                  differences.map(({ lane, figure, official, other }) => (
                    <span class="sheet-look" key={`${lane}${figure}`}>
                      {words(language, 'lanes.difference.line', {
                        ...{ lane: words(language, `lanes.lane.${lane}`), figure: figureWord(figure) },
                        ...{ other, official },
                      })}
                    </span>
                  )),
              },
              {
                key: 'opens',
                header: words(language, 'lanes.opens'),
                cell: ({ place, contest }) =>
                  words(language, isBroken(place, contest) ? 'lanes.opens.no' : 'lanes.opens.yes'),
              },
            ]}
            rows={comparison.differences}
            keyOf={({ place, contest }) => `${place}${contest}`}
            empty={words(language, 'lanes.compare.empty')}
            asLines
          />
        </>
      )}
      <DataTable
        caption={words(language, 'lanes.places')}
        columns={[
          {
            key: 'place',
            header: words(language, 'lanes.place'),
            cell: ({ place }) =>
              me.role === 'desk' ? (
                <a href={addressOf(['jalur', election, 'angka', place])}>{place}</a>
              ) : (
                place
              ),
          },
          {
            key: 'village',
            header: words(language, 'lanes.village'),
            cell: ({ village, number }) => `${village} · TPS ${number}`,
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
        asLines
      />
    </div>
  );
}
