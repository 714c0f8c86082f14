import { civilDateSchema } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { publishedStage } from './published-stage.ts';

const day = (text: string) => civilDateSchema.parse(text);
const VOTING = day('2026-11-23');

describe('the stage that the public sees', () => {
  test('counting began on voting day, whatever stage somebody forgot to note', () => {
    const forgotten = { id: 'campaign', since: day('2026-11-17') };
    expect(publishedStage(forgotten, true, { today: day('2026-11-24'), votingDate: VOTING })).toEqual({
      name: 'counting',
      since: VOTING,
    });
  });

  test('is never since a day that has not come', () => {
    const today = day('2026-11-20');
    const planned = { id: 'quiet-period', since: day('2026-11-21') };
    expect(publishedStage(planned, false, { today, votingDate: VOTING })).toEqual({
      name: 'quiet-period',
      since: today,
    });
    expect(publishedStage(planned, true, { today, votingDate: VOTING }).since).toBe(today);
    expect(publishedStage({ id: null, since: VOTING }, false, { today, votingDate: VOTING }).since).toBe(
      today,
    );
  });

  test('is none that begins with a result while nothing is published', () => {
    const today = day('2026-12-10');
    for (const id of ['minutes', 'objections', 'decree', null]) {
      expect(publishedStage({ id, since: day('2026-12-01') }, false, { today, votingDate: VOTING })).toEqual({
        name: 'counting',
        since: VOTING,
      });
    }
  });

  test('otherwise stands as the calendar says', () => {
    const running = { id: 'objections', since: day('2026-11-24') };
    expect(publishedStage(running, true, { today: day('2026-11-25'), votingDate: VOTING })).toEqual({
      name: 'objection',
      since: day('2026-11-24'),
    });
  });
});
