import type { CallError } from '@bilik/ui/call';
import * as z from 'zod/mini';
import { callAct } from '../../kantor/call-act.ts';
import { meSchema } from '../../kantor/me.ts';
import { standingSchema } from '../../kantor/sheets/sheets-wire.ts';
import { sendFile } from '../../kantor/upload-file.ts';
import type { OutboxItem, SendingAnswer } from './outbox.ts';

const sentenceSchema = z.object({ sentence: z.object({ id: z.string(), en: z.string() }) });

/** Sends one item under its own id. A repeated one is the same one at the center. */
export async function sendItem(item: OutboxItem): Promise<SendingAnswer> {
  const { election, place, id } = item;
  // the session may be somebody else's by now, who signed in on another page of this browser
  const me = await callAct('accounts.me', {}, meSchema);
  if (!me.ok) return answerTo(me.error);
  if (me.value.account !== item.account) return { type: 'signed-out' };
  if (item.kind === 'entry') {
    const input = { election, place, figures: item.figures, sentAs: id };
    const answer = await callAct('sheets.enter', input, standingSchema);
    return answer.ok ? { type: 'kept' } : answerTo(answer.error);
  }
  const sent = await sendFile(item.photo, 'lembar.jpg', id);
  if (!sent.ok) return answerTo(sent.error);
  const input = { election, place, sha256: sent.value };
  const answer = await callAct('sheets.add-photo', input, z.object({ photos: z.number() }));
  return answer.ok ? { type: 'kept' } : answerTo(answer.error);
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
