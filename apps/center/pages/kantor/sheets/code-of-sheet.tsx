import { QrPicture } from '@bilik/ui/qr-picture';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { type SheetView, words } from './sheets-wire.ts';

const codeSchema = z.object({ code: z.string(), key: z.string() });
/** As on papers of electronic places: a module is half a millimetre. */
const WIDTH_MM = 40;

/** The signed code of a definitive sheet and the key that checks it. */
export function CodeOfSheet({ sheet, language }: { readonly sheet: SheetView; readonly language: Language }) {
  const { election, place, version } = sheet;
  const [codes, setCodes] = useState<z.output<typeof codeSchema>>();
  useEffect(() => {
    void callAct('sheets.code', { election, place }, codeSchema).then((answer) => {
      if (answer.ok) setCodes(answer.value);
    });
  }, [election, place, version]);
  if (codes === undefined) return null;
  return (
    <section class="sheet stack">
      <h2>{words(language, 'sheets.code')}</h2>
      <p>{words(language, 'sheets.code.guide')}</p>
      <div class="row">
        <QrPicture text={codes.code} label={words(language, 'sheets.code')} widthMm={WIDTH_MM} />
        <figure>
          <QrPicture text={codes.key} label={words(language, 'sheets.code.key')} widthMm={WIDTH_MM} />
          <figcaption>{words(language, 'sheets.code.key')}</figcaption>
        </figure>
      </div>
    </section>
  );
}
