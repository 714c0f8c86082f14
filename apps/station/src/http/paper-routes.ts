import { type Door, readInput } from '@bilik/server';
import { z } from 'zod';
import type { PollingPlace } from '../polling-place.ts';

type Paper =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly error: { readonly type: string } };

/** `?salinan=3`: one numbered copy, and one more print of it. Without it the paper as it was prepared. Other words of an address are not ours. */
const WhichCopy = z.object({
  salinan: z
    .string()
    .regex(/^[1-9][0-9]?$/)
    .transform(Number)
    .optional(),
});

const WhichRestart = z.object({
  nomor: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/)
    .transform(Number),
});

const WhichIncident = WhichRestart.extend({
  salinan: z
    .string()
    .regex(/^[1-9]$/)
    .transform(Number),
});

/** A paper that is asked for is a paper that was printed or opened: whoever asks for its head only must not count as that. */
const BODY_ONLY = { exposeHeadRoute: false } as const;

/** Papers as PDF, for the board's printer. */
export function openPaperRoutes(
  door: Door,
  { board, restarts, zeroReport, tablePapers, incidents }: PollingPlace,
  changed: () => void,
): void {
  const { minutesPaper } = board;
  /** @param isOpened the board shows that a prepared paper was opened: who signs it has seen it printed */
  const sendPdf = (
    name: string,
    make: (copy: number | undefined) => Paper,
    isOpened: () => boolean = () => false,
  ) =>
    door.get(`/papers/${name}`, BODY_ONLY, (request, reply) => {
      const which = readInput(WhichCopy, request.query);
      if (!which.ok) return reply.code(400).send(which);
      const { salinan } = which.value;
      const wasOpened = isOpened();
      const paper = make(salinan);
      if (!paper.ok) return reply.code(404).send(paper);
      if (isOpened() !== wasOpened || salinan !== undefined) changed();
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="${name}"`)
        .send(Buffer.from(paper.value));
    });
  sendPdf(
    'laporan-nol.pdf',
    () => zeroReport.paper(),
    () => zeroReport.prepared()?.isOpened === true,
  );
  sendPdf(
    'berita-acara.pdf',
    (copy) => (copy === undefined ? minutesPaper.paperOrDraft() : minutesPaper.copy(copy)),
    () => minutesPaper.prepared()?.isOpened === true,
  );
  sendPdf('sertifikat-hasil.pdf', (copy) => minutesPaper.statementCopy(copy ?? 1));
  /** One paper a start in the middle of the day, `?nomor=1`. */
  door.get('/papers/laporan-mulai-ulang.pdf', (request, reply) => {
    const which = readInput(WhichRestart, request.query);
    const paper = which.ok ? restarts.report(which.value.nomor) : which;
    if (!paper.ok) return reply.code(which.ok ? 404 : 400).send(paper);
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'inline; filename="laporan-mulai-ulang.pdf"')
      .send(Buffer.from(paper.value));
  });
  /** One incident in one of its copies, `?nomor=1&salinan=2`. */
  door.get('/papers/kejadian.pdf', BODY_ONLY, (request, reply) => {
    const which = readInput(WhichIncident, request.query);
    const paper = which.ok ? incidents.print(which.value.nomor, which.value.salinan) : which;
    if (!paper.ok) return reply.code(which.ok ? 404 : 400).send(paper);
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'inline; filename="kejadian.pdf"')
      .send(Buffer.from(paper.value));
  });
  for (const [name, make] of [
    ['mandat-saksi.pdf', tablePapers.mandates],
    ['catatan-keberatan.pdf', tablePapers.objections],
    ['formulir-keberatan.pdf', tablePapers.objectionForm],
  ] as const) {
    sendPdf(name, () => ({ ok: true, value: make() }));
  }
  for (const [name, make] of [
    ['uji-diri.pdf', tablePapers.selfTest],
    ['uji-hitung.pdf', tablePapers.logicTest],
  ] as const) {
    sendPdf(name, () => {
      const paper = make();
      return paper === undefined
        ? { ok: false, error: { type: 'paper-not-prepared' } }
        : { ok: true, value: paper };
    });
  }
}
