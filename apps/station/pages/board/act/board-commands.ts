import { type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { Command, HandCount, MinutesFields } from '../board-answers.ts';
import { type BoardRefusal, refusalSchema } from './board-refusal.ts';

export type ActResult = CallResult<unknown, BoardRefusal>;

/** Opening the sum and sealing read the whole record; a slow laptop with 1,400 ballots takes its time. */
const LONG_TIMEOUT_MS = 120_000;

const send = (path: string, body: unknown, timeoutMs?: number): Promise<ActResult> =>
  callApi(path, body, { value: z.unknown(), refusal: refusalSchema, timeoutMs });

/** @param confirmedBy ids of different people of the definition */
export const giveCommand = (command: Command, confirmedBy: readonly string[]): Promise<ActResult> =>
  send('/api/board/command', { command, confirmedBy }, LONG_TIMEOUT_MS);

export const signZeroReport = (): Promise<ActResult> => send('/api/board/zero-report-signed', {});

/** Closes releases whose voters left. @param count 1 or more */
export const abandonReleases = (count: number): Promise<ActResult> => send('/api/board/abandon', { count });

export const writeMinutesFields = (fields: MinutesFields): Promise<ActResult> =>
  send('/api/board/minutes-fields', fields);

export const writeHandCount = (count: HandCount): Promise<ActResult> => send('/api/board/hand-count', count);

/** A trustee's share that came as a file instead of over the LAN. */
export const bringShare = (share: { readonly owner: number; readonly share: string }): Promise<ActResult> =>
  send('/api/shares', share, LONG_TIMEOUT_MS);
