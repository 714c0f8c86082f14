import { type PollingPlaceId, pollingPlaceIdSchema } from '@bilik/election';
import { z } from 'zod';

const Hex256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What desks need beside the list, prepared with it: who votes elsewhere in the village, and registered cards. */
export const CheckInFileSchema = z.strictObject({
  format: z.literal('bilik/check-in/1'),
  /** Voters of the village's other polling places: the keyed hash of each NIK, and where. No name. */
  otherPlaces: z.array(z.strictObject({ nikKeyedHash: Hex256, place: pollingPlaceIdSchema })).max(20_000),
  /** Numbers of cards (NFC) that the office registered for a voter of this list; keyed like a NIK. */
  cards: z.array(z.strictObject({ cardKeyedHash: Hex256, voter: z.int().min(1).max(5000) })).max(6000),
});
export type CheckInFile = z.output<typeof CheckInFileSchema>;

/** By keyed hash, as desks ask. */
export interface CheckInKnown {
  readonly otherPlaceOf: (nikKeyedHash: string) => PollingPlaceId | undefined;
  readonly voterOfCard: (cardKeyedHash: string) => number | undefined;
  /** List numbers for which a card is registered. */
  readonly cardHolders: readonly number[];
}

export function knownOf({ otherPlaces, cards }: CheckInFile): CheckInKnown {
  const places = new Map(otherPlaces.map(({ nikKeyedHash, place }) => [nikKeyedHash, place]));
  const voters = new Map(cards.map(({ cardKeyedHash, voter }) => [cardKeyedHash, voter]));
  return {
    otherPlaceOf: (hash) => places.get(hash),
    voterOfCard: (hash) => voters.get(hash),
    cardHolders: [...voters.values()],
  };
}
