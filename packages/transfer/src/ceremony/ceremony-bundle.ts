import { createHash } from 'node:crypto';
import { pollingPlaceIdSchema } from '@bilik/election';
import { z } from 'zod';
import { signedBytes } from '../signed-bytes.ts';
import { type FileAnswer, Hex256, readCanonicalFile, writeCanonicalFile } from '../signed-file.ts';
import { asWritten, type CeremonyMessage } from './ceremony-message.ts';
import { LongText, ROUNDS, ShownName } from './ceremony-names.ts';
import { MAX_PLACES, placeCeremony } from './ceremony-plan.ts';

/** One trustee's messages of one step for all polling places of a sitting: one file to carry instead of one a place. */
export const CeremonyBundle = z.strictObject({
  format: z.literal('bilik/ceremony-bundle/1'),
  /** `planDigest` of the plan that its sender works by. */
  plan: Hex256,
  ceremony: ShownName.max(80),
  round: z.enum(ROUNDS),
  name: ShownName,
  /** In ascending order of places, each once. */
  messages: z
    .array(
      z.strictObject({
        place: pollingPlaceIdSchema,
        from: Hex256,
        agreed: Hex256.optional(),
        message: LongText.max(256 * 1024),
      }),
    )
    .min(1)
    .max(MAX_PLACES)
    .refine(
      (messages) =>
        messages.every(({ place }, index) => index === 0 || (messages[index - 1]?.place ?? '') < place),
      'places-in-order',
    ),
});
export type CeremonyBundle = z.output<typeof CeremonyBundle>;

/** 200 polling places and fifteen trustees. */
export const BUNDLE_LIMIT_BYTES: number = 14 * 1024 * 1024;

/** In which a trustee's device gives the office's notice board its code: before the body, so that a stranger's is not read. */
export const BOARD_CODE_HEADER = 'x-bilik-board-code';

export function writeCeremonyBundle(bundle: CeremonyBundle): string {
  return writeCanonicalFile(CeremonyBundle.parse(bundle));
}

/** @errors as `readCanonicalFile` */
export function parseCeremonyBundle(text: string): FileAnswer<CeremonyBundle> {
  return readCanonicalFile(CeremonyBundle, asWritten(text), BUNDLE_LIMIT_BYTES);
}

/** The bundle's message for one polling place, as that key's device takes it. */
export function messageOfBundle(bundle: CeremonyBundle, place: string): CeremonyMessage | undefined {
  const found = bundle.messages.find((message) => message.place === place);
  if (found === undefined) return undefined;
  const { from, agreed, message } = found;
  return {
    format: 'bilik/ceremony/1',
    ceremony: placeCeremony(bundle.ceremony, place),
    round: bundle.round,
    name: bundle.name,
    from,
    ...(agreed === undefined ? {} : { agreed }),
    message,
  };
}

/**
 * What one trustee reads aloud, and all others compare: one fingerprint over the plan, the name and the certificates of all places.
 * @param certificates id of the trustee's certificate, by place
 * @returns 64 lower-case hex digits; `fingerprintWords` makes eight words of it
 */
export function certificatesFingerprint(
  plan: string,
  name: string,
  certificates: readonly { readonly place: string; readonly from: string }[],
): string {
  const fields = [...certificates]
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .flatMap(({ place, from }) => [place, from]);
  return createHash('sha256')
    .update(signedBytes('ceremony-certificates', [plan, name, ...fields]))
    .digest('hex');
}

/**
 * What is posted when all keys are made: one fingerprint over the lists of trustees of all places. Each device computes it for itself.
 * @param lists hex SHA-256 of each place's `trustees.json`
 */
export function keysFingerprint(
  plan: string,
  lists: readonly { readonly place: string; readonly trusteesHash: string }[],
): string {
  const fields = [...lists]
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .flatMap(({ place, trusteesHash }) => [place, trusteesHash]);
  return createHash('sha256')
    .update(signedBytes('ceremony-keys', [plan, ...fields]))
    .digest('hex');
}
