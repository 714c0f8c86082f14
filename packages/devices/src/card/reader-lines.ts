import { z } from 'zod';
import type { CardRead } from './identity-reader.ts';

/** Version of the line protocol (`docs/reader-protocol.md`). */
export const PROTOCOL = 'BILIK-READER 1';
/** Characters of the longest line that either side may send. */
export const LONGEST_LINE = 1_024;

/** What the reader's service says, one line each. */
export type ReaderLine =
  | { readonly type: 'hello'; readonly name: string }
  | { readonly type: 'data'; readonly turn: number; readonly read: Extract<CardRead, { kind: 'chip' }> }
  | { readonly type: 'failed'; readonly turn: number; readonly why: 'timeout' | 'unreadable' | 'gone' }
  | { readonly type: 'pong'; readonly turn: number };

/** The chip's data as the service gives them; unknown keys are refused. */
const ChipSchema = z.strictObject({
  nik: z.string().regex(/^[0-9]{16}$/),
  name: z.string().min(1).max(100),
  birthDate: z.iso.date(),
  finger: z.enum(['matched', 'not-matched', 'unreadable', 'not-asked']),
});

function chipOf(text: string): Extract<CardRead, { kind: 'chip' }> | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = ChipSchema.safeParse(content);
  return parsed.success ? { kind: 'chip', ...parsed.data } : undefined;
}

/** @returns undefined for a line that is not in the protocol */
export function parseReaderLine(line: string): ReaderLine | undefined {
  if (line.startsWith(`${PROTOCOL} `)) return { type: 'hello', name: line.slice(PROTOCOL.length + 1) };
  const [, word = '', digits = '', rest = ''] = /^([A-Z]+) (\d{1,9})(?: (.*))?$/.exec(line) ?? [];
  const turn = Number(digits);
  switch (word) {
    case 'DATA': {
      const read = chipOf(rest);
      return read === undefined ? undefined : { type: 'data', turn, read };
    }
    case 'FAIL':
      return rest === 'timeout' || rest === 'unreadable' || rest === 'gone'
        ? { type: 'failed', turn, why: rest }
        : undefined;
    case 'PONG':
      return rest === '' ? { type: 'pong', turn } : undefined;
    default:
      return undefined;
  }
}

/** Cuts what arrives into lines. @returns undefined once a line is longer than it may be: that is no reader */
export function openLineCutter(): (text: string) => readonly string[] | undefined {
  let held = '';
  return (text) => {
    held += text;
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    const all = [...lines, held];
    if (all.some((line) => line.length > LONGEST_LINE)) return undefined;
    return lines.map((line) => line.replace(/\r$/, ''));
  };
}
