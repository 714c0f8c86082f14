import {
  type Ccm,
  type CeremonyFault,
  checkCertificates,
  type Group,
  makeCertificate,
  makePolynomial,
  makeShareOutput,
  type RandomSource,
} from '@bilik/ballot';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';
import { type ScryptCost, sealSecret } from '../secret/sealed-secret.ts';
import type { Unlocking } from '../secret/unlocking.ts';
import type { DurableFile } from '../store/durable-file.ts';
import { type AbandonedFile, type KeyFile, seedBinding } from './key-file.ts';
import { testKey } from './key-test.ts';
import { checkParameters, readOutput } from './parameters.ts';

/** Where this device is in the making of its key; each step keeps what the earlier ones made. */
export type CeremonyStep = 'empty' | 'certificate' | 'polynomial' | 'share' | 'key';

/** What a trustee computes with. */
export interface TrusteeTools {
  readonly group: Group;
  readonly ccm: Ccm;
  readonly random: RandomSource;
}

export interface CeremonyParts extends TrusteeTools {
  readonly keyFile: DurableFile<KeyFile | null>;
  readonly abandonedFile: DurableFile<AbandonedFile>;
  readonly unlocking: Unlocking;
  readonly scryptCost: ScryptCost;
}

/** The outcome of the whole ceremony for one trustee. */
export interface MadeKey {
  readonly verificationKeyFingerprint: string;
  /** This trustee's number among the certificates, from 1. */
  readonly ownerIndex: number;
}

/**
 * One trustee's side of the key ceremony (format §8.2). Each step is decided once, written to disk, and only then handed
 * out; the same step asked again gives the very same bytes, and asked for anything else it is refused: two versions of
 * one message in circulation would split the ceremony, or worse, serve somebody.
 */
export interface Ceremony {
  readonly step: () => CeremonyStep;
  readonly file: () => KeyFile | undefined;
  /** Step 1. */
  readonly start: (input: {
    readonly ceremony: string;
    readonly name: string;
    readonly passphrase: string;
  }) => Promise<Answer<{ readonly certificate: string; readonly certificateId: string }>>;
  /** Step 3. @param input.certificates of all trustees, in the agreed order */
  readonly deal: (input: {
    readonly certificates: readonly string[];
    readonly threshold: number;
    readonly passphrase?: string | undefined;
  }) => Promise<Answer<{ readonly polynomial: string }>>;
  /** Step 5. */
  readonly receive: (input: {
    readonly shareInput: string;
    readonly passphrase?: string | undefined;
  }) => Promise<Answer<{ readonly shareOutput: string }>>;
  /** The end: checks what the table made of all messages, and tries the key. */
  readonly finish: (input: {
    readonly parameters: string;
    readonly decryptionKey: string;
    readonly passphrase?: string | undefined;
  }) => Promise<Answer<MadeKey>>;
  /** Leaves a ceremony that cannot be finished. Its secret is removed; this device never joins a ceremony of that name again. */
  readonly abandon: (ceremony: string) => Answer<void>;
  /** The open seed of the finished key. */
  readonly unlock: (passphrase: string | undefined) => Promise<Answer<string>>;
}

export function openCeremony(parts: CeremonyParts): Ceremony {
  const { keyFile, abandonedFile, unlocking, group, random } = parts;
  const current = () => keyFile.read() ?? undefined;
  const notStarted = () => refuse({ type: 'not-started' });

  const unlockSeed = (known: KeyFile, passphrase: string | undefined) =>
    unlocking.open({ sealed: known.seed, binding: seedBinding(known), passphrase });

  return {
    step: () => stepOf(current()),
    file: current,

    async start({ ceremony, name, passphrase }) {
      const known = current();
      if (known !== undefined) {
        if (known.ceremony !== ceremony || known.name !== name) {
          return refuse({ type: 'already-started', ceremony: known.ceremony, name: known.name });
        }
        const opened = await unlockSeed(known, passphrase);
        return opened.ok ? accept(certificateOf(known)) : opened;
      }
      if (abandonedFile.read()?.ceremonies.includes(ceremony) === true) {
        return refuse({ type: 'ceremony-abandoned', ceremony });
      }
      const { seed, certificate } = makeCertificate(group, random);
      const checked = checkCertificates({ group, certificates: [certificate] });
      const certificateId = checked.ok ? checked.value[0] : undefined;
      if (certificateId === undefined) throw new Error('a certificate made here does not hold');
      const own = { ceremony, name, certificate };
      const sealed = await sealSecret({
        secret: seed,
        passphrase,
        binding: seedBinding(own),
        random,
        cost: parts.scryptCost,
      });
      const written = keyFile.replace({
        format: 'bilik/trustee-key/1',
        ...own,
        certificateId,
        seed: sealed,
      });
      if (!written.ok) return written;
      unlocking.keep(seed, passphrase);
      return accept({ certificate, certificateId });
    },

    async deal({ certificates, threshold, passphrase }) {
      const known = current();
      if (known === undefined) return notStarted();
      if (known.polynomial !== undefined) {
        const { polynomial } = known;
        if (!sameTexts(polynomial.certificates, certificates)) {
          return refuse({ type: 'step-fixed', changed: 'certificates' });
        }
        if (polynomial.threshold !== threshold) return refuse({ type: 'step-fixed', changed: 'threshold' });
        return accept({ polynomial: polynomial.message });
      }
      if (!certificates.includes(known.certificate)) return refuse({ type: 'own-certificate-missing' });
      const most = certificates.length;
      // One trustee alone must never be enough, whatever was typed.
      if (threshold < 2 || threshold > most) {
        return refuse({ type: 'threshold-out-of-range', least: 2, most });
      }
      const seed = await unlockSeed(known, passphrase);
      if (!seed.ok) return seed;
      const made = makePolynomial({ ...parts, certificates, threshold, seed: seed.value });
      if (!made.ok) return messageWrong(made.error);
      const polynomial = { certificates: [...certificates], threshold, message: made.value };
      const written = keyFile.replace({ ...known, polynomial });
      return written.ok ? accept({ polynomial: made.value }) : written;
    },

    async receive({ shareInput, passphrase }) {
      const known = current();
      if (known === undefined) return notStarted();
      const { polynomial, share } = known;
      if (polynomial === undefined) return refuse({ type: 'step-too-early', needed: 'polynomial' });
      if (share !== undefined) {
        return share.input === shareInput
          ? accept({ shareOutput: share.output })
          : refuse({ type: 'step-fixed', changed: 'share-input' });
      }
      const seed = await unlockSeed(known, passphrase);
      if (!seed.ok) return seed;
      const { certificates } = polynomial;
      const made = makeShareOutput({
        ...parts,
        certificates,
        seed: seed.value,
        shareInput,
        name: known.name,
      });
      if (!made.ok) return messageWrong(made.error);
      const written = keyFile.replace({ ...known, share: { input: shareInput, output: made.value } });
      return written.ok ? accept({ shareOutput: made.value }) : written;
    },

    async finish({ parameters, decryptionKey, passphrase }) {
      const known = current();
      if (known === undefined) return notStarted();
      const { polynomial, share, key } = known;
      if (polynomial === undefined || share === undefined) {
        return refuse({ type: 'step-too-early', needed: polynomial === undefined ? 'polynomial' : 'share' });
      }
      if (key !== undefined) {
        if (key.parameters !== parameters) return refuse({ type: 'step-fixed', changed: 'parameters' });
        if (key.decryptionKey !== decryptionKey) {
          return refuse({ type: 'step-fixed', changed: 'decryption-key' });
        }
        return accept(madeKeyOf(key));
      }
      if (readOutput(share.output).decryptionKey !== decryptionKey) {
        return refuse({ type: 'key-test-failed', stage: 'decryption-key' });
      }
      const checked = checkParameters(group, parameters, {
        threshold: polynomial.threshold,
        certificates: polynomial.certificates,
        ownCertificate: known.certificate,
        shareInput: share.input,
        shareOutput: share.output,
      });
      if (!checked.ok) return checked;
      const seed = await unlockSeed(known, passphrase);
      if (!seed.ok) return seed;
      const { trustees, ownerIndex, verificationKeyFingerprint } = checked.value;
      const tested = testKey({ ...parts, seed: seed.value, decryptionKey, trustees, ownerIndex });
      if (!tested.ok) return tested;
      const made = { parameters, decryptionKey, ownerIndex, verificationKeyFingerprint };
      const written = keyFile.replace({ ...known, key: made });
      if (!written.ok) return written;
      unlocking.forget();
      return accept(madeKeyOf(made));
    },

    abandon(ceremony) {
      const known = current();
      if (known === undefined) {
        const isRepeated = abandonedFile.read()?.ceremonies.includes(ceremony) === true;
        return isRepeated ? accept(undefined) : notStarted();
      }
      if (known.key !== undefined) return refuse({ type: 'key-already-made' });
      if (known.ceremony !== ceremony) {
        return refuse({ type: 'already-started', ceremony: known.ceremony, name: known.name });
      }
      const before = abandonedFile.read()?.ceremonies ?? [];
      const ceremonies = before.includes(ceremony) ? before : [...before, ceremony];
      const noted = abandonedFile.replace({ format: 'bilik/abandoned-ceremonies/1', ceremonies });
      if (!noted.ok) return noted;
      const removed = keyFile.replace(null);
      if (!removed.ok) return removed;
      unlocking.forget();
      return accept(undefined);
    },

    async unlock(passphrase) {
      const known = current();
      return known === undefined ? notStarted() : unlockSeed(known, passphrase);
    },
  };
}

function stepOf(file: KeyFile | undefined): CeremonyStep {
  if (file === undefined) return 'empty';
  if (file.key !== undefined) return 'key';
  if (file.share !== undefined) return 'share';
  return file.polynomial !== undefined ? 'polynomial' : 'certificate';
}

function certificateOf({ certificate, certificateId }: KeyFile) {
  return { certificate, certificateId };
}

function madeKeyOf({ verificationKeyFingerprint, ownerIndex }: MadeKey): MadeKey {
  return { verificationKeyFingerprint, ownerIndex };
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

function messageWrong({ trustee, problem }: CeremonyFault): {
  readonly ok: false;
  readonly error: RefusalOf<'message-wrong'>;
} {
  return refuse({ type: 'message-wrong', trustee, problem });
}
