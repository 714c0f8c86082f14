import { agreementOf, type CeremonyMessage, type Round, writeCanonicalFile } from '@bilik/transfer';
import type { KeyFile } from './key-file.ts';

/** This device's own message of a step; `undefined` before the step was done. */
export function ownCeremonyMessage(file: KeyFile, round: Round): CeremonyMessage | undefined {
  const { ceremony, name, certificateId: from, polynomial, share } = file;
  const message =
    round === 'certificate' ? file.certificate : round === 'polynomial' ? polynomial?.message : share?.output;
  if (message === undefined) return undefined;
  const agreed =
    polynomial === undefined || round === 'certificate'
      ? {}
      : { agreed: agreementOf(ceremony, polynomial.threshold, polynomial.certificates) };
  return { format: 'bilik/ceremony/1', ceremony, round, name, from, ...agreed, message };
}

/** The same as the text of a file. */
export function ownMessage(file: KeyFile, round: Round): string | undefined {
  const message = ownCeremonyMessage(file, round);
  return message === undefined ? undefined : writeCanonicalFile(message);
}
