import { z } from 'zod';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';
import type { DurableFile } from '../store/durable-file.ts';

/** What is kept of numbers that were typed and were not those of the checked record. */
export const CountRefusalsFile = z.strictObject({
  format: z.literal('bilik/trustee-count-refusals/1'),
  times: z.int().min(1),
  /** The last number that was typed, and the record that it was typed for: hex SHA-256 of its last event. */
  typedCount: z.int().min(0),
  recordHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CountRefusalsFile = z.output<typeof CountRefusalsFile>;

/**
 * Compares the number of ballots that the hall announced, as the keeper typed it, with that of the checked record. A list is right by
 * itself whatever its length: only the hall knows how many were cast, and a list of one ballot has that one vote as its sum.
 */
export interface AnnouncedCount {
  readonly refusals: () => CountRefusalsFile | undefined;
  /** @errors 'ballot-count-differs' (kept on the disk first; never says the record's own number) · 'storage-failed' */
  readonly compare: (
    typedCount: number,
    record: { readonly ballotCount: number; readonly sealedEventHash: string },
  ) => Answer<void, RefusalOf<'ballot-count-differs' | 'storage-failed'>>;
}

export function openAnnouncedCount(
  file: DurableFile<CountRefusalsFile>,
  onRefused: (refusedCounts: number) => void,
): AnnouncedCount {
  return {
    refusals: file.read,
    compare(typedCount, { ballotCount, sealedEventHash }) {
      if (typedCount === ballotCount) return accept(undefined);
      const times = (file.read()?.times ?? 0) + 1;
      const written = file.replace({
        format: 'bilik/trustee-count-refusals/1',
        times,
        typedCount,
        recordHash: sealedEventHash,
      });
      onRefused(times);
      return written.ok
        ? refuse({ type: 'ballot-count-differs', typedCount, refusedCounts: times })
        : written;
    },
  };
}
