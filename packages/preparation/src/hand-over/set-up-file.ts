import {
  canonicalText,
  fail,
  type Problem,
  parseRulePack,
  problemsOf,
  type Result,
  succeed,
} from '@bilik/election';
import { z } from 'zod';
import { parseCalendar } from '../calendar/calendar-check.ts';
import { isForOthers } from '../calendar/stage.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { peopleInTexts } from './people-in-text.ts';
import { type SetUp, setUpSchema } from './set-up.ts';

/** Most bytes of a set-up file: rules, calendars and forms of one regency are some hundred kilobytes at most. */
export const SET_UP_LIMIT_BYTES = 2_000_000;
/** Purpose of the signature: no other file of ours can pass for a set-up. */
export const SET_UP_PURPOSE = 'regency-set-up';

const envelopeSchema = z.strictObject({
  /** Ed25519, base64 of 32 bytes: whoever hands the set-up over. */
  issuer: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'issuer'),
  setUp: setUpSchema,
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/, 'signature'),
});

export interface SetUpSigner {
  readonly issuer: string;
  readonly sign: (purpose: string, fields: readonly string[]) => string;
}

export type CheckSignature = (
  issuer: string,
  purpose: string,
  fields: readonly string[],
  signature: string,
) => boolean;

/** Why a file is no set-up that can be taken over. */
export type SetUpRefusal = Refusal<
  | 'set-up-too-large'
  | 'set-up-not-json'
  | 'set-up-malformed'
  | 'set-up-people'
  | 'set-up-not-canonical'
  | 'set-up-signature'
  | 'set-up-unchanged'
> & { readonly problems: readonly Problem[] };

/** @errors 'set-up-people' · 'set-up-malformed': what is to be handed over is held to what is taken */
export function writeSetUp(setUp: SetUp, { issuer, sign }: SetUpSigner): Result<string, SetUpRefusal> {
  const problems = setUpProblems(setUp);
  if (problems !== null) return fail(problems);
  const signature = sign(SET_UP_PURPOSE, [canonicalText(setUp)]);
  return succeed(`${canonicalText({ issuer, setUp, signature })}\n`);
}

/**
 * Reads a set-up that another regency handed over: size, JSON, shape (unknown fields refused), people, one spelling, signature.
 * A signature says who speaks; whether that is the regency it names, people compare by the key.
 */
export function readSetUp(
  text: string,
  check: CheckSignature,
): Result<{ readonly setUp: SetUp; readonly issuer: string }, SetUpRefusal> {
  if (new TextEncoder().encode(text).length > SET_UP_LIMIT_BYTES) {
    return fail(
      setUpRefused(
        'set-up-too-large',
        `Berkas penyiapan lebih besar dari ${SET_UP_LIMIT_BYTES} bita. Tidak ada yang diambil. Minta berkas aslinya.`,
        `The set-up file is larger than ${SET_UP_LIMIT_BYTES} bytes. Nothing was taken over. Ask for the original file.`,
      ),
    );
  }
  const content = parsedJson(text);
  if (content === undefined) {
    return fail(
      setUpRefused(
        'set-up-not-json',
        'Berkas ini bukan berkas penyiapan. Tidak ada yang diambil.',
        'This file is no set-up file. Nothing was taken over.',
      ),
    );
  }
  const parsed = envelopeSchema.safeParse(content);
  if (!parsed.success) return fail(malformed(problemsOf(parsed.error.issues)));
  const { issuer, setUp, signature } = parsed.data;
  const problems = setUpProblems(setUp);
  if (problems !== null) return fail(problems);
  if (`${canonicalText(parsed.data)}\n` !== text) {
    return fail(
      setUpRefused(
        'set-up-not-canonical',
        'Berkas penyiapan ini ditulis ulang oleh program lain. Tidak ada yang diambil. Minta berkas aslinya.',
        'This set-up file was rewritten by another program. Nothing was taken over. Ask for the original file.',
      ),
    );
  }
  if (!check(issuer, SET_UP_PURPOSE, [canonicalText(setUp)], signature)) {
    return fail(
      setUpRefused(
        'set-up-signature',
        'Tanda tangan berkas penyiapan tidak cocok: isinya berubah sesudah ditandatangani. Tidak ada yang diambil.',
        'The signature of the set-up file does not fit: its content changed after signing. Nothing was taken over.',
      ),
    );
  }
  return succeed({ setUp, issuer });
}

/** Why a set-up of the right shape may not be handed over or used; null when it may. */
export function setUpProblems(setUp: SetUp): SetUpRefusal | null {
  const people = peopleInTexts(setUp);
  if (people.length > 0) {
    return setUpRefused(
      'set-up-people',
      'Berkas penyiapan memuat nomor atau alamat orang. Tidak ada yang diserahkan atau diambil. Hapus dahulu.',
      'The set-up holds numbers or addresses of people. Nothing was handed over or taken. Take them out first.',
      people,
    );
  }
  const problems = setUp.calendars.flatMap((calendar, index) => {
    const parsed = parseCalendar(calendar);
    return parsed.ok
      ? []
      : parsed.error.map((problem) => ({ ...problem, path: `calendars[${index}].${problem.path}` }));
  });
  problems.push(
    ...setUp.rulePacks.flatMap((rulePack, index) => {
      const parsed = parseRulePack(rulePack);
      return parsed.ok
        ? []
        : parsed.error.map((problem) => ({ ...problem, path: `rulePacks[${index}].${problem.path}` }));
    }),
  );
  if (setUp.calendars.every(isForOthers)) {
    problems.push({
      path: 'calendars',
      code: 'no-calendar-of-ours',
      sentence: {
        id: 'Tidak ada kalender untuk pemilihan kepala desa: semuanya untuk pemilihan yang diselenggarakan pihak lain.',
        en: 'There is no calendar for village-head elections: all are for elections that others conduct.',
      },
    });
  }
  return problems.length > 0 ? malformed(problems) : null;
}

function malformed(problems: readonly Problem[]): SetUpRefusal {
  return setUpRefused(
    'set-up-malformed',
    'Berkas penyiapan memuat isian yang tidak dikenal atau salah. Tidak ada yang diambil. Lihat daftar masalahnya.',
    'The set-up holds fields that are unknown or wrong. Nothing was taken over. See the list of problems.',
    problems,
  );
}

/** A refusal with its problems, each at its path. */
export function setUpRefused<const Type extends SetUpRefusal['type']>(
  type: Type,
  id: string,
  en: string,
  problems: readonly Problem[] = [],
): SetUpRefusal {
  return { ...refusal(type, id, en), problems };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
