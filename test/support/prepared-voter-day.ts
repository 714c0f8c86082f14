import { freeFirstPort, PORT_SPAN } from '../../apps/cli/src/exercise/open-exercise.ts';
import { pairAtRest, type Session } from './paired-devices.ts';
import { checkIn, openPlace, openPolls } from './polling-place.ts';
import { type PreparedHome, prepareHome } from './prepared-home.ts';

/** A place for days of one voter: polls open, the voter checked in, devices paired, nothing running. */
export async function prepareVoterDay(
  root: string,
): Promise<{ readonly prepared: PreparedHome; readonly sessions: ReadonlyMap<string, Session> }> {
  const prepared = await prepareHome({ root, voters: 10, cards: 12 });
  const sessions = await pairAtRest(prepared);
  const place = openPlace(prepared);
  openPolls(place);
  checkIn(place, 3);
  place.close();
  return { prepared, sessions };
}

/** First ports of their own for each day: two days that look for free ones in the same moment would find the same. */
export function freePorts(): () => Promise<number> {
  let last: Promise<number> | undefined;
  return () => {
    last = last === undefined ? freeFirstPort() : last.then((port) => freeFirstPort(port + PORT_SPAN));
    return last;
  };
}
