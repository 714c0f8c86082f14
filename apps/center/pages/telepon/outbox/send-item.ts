import type { CallError } from '@bilik/ui/call';
import * as z from 'zod/mini';
import { callAct } from '../../kantor/call-act.ts';
import { standingSchema } from '../../kantor/sheets/sheets-wire.ts';
import { noRoomFor, sendFile } from '../../kantor/upload-file.ts';
import type { OutboxItem, SendingAnswer } from './outbox.ts';

const sentenceSchema = z.object({ sentence: z.object({ id: z.string(), en: z.string() }) });

const outcomesSchema = z.tuple([
  z.union([
    z.object({ type: z.literal('kept') }),
    z.object({ type: z.literal('refused'), problem: z.string() }),
  ]),
]);

/** Sends one item as whoever wrote it, under its own id. A repeated one is the same one at the center. */
export async function sendItem(item: OutboxItem): Promise<SendingAnswer> {
  const { place, id, account } = item;
  switch (item.kind) {
    case 'entry': {
      const input = { election: item.election, place, figures: item.figures, sentAs: id };
      const answer = await callAct('sheets.enter', input, standingSchema, account);
      return answer.ok ? { type: 'kept' } : answerTo(answer.error);
    }
    case 'code': {
      const answer = await callAct('intake.codes', { codes: [item.code] }, outcomesSchema, account);
      if (!answer.ok) return answerTo(answer.error);
      const [outcome] = answer.value;
      return outcome.type === 'kept'
        ? { type: 'kept' }
        : { type: 'refused', refusal: { type: outcome.problem, sentence: null } };
    }
    case 'photo': {
      const sent = await sendFile(item.photo, 'lembar.jpg', id, account);
      // what is full today is not tomorrow: it stays in the outbox
      if (!sent.ok)
        return noRoomFor(sent.error) !== undefined ? { type: 'not-reached' } : answerTo(sent.error);
      const input = { election: item.election, place, sha256: sent.value };
      const photos = z.object({ photos: z.number() });
      const answer = await callAct('sheets.add-photo', input, photos, account);
      return answer.ok ? { type: 'kept' } : answerTo(answer.error);
    }
  }
}

function answerTo(error: CallError<{ readonly type: string }>): SendingAnswer {
  if (error.type === 'not-paired') return { type: 'signed-out' };
  if (error.type === 'refused') {
    const { refusal } = error;
    const read = sentenceSchema.safeParse(refusal);
    return {
      type: 'refused',
      refusal: { type: refusal.type, sentence: read.success ? read.data.sentence : null },
    };
  }
  // what the center will never take is not sent again and again
  const isFinal = error.type === 'not-allowed' || error.type === 'not-understood';
  return isFinal
    ? { type: 'refused', refusal: { type: error.type, sentence: null } }
    : { type: 'not-reached' };
}
