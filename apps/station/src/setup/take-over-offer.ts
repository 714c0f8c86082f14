import type { PersonRole } from '@bilik/election';
import { type Language, phrasesOf, setup } from '@bilik/words';
import { explainTakeOver } from '../explain-start.ts';
import {
  isSpare,
  openSpare,
  type Spare,
  type SpareOptions,
  type TakeOverRefusal,
} from '../media/take-over.ts';
import type { Confirmations } from '../people/pin-check.ts';
import { ruleOf } from '../phase/board-act.ts';

/** What the setup page shows of a takeover. */
export interface TakeOverOffer {
  readonly number: number;
  readonly placeName: string | null;
  readonly village: string;
  /** Who may stand behind it; one of them must be one who leads. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: PersonRole;
    readonly leads: boolean;
  }[];
}

interface ToldRefusal {
  readonly type: string;
  readonly sentences: Readonly<
    Record<Language, { readonly happened: string; readonly notHappened: string; readonly toDo: string }>
  >;
}

/** A spare at its setup page. It keeps hold of the second medium while people decide, so that wrong PINs are counted on. */
export interface SpareAtSetup {
  /** Null where there is nothing to take over: no package yet, or no medium of this election. */
  readonly offer: () =>
    | { readonly ok: true; readonly value: TakeOverOffer | null }
    | { readonly ok: false; readonly error: ToldRefusal };
  readonly takeOver: (
    confirmations: Confirmations,
  ) => Promise<
    | { readonly ok: true; readonly value: { readonly epoch: number } }
    | { readonly ok: false; readonly error: ToldRefusal }
  >;
  readonly close: () => void;
}

const ABOUT_PEOPLE: readonly TakeOverRefusal['type'][] = [
  'pin-wrong',
  'pin-paused',
  'same-person-twice',
  'person-unknown',
  'phase-refused',
  'too-many-waiting',
];

export function openSpareAtSetup(options: SpareOptions): SpareAtSetup {
  let held: Spare | undefined;
  const letGo = (): void => {
    held?.close();
    held = undefined;
  };
  const hold = (): ReturnType<typeof openSpare> => {
    if (held !== undefined) return { ok: true, value: held };
    const opened = openSpare(options);
    if (opened.ok) held = opened.value;
    return opened;
  };
  return {
    offer() {
      if (held === undefined && !isSpare(options)) return { ok: true, value: null };
      const spare = hold();
      if (!spare.ok) return { ok: false, error: told(spare.error) };
      const { pollingPlace, area, people } = spare.value.definition;
      const { mayConfirm, ledBy } = ruleOf('take_over');
      return {
        ok: true,
        value: {
          number: pollingPlace.number,
          placeName: pollingPlace.name ?? null,
          village: area.village.name,
          people: people
            .filter(({ role }) => mayConfirm.includes(role))
            .map(({ id, name, role }) => ({ id, name, role, leads: ledBy.includes(role) })),
        },
      };
    },
    async takeOver(confirmations) {
      const spare = hold();
      if (!spare.ok) return { ok: false, error: told(spare.error) };
      const done = await spare.value.takeOver(confirmations);
      // a medium that failed may be put in again: it is opened anew then
      if (done.ok || !ABOUT_PEOPLE.includes(done.error.type)) letGo();
      return done.ok ? done : { ok: false, error: told(done.error) };
    },
    close: letGo,
  };
}

const say = phrasesOf(setup);

function told(error: TakeOverRefusal): ToldRefusal {
  const [indonesian = '', english = ''] = explainTakeOver(error).split('\n');
  const sentencesIn = (language: Language) => {
    const notHappened = say(language, 'setup.takeOver.refused.nothing');
    if (error.type === 'pin-wrong' || error.type === 'pin-paused') {
      const { waitSeconds: count } = error;
      return {
        happened: say(language, 'setup.takeOver.refused.pin'),
        notHappened,
        toDo:
          count > 0
            ? say(language, 'setup.takeOver.refused.wait', { count })
            : say(language, 'setup.takeOver.refused.pin.toDo'),
      };
    }
    if (ABOUT_PEOPLE.includes(error.type)) {
      return {
        happened: say(language, 'setup.takeOver.refused.people'),
        notHappened,
        toDo: say(language, 'setup.takeOver.refused.people.toDo'),
      };
    }
    const happened = language === 'id' ? indonesian : english;
    return { happened, notHappened, toDo: say(language, 'setup.takeOver.refused.toDo') };
  };
  return { type: error.type, sentences: { id: sentencesIn('id'), en: sentencesIn('en') } };
}
