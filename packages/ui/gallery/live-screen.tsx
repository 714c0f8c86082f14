import { askApi, type Reader } from '@bilik/ui/call';
import { Figure, Figures } from '@bilik/ui/figure';
import { useLive } from '@bilik/ui/live';
import { Page } from '@bilik/ui/page';
import { StateBadge } from '@bilik/ui/state-badge';
import { type GalleryProps, PLACE, phrase } from './sample.ts';

const Present: Reader<number> = {
  safeParse: (value) => (typeof value === 'number' ? { success: true, data: value } : { success: false }),
};

const askPresent = () => askApi('api/present', { value: Present, timeoutMs: 2000 });

/** A figure that follows a process, for the test of `useLive`. */
export function LiveScreen({ language, exercise }: GalleryProps) {
  const { state, value } = useLive('api/events', askPresent, { recheckMs: 500 });
  return (
    <Page
      title="Angka langsung"
      place={PLACE}
      language={language}
      exercise={exercise}
      connected={state !== 'offline'}
    >
      <p>
        <StateBadge
          state={state === 'offline' ? 'bad' : state === 'live' ? 'good' : 'waiting'}
          word={phrase(language, `parts.live.${state === 'not-paired' ? 'offline' : state}`)}
        />
      </p>
      <Figures>
        <Figure label="Hadir" value={value ?? '–'} size="large" />
      </Figures>
    </Page>
  );
}
