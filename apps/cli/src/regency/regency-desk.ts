import { type Door, sessionCookie } from '@bilik/server';
import { z } from 'zod';
import { OfficeRefused } from './office-line.ts';
import type { RegencyDesk, RegencyStanding } from './open-regency.ts';

/** Where the outside world opens the office as one of its people. */
export const officePath = (account: string): string => `/buka-kantor/${account}`;

/** What the page shows of a regency: no password and no secret. */
export function shownRegency({ people, ...standing }: RegencyStanding) {
  return {
    ...standing,
    people: people.map(({ account, name, role, area, areaName }) => ({
      ...{ account, name, role, area, areaName },
      url: officePath(account),
    })),
  };
}

/** By this name the center knows a browser's session. */
const SESSION_COOKIE = 'bilik-center';

/**
 * A click opens the office as somebody of it: they sign in over HTTP with their password and the code of this moment, as in front of their own
 * browser, and hand the session on. A browser keeps cookies by host and not by port, so the center finds it. It asks for no token: the outside
 * world of an exercise listens on loopback alone, and whoever sits at that machine plays everybody.
 */
export function openRegencyDesk(door: Door, regency: RegencyDesk, announce: () => void): void {
  regency.follow(announce);
  door.get('/buka-kantor/:account', async (request, reply) => {
    const wanted = z.strictObject({ account: z.string().max(60) }).safeParse(request.params);
    if (!wanted.success) return reply.callNotFound();
    // a page from elsewhere that was opened on this machine clicks for nobody
    if (request.headers['sec-fetch-site'] === 'cross-site') return reply.redirect('/luar/#kabupaten');
    const cookie = await regency.cookieFor(wanted.data.account).catch((error: unknown) => {
      // too many tries, or the center is going down: the page says what it is
      if (error instanceof OfficeRefused || error instanceof TypeError) return undefined;
      throw error;
    });
    if (cookie === undefined) return reply.redirect('/luar/#kabupaten');
    const [, token = ''] = cookie.split('=');
    return reply
      .header('set-cookie', sessionCookie(SESSION_COOKIE, token, false))
      .redirect(`${regency.standing().url}/kantor/`);
  });
}
