import { LongText, MESSAGE_LIMIT_BYTES, ROUNDS, ShownName } from '@bilik/transfer';
import { z } from 'zod';
import { CertificateTexts, Threshold } from '../ceremony/key-file.ts';
import { ElectionText, TrusteesText } from '../election/bound-election.ts';
import { SHEET_LIMIT } from '../sheet/key-sheet.ts';
import { PASSPHRASE_LENGTH } from './passphrase-length.ts';

/** A passphrase that is set; shorter ones are refused. */
const NewPassphrase = z.string().min(PASSPHRASE_LENGTH.least).max(PASSPHRASE_LENGTH.most);
/** A passphrase that is tried. */
const Passphrase = z.string().min(1).max(PASSPHRASE_LENGTH.most);
const Hex256 = z.string().regex(/^[0-9a-f]{64}$/);

export const StartInput = z.strictObject({ ceremony: ShownName, name: ShownName, passphrase: NewPassphrase });

/** Without certificates, those that came in as files are meant. */
export const PolynomialInput = z.strictObject({
  certificates: CertificateTexts.optional(),
  threshold: Threshold,
  passphrase: Passphrase.optional(),
});

/** Without an input, it is made of the messages that came in as files. */
export const ShareInput = z.strictObject({
  shareInput: LongText.optional(),
  passphrase: Passphrase.optional(),
});

/** Both of what a table made, or neither: then it is made here, of the messages that came in as files. */
export const FinishInput = z.union([
  z.strictObject({ parameters: LongText, decryptionKey: LongText, passphrase: Passphrase.optional() }),
  z.strictObject({ passphrase: Passphrase.optional() }),
]);

/** The passphrase even where the seed is open: a sheet leaves the house. */
export const SheetInput = z.strictObject({ passphrase: Passphrase });
export const RestoreInput = z.strictObject({
  sheet: z.string().min(1).max(SHEET_LIMIT),
  trustees: TrusteesText,
  passphrase: Passphrase,
});

export const AddInput = z.strictObject({ message: z.string().min(1).max(MESSAGE_LIMIT_BYTES) });
export const RemoveInput = z.strictObject({ round: z.enum(ROUNDS), certificateId: Hex256 });
export const AbandonInput = z.strictObject({ ceremony: ShownName });

export const ElectionInput = z.strictObject({ election: ElectionText, trustees: TrusteesText });
export const FetchInput = z.strictObject({ from: z.literal('station') });

/** Far above any polling place; keeps a number a number. */
const BALLOT_COUNT_MOST = 1_000_000;
/** `ballotCount`: ballots cast, as announced in the hall. The page does not know it: its keeper types it. */
export const OpenInput = z.strictObject({
  passphrase: Passphrase,
  ballotCount: z.int().min(0).max(BALLOT_COUNT_MOST),
});
