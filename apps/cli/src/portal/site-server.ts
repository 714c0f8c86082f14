import { fail, type Result, succeed } from '@bilik/election';

/** A server that sends nothing for so long has stopped. */
const SILENCE_MILLISECONDS = 30_000;

/** Why a file did not come. */
export type AskProblem =
  /** No answer, or it ended in the middle. */
  | { readonly type: 'interrupted' }
  | { readonly type: 'answered'; readonly status: number }
  /** Not followed: whoever answers elsewhere is another site. */
  | { readonly type: 'redirected'; readonly to: string }
  | { readonly type: 'too-much'; readonly limit: number };

/** A site as its server gives it out. */
export interface SiteServer {
  /** @param limit bytes at most; what goes beyond is not read */
  ask(path: string, limit: number): Promise<Result<Uint8Array, AskProblem>>;
}

/** @param base ends with a slash */
export function siteServer(base: URL): SiteServer {
  return {
    async ask(path, limit) {
      const silence = new AbortController();
      let timer = setTimeout(() => silence.abort(), SILENCE_MILLISECONDS);
      const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MILLISECONDS);
      };
      try {
        const response = await fetch(new URL(path, base), {
          redirect: 'manual',
          signal: silence.signal,
          headers: { 'accept-encoding': 'identity' },
        });
        if (response.status !== 200) {
          await response.body?.cancel();
          const to =
            response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
          return fail(
            to === null ? { type: 'answered', status: response.status } : { type: 'redirected', to },
          );
        }
        const pieces: Uint8Array[] = [];
        let length = 0;
        for await (const piece of response.body ?? []) {
          heard();
          length += piece.length;
          if (length > limit) return fail({ type: 'too-much', limit });
          pieces.push(piece);
        }
        return succeed(Buffer.concat(pieces));
      } catch {
        return fail({ type: 'interrupted' });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
