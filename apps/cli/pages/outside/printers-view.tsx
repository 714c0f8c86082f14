import { Button } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { useSay } from '@bilik/ui/language';
import { StateBadge } from '@bilik/ui/state-badge';
import { useState } from 'preact/hooks';
import { isFine } from './next-step.ts';
import { Anything, type OutsideView, Refusal, type Trick } from './wire.ts';
import { words } from './words.ts';

/** Tricks that strike in the middle of the next slip; once they have, the printer's state says so itself. */
const STRIKE_LATER: readonly Trick[] = ['jam', 'run-out', 'unplug'];

/** What can be done to a printer as it is; what was announced for the next print can be taken back. */
function tricksFor(printer: OutsideView['printers'][number], told: Trick | undefined): readonly Trick[] {
  return [
    printer.jam === 'none' && told !== 'jam' ? 'jam' : 'clear-jam',
    printer.paper !== 'out' && told !== 'run-out' ? 'run-out' : 'new-roll',
    printer.pluggedIn && told !== 'unplug' ? 'unplug' : 'plug-in',
    printer.lie === 'none' ? 'lie' : 'tell-truth',
  ];
}

/** Each printer with its window, and what can be done to it. */
export function PrintersView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  /** What each printer was last told on this page. */
  const [told, setTold] = useState<ReadonlyMap<number, Trick>>(new Map());
  const play = async (booth: number, trick: Trick): Promise<void> => {
    const answer = await callApi('/api/printer', { booth, trick }, { value: Anything, refusal: Refusal });
    if (answer.ok) setTold((earlier) => new Map(earlier).set(booth, trick));
  };
  const feedback = (booth: number, isNowFine: boolean): string => {
    const trick = told.get(booth);
    if (trick === undefined || (STRIKE_LATER.includes(trick) && !isNowFine)) return '';
    return say(`exercise.printer.${trick}.done`);
  };
  return (
    <>
      <p>{say('exercise.printer.explained')}</p>
      <div class="printers">
        {outside.printers.map((printer) => (
          <section key={printer.booth}>
            <h2>{say('exercise.printer.heading', { number: printer.booth })}</h2>
            <StateBadge
              state={isFine(printer) ? 'good' : 'warn'}
              word={say(isFine(printer) ? 'exercise.printer.fine' : 'exercise.printer.trouble')}
            />
            <p class="printers__told" role="status">
              {feedback(printer.booth, isFine(printer))}
            </p>
            <div class="printers__window">
              {!printer.slipHangs ? (
                <p>{say('exercise.printer.windowEmpty')}</p>
              ) : (
                <img
                  src={`/window/${printer.booth}.png?${printer.windowLook}`}
                  alt={say('exercise.printer.window', { number: printer.booth })}
                />
              )}
            </div>
            <div class="printers__tricks">
              {tricksFor(printer, told.get(printer.booth)).map((trick) => (
                <Button key={trick} onPress={() => play(printer.booth, trick)}>
                  {say(`exercise.printer.${trick}`)}
                </Button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
