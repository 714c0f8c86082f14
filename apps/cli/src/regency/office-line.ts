import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';

/** Somebody who works at the center, with what a head and a phone keep: a password, and the secret of the one-time codes. */
export const OfficePerson = z.strictObject({
  account: z.string().min(2).max(60),
  password: z.string().min(1).max(200),
  /** Base32, as an authenticator app is given it. */
  codeSecret: z.string().regex(/^[A-Z2-7]{16,64}$/),
});
export type OfficePerson = z.output<typeof OfficePerson>;

const Answer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.looseObject({ type: z.string() }) }),
]);
const Started = z.strictObject({ uri: z.string(), secret: z.string() });

/** The center refused what was expected to pass; its reason is in the message. */
export class OfficeRefused extends Error {
  readonly type: string;
  constructor(what: string, error: { readonly type: string }) {
    super(`${what} was refused: ${JSON.stringify(error).slice(0, 800)}`);
    this.type = error.type;
  }
}

/** The center as the people of an office meet it: over HTTP, each signed in as themselves. */
export interface OfficeLine {
  readonly url: string;
  /** Uses an invitation up, as somebody does on their first day. @returns what they now know */
  readonly begin: (account: string, invitation: string, password: string) => Promise<OfficePerson>;
  /** Signs in by password and the code of this moment. @returns the session's cookie, `name=value` */
  readonly signIn: (person: OfficePerson) => Promise<string>;
  /** The session in which this line acts as the person; a new one where none holds any more. @returns as `signIn` */
  readonly session: (person: OfficePerson) => Promise<string>;
  /** Carries out an act as this person. @throws OfficeRefused */
  readonly act: <Schema extends z.ZodType>(
    person: OfficePerson,
    name: string,
    input: object,
    schema: Schema,
  ) => Promise<z.output<Schema>>;
  /** Fetches a paper or a file. @throws OfficeRefused */
  readonly paper: (person: OfficePerson, name: string, input: object) => Promise<Uint8Array>;
  /** Sends a file piece by piece, as the page does. @returns the upload's id and the file's SHA-256 */
  readonly upload: (
    person: OfficePerson,
    bytes: Uint8Array,
    name: string,
  ) => Promise<{ readonly id: string; readonly sha256: string }>;
}

const PIECE_BYTES = 500_000;
const CODE_PERIOD_MS = 30_000;
const SESSION_OVER = 401;
const Anything = z.unknown();

/** The code that an authenticator app shows at a moment (RFC 6238). */
export function codeOf({ codeSecret }: Pick<OfficePerson, 'codeSecret'>, nowMs: number): string {
  return new TOTP({ secret: Secret.fromBase32(codeSecret) }).generate({ timestamp: nowMs });
}

/**
 * @param url of the center's API
 * @param now of the phones that show the codes, in milliseconds
 */
export function openOfficeLine(url: string, now: () => number): OfficeLine {
  const cookies = new Map<string, Promise<string>>();
  const post = (path: string, body: object, cookie?: string) =>
    fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
  const read = async (what: string, response: Response): Promise<unknown> => {
    const answer = Answer.parse(await response.json());
    if (!answer.ok) throw new OfficeRefused(what, answer.error);
    return answer.value;
  };
  const cookieIn = (response: Response): string => {
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    if (!cookie.includes('=')) throw new Error('The center let somebody in without a session');
    return cookie;
  };
  const signIn = async (person: OfficePerson): Promise<string> => {
    const { account, password } = person;
    const tryAt = async (nowMs: number) => {
      const response = await post('/api/sign-in', { account, password, code: codeOf(person, nowMs) });
      await read(`sign-in of ${account}`, response);
      return cookieIn(response);
    };
    try {
      return await tryAt(now());
    } catch (error) {
      // no code is taken twice: who signed in within this half minute waits for the next one, which holds already
      if (error instanceof OfficeRefused && error.type === 'sign-in-wrong')
        return tryAt(now() + CODE_PERIOD_MS);
      throw error;
    }
  };
  const sessionOf = (person: OfficePerson): Promise<string> => {
    const known = cookies.get(person.account);
    if (known !== undefined) return known;
    const session = signIn(person);
    cookies.set(person.account, session);
    session.catch(() => cookies.delete(person.account));
    return session;
  };
  const act: OfficeLine['act'] = async (person, name, input, schema) => {
    const response = await post(`/api/act/${name}`, input, await sessionOf(person));
    return schema.parse(await read(`${name} by ${person.account}`, response));
  };
  return {
    url,
    signIn,
    act,
    async session(person) {
      const cookie = await sessionOf(person);
      const { status } = await post('/api/act/accounts.me', {}, cookie);
      if (status !== SESSION_OVER) return cookie;
      cookies.delete(person.account);
      return sessionOf(person);
    },
    async begin(account, invitation, password) {
      const started = Started.parse(
        await read('an invitation', await post('/api/begin-account', { account, invitation })),
      );
      const person = { account, password, codeSecret: started.secret };
      const code = codeOf(person, now());
      const response = await post('/api/finish-account', { account, invitation, password, code });
      await read('the end of an invitation', response);
      cookies.set(account, Promise.resolve(cookieIn(response)));
      return person;
    },
    async paper(person, name, input) {
      const address = new URL(`/api/paper/${name}`, url);
      address.searchParams.set('input', JSON.stringify(input));
      const response = await fetch(address, { headers: { cookie: await sessionOf(person) } });
      if (!response.ok) await read(`${name} by ${person.account}`, response);
      return new Uint8Array(await response.arrayBuffer());
    },
    async upload(person, bytes, name) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const id = createHash('sha256')
        .update(`${person.account}\n${name}\n${sha256}`)
        .digest('hex')
        .slice(0, 32);
      const send = (input: object) => act(person, 'files.upload', { id, ...input }, Anything);
      await send({ step: 'begin', name, bytes: bytes.length });
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = Buffer.from(bytes.subarray(at, at + PIECE_BYTES)).toString('base64');
        await send({ step: 'piece', at, bytes: piece });
      }
      await send({ step: 'finish', sha256 });
      return { id, sha256 };
    },
  };
}
