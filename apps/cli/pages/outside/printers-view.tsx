import { Button } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { useSay } from '@bilik/ui/language';
import { StateBadge } from '@bilik/ui/state-badge';
import { Anything, type OutsideView, Refusal, TRICKS, type Trick } from './wire.ts';
import { words } from './words.ts';

type PrinterView = OutsideView['printers'][number];

function isFine(printer: PrinterView): boolean {
  return printer.pluggedIn && printer.paper !== 'out' && printer.jam === 'none' && printer.lie === 'none';
}

/** Each printer with its window, and what can be done to it. */
export function PrintersView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
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
            <div class="printers__window">
              {printer.rowsUncut === 0 ? (
                <p>{say('exercise.printer.windowEmpty')}</p>
              ) : (
                <img
                  src={`/window/${printer.booth}.png?${printer.rowsUncut}`}
                  alt={say('exercise.printer.window', { number: printer.booth })}
                />
              )}
            </div>
            <div class="printers__tricks">
              {TRICKS.map((trick) => (
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

async function play(booth: number, trick: Trick): Promise<void> {
  await callApi('/api/printer', { booth, trick }, { value: Anything, refusal: Refusal });
}
