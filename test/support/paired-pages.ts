import type { BrowserContext } from 'playwright-core';
import { cookieNameOf } from '../../apps/station/src/http/device-routes.ts';
import type { Station } from '../../apps/station/src/station-server.ts';
import type { Session } from './paired-devices.ts';

/** Lets a browser in as a device that is paired already: it keeps what the station would have given it. */
export async function letIn(
  context: BrowserContext,
  { url, pollingPlace }: Station,
  session: Session,
): Promise<void> {
  await context.addCookies([
    {
      name: cookieNameOf(
        pollingPlace.place.election.uuid,
        url.startsWith('https:'),
      )(session['x-bilik-device']),
      value: session.authorization.replace('Bearer ', ''),
      url,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);
}
