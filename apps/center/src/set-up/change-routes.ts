import { lineSchema, regencyCodeSchema } from '@bilik/election';
import { changeSetUp, plainSetUp, SET_UP_LIMIT_BYTES } from '@bilik/preparation';
import { isPublicContent, isPublicText } from '@bilik/publication';
import { z } from 'zod';
import { appendEvent } from '../events/append-event.ts';
import { type ActsDoor, NoInput } from '../http/acts-door.ts';
import { notPublic, setUpMissing } from './refusals.ts';
import { addSetUp, currentSetUp, regencyOf, rulePacksEver } from './set-up-store.ts';

const Change = z.strictObject({
  text: z.string().min(1).max(SET_UP_LIMIT_BYTES),
  /** As in `Perbup 12/2027`. */
  reason: lineSchema(500),
});

/** The regency's own rules, calendars, checklists and forms: taken out as a file for people, and changed by one. */
export function openChangeRoutes(acts: ActsDoor): void {
  acts.paper('set-up.plain', NoInput, async (_, { transaction, by }) => {
    const setUp = await currentSetUp(transaction, regencyOf(by.area) ?? '');
    if (setUp === undefined) return setUpMissing();
    const bytes = Buffer.from(plainSetUp(setUp.content), 'utf8');
    return { ok: true, value: { bytes, type: 'application/json', fileName: `aturan-${by.area}.json` } };
  });

  acts.act('set-up.change', Change, async ({ text, reason }, { transaction, by, now }) => {
    const regency = regencyOf(by.area);
    const before = regency === undefined ? undefined : await currentSetUp(transaction, regency);
    if (regency === undefined || before === undefined) return setUpMissing();
    const known = await rulePacksEver(transaction, regency);
    const changed = changeSetUp(text, before.content, known, regencyCodeSchema.parse(regency));
    if (!changed.ok) return changed;
    const { setUp, changed: parts } = changed.value;
    const { labels, rulePacks } = setUp;
    if (![labels.head.id, labels.head.en].every(isPublicText) || !isPublicContent(rulePacks)) {
      return notPublic();
    }
    await addSetUp(transaction, regency, setUp, { issuer: null, account: by.account, at: now });
    await appendEvent(transaction, {
      ...{ act: 'set-up.change', area: regency, subject: regency, account: by.account, at: now },
      after: { reason, parts, rulePacks: rulePacks.map(({ id, version }) => ({ id, version })) },
    });
    return { ok: true, value: { parts } };
  });
}
