import { Button, ButtonRow } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { regencyPages } from './regency-pages.ts';
import type { OutsideView } from './wire.ts';
import { words } from './words.ts';

interface Line {
  readonly what: string;
  readonly address: string;
}

/** Every address of the exercise by who needs it, on one page that is also printed. */
export function AddressesView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const { addresses, regency } = outside;
  const here = (path: string): string => new URL(path, location.href).href;
  const place: readonly Line[] = [
    { what: say('exerciseRegency.addresses.guide'), address: here('/luar/') },
    { what: say('exercise.start.board'), address: addresses.board },
    ...addresses.desks.map((address, index) => ({
      ...{ what: say('exercise.start.desk', { number: index + 1 }), address },
    })),
    { what: say('exercise.view.cards'), address: here('/luar/#kartu') },
    ...addresses.booths.map((address, index) => ({
      ...{ what: say('exercise.start.booth', { number: index + 1 }), address },
    })),
    ...addresses.trustees.map(({ name, url }, index) => ({
      ...{ what: say('exercise.start.trustee', { number: index + 1, name }), address: url },
    })),
  ];
  const office: readonly Line[] = (regency?.people ?? []).map(({ name, role, areaName, url }) => ({
    ...{ what: `${name} · ${say(`office.role.${role}`)} · ${areaName}`, address: here(url) },
  }));
  const everybody: readonly Line[] =
    regency === null
      ? []
      : regencyPages(regency.url).map(({ name, address }) => ({
          what: say(`exerciseRegency.${name}`),
          address,
        }));
  return (
    <section class="stack addresses">
      <p>
        {say('exerciseRegency.addresses.explained')} {say('exerciseRegency.addresses.machine')}
      </p>
      <ButtonRow>
        <Button kind="primary" onPress={() => print()}>
          {say('exerciseRegency.addresses.print')}
        </Button>
      </ButtonRow>
      <Lines heading={say('exerciseRegency.addresses.place')} lines={place} />
      <Lines heading={say('exerciseRegency.addresses.office')} lines={office} />
      <Lines heading={say('exerciseRegency.addresses.public')} lines={everybody} />
    </section>
  );
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul class="addresses__lines">
        {lines.map(({ what, address }) => (
          <li key={address}>
            <span>{what}</span>
            <a href={address} target="_blank" rel="noreferrer">
              {address.replace(/^http:\/\//, '')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
