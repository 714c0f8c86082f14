import { Button, ButtonRow } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { ScrollRegion } from '@bilik/ui/scroll-region';
import type { Language } from '@bilik/words/language';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { paperAddress } from '../call-act.ts';
import { useOfficeNames } from '../office-names.tsx';
import { type SheetView, words } from './sheets-wire.ts';

/** Widths of the photo, in percent of its frame. */
const WIDTHS = [100, 150, 200, 300] as const;

/** How large a photo is shown and what moves it: for the keys of the entry beside it. */
export interface PhotoHandle {
  readonly zoom: (by: 1 | -1) => void;
  readonly scroll: (by: 1 | -1) => void;
}

/** The photos of a sheet's version, one at a time, as large as the eye needs. */
export function PhotoView(props: {
  readonly sheet: SheetView;
  readonly language: Language;
  readonly handle: RefObject<PhotoHandle | null>;
}) {
  const { sheet, language, handle } = props;
  const photos = sheet.photos.filter(({ version }) => version === sheet.version);
  const { placeText } = useOfficeNames();
  const [shown, setShown] = useState(0);
  const [width, setWidth] = useState(0);
  const zoom = (by: 1 | -1) => setWidth((old) => Math.min(WIDTHS.length - 1, Math.max(0, old + by)));
  handle.current = {
    zoom,
    scroll(by) {
      const frame = document.getElementById('sheet-photo');
      frame?.scrollBy({ top: (by * frame.clientHeight) / 2 });
    },
  };
  const photo = photos[shown % Math.max(1, photos.length)];
  if (photo === undefined) {
    return (
      <Notice
        state="info"
        happened={words(language, 'sheets.photo.none')}
        toDo={words(language, 'sheets.photo.none.toDo')}
      />
    );
  }
  const { election, place } = sheet;
  const label = words(language, 'sheets.photo.of', {
    ...{ place: placeText(place), count: photos.length },
    number: (shown % photos.length) + 1,
  });
  return (
    <div class="sheet-photo">
      <ScrollRegion class="sheet-photo__frame" id="sheet-photo" aria-label={label}>
        <img
          class={`sheet-photo__picture sheet-photo__picture--${WIDTHS[width]}`}
          src={paperAddress('sheets.photo', { election, place, sha256: photo.sha256 })}
          alt={label}
        />
      </ScrollRegion>
      {photos.length > 1 && (
        <p class="small">
          {words(language, 'sheets.photo.counter', {
            number: (shown % photos.length) + 1,
            count: photos.length,
          })}
        </p>
      )}
      <ButtonRow>
        <Button kind="quiet" onPress={() => zoom(1)}>
          {words(language, 'sheets.photo.larger')}
        </Button>
        <Button kind="quiet" onPress={() => zoom(-1)}>
          {words(language, 'sheets.photo.smaller')}
        </Button>
        {photos.length > 1 && (
          <Button kind="quiet" onPress={() => setShown(shown + 1)}>
            {words(language, 'sheets.photo.next')}
          </Button>
        )}
      </ButtonRow>
    </div>
  );
}
