import { checkCertificates, type Group, makeShareInputs, makeThresholdParameters } from '@bilik/ballot';
import {
  agreementOf,
  CeremonyMessage,
  MAX_TRUSTEES,
  parseCeremonyMessage,
  ROUNDS,
  type Round,
} from '@bilik/transfer';
import { z } from 'zod';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';
import type { DurableFile } from '../store/durable-file.ts';
import type { KeyFile } from './key-file.ts';

/** Messages of the other trustees, as they came in over days. Nothing in it is secret. */
export const MessageBoxFile = z.strictObject({
  format: z.literal('bilik/ceremony-messages/1'),
  messages: z.array(CeremonyMessage).max(ROUNDS.length * MAX_TRUSTEES),
});
export type MessageBoxFile = z.output<typeof MessageBoxFile>;

/** A trustee as this device knows it. */
export interface KnownTrustee {
  readonly name: string;
  readonly certificateId: string;
  readonly isOwn: boolean;
  /** Which of its messages are here. */
  readonly has: Readonly<Record<Round, boolean>>;
}

/**
 * Collects the messages of a ceremony that goes by files: every device gets every message, in any order within a step,
 * and computes for itself what a table would compute. The certificates stand in ascending order of their ids, so that all
 * devices have the same order without anybody deciding it.
 */
export interface MessageBox {
  readonly add: (
    text: string,
  ) => Answer<{ readonly name: string; readonly round: Round; readonly certificateId: string }>;
  /** Takes out a message that this device has not used yet, so that a right one can take its place. */
  readonly remove: (round: Round, certificateId: string) => Answer<void>;
  /** All trustees in the order of the ceremony, this one included. */
  readonly trustees: () => readonly KnownTrustee[];
  /** All certificates, for step 3. */
  readonly certificates: () => Answer<readonly string[]>;
  /** This trustee's input to step 5. */
  readonly shareInput: () => Answer<string>;
  /** What step 6 makes for this trustee. */
  readonly outcome: () => Answer<{ readonly parameters: string; readonly decryptionKey: string }>;
  /** Empties the box, for another ceremony. */
  readonly clear: () => Answer<void>;
}

export function openMessageBox(
  box: DurableFile<MessageBoxFile>,
  ownFile: () => KeyFile | undefined,
  group: Group,
): MessageBox {
  const messages = () => box.read()?.messages ?? [];
  const of = (round: Round) => messages().filter((message) => message.round === round);
  const write = (next: readonly CeremonyMessage[]): Answer<void> => {
    const written = box.replace({ format: 'bilik/ceremony-messages/1', messages: [...next] });
    return written.ok ? accept(undefined) : written;
  };
  const notStarted = () => refuse({ type: 'not-started' });

  const trustees = (): readonly KnownTrustee[] => {
    const own = ownFile();
    if (own === undefined) return [];
    const has = (from: string) => ({
      certificate: true,
      polynomial: of('polynomial').some((message) => message.from === from),
      share: of('share').some((message) => message.from === from),
    });
    const others = of('certificate').map(({ name, from }) => ({
      name,
      certificateId: from,
      isOwn: false,
      has: has(from),
    }));
    const self = {
      name: own.name,
      certificateId: own.certificateId,
      isOwn: true,
      has: {
        certificate: true,
        polynomial: own.polynomial !== undefined,
        share: own.share !== undefined,
      },
    };
    return [...others, self].sort((left, right) => (left.certificateId < right.certificateId ? -1 : 1));
  };

  /** The messages of one step in the order of the trustees, or who is missing. */
  const inOrder = (own: KeyFile, round: Round): Answer<readonly string[], RefusalOf<'messages-missing'>> => {
    const ownText =
      round === 'certificate'
        ? own.certificate
        : round === 'polynomial'
          ? own.polynomial?.message
          : own.share?.output;
    const known = trustees();
    const texts = known.map(({ certificateId, isOwn }) =>
      isOwn ? ownText : of(round).find(({ from }) => from === certificateId)?.message,
    );
    const names = known.filter((_, index) => texts[index] === undefined).map(({ name }) => name);
    return names.length === 0
      ? accept(texts.flatMap((text) => text ?? []))
      : refuse({ type: 'messages-missing', names });
  };

  const nameOf = (trustee: number) => {
    const name = trustees()[trustee - 1]?.name;
    return name === undefined ? {} : { name };
  };

  return {
    trustees,

    add(text) {
      const own = ownFile();
      if (own === undefined) return notStarted();
      const parsed = parseCeremonyMessage(text);
      if (!parsed.ok) return refuse({ type: 'message-unreadable' });
      const message = parsed.value;
      const allowed = mayAdd(message, own, messages(), group);
      if (!allowed.ok) return allowed;
      const { name, round, from } = message;
      if (allowed.value === 'new') {
        const written = write([...messages(), message]);
        if (!written.ok) return written;
      }
      return accept({ name, round, certificateId: from });
    },

    remove(round, certificateId) {
      const own = ownFile();
      if (own === undefined) return notStarted();
      if (isClosed(round, own)) return refuse({ type: 'message-too-late' });
      const kept = messages().filter((message) => message.round !== round || message.from !== certificateId);
      return kept.length === messages().length ? accept(undefined) : write(kept);
    },

    certificates() {
      const own = ownFile();
      return own === undefined ? notStarted() : inOrder(own, 'certificate');
    },

    shareInput() {
      const own = ownFile();
      if (own?.polynomial === undefined) return own === undefined ? notStarted() : tooEarly('polynomial');
      const polynomials = inOrder(own, 'polynomial');
      if (!polynomials.ok) return polynomials;
      const { certificates } = own.polynomial;
      const inputs = makeShareInputs({ group, certificates, polynomials: polynomials.value });
      if (!inputs.ok)
        return refuse({ type: 'message-wrong', ...inputs.error, ...nameOf(inputs.error.trustee) });
      const input = inputs.value[certificates.indexOf(own.certificate)];
      return input === undefined ? refuse({ type: 'own-certificate-missing' }) : accept(input);
    },

    outcome() {
      const own = ownFile();
      if (own?.polynomial === undefined) return own === undefined ? notStarted() : tooEarly('polynomial');
      const polynomials = inOrder(own, 'polynomial');
      if (!polynomials.ok) return polynomials;
      const shareOutputs = inOrder(own, 'share');
      if (!shareOutputs.ok) return shareOutputs;
      const { certificates } = own.polynomial;
      const outcome = makeThresholdParameters({
        group,
        certificates,
        polynomials: polynomials.value,
        shareOutputs: shareOutputs.value,
      });
      if (!outcome.ok) {
        return refuse({ type: 'message-wrong', ...outcome.error, ...nameOf(outcome.error.trustee) });
      }
      const { parameters, decryptionKeys } = outcome.value;
      const decryptionKey = decryptionKeys[certificates.indexOf(own.certificate)];
      return decryptionKey === undefined
        ? refuse({ type: 'own-certificate-missing' })
        : accept({ parameters, decryptionKey });
    },

    clear: () => (messages().length === 0 ? accept(undefined) : write([])),
  };
}

function tooEarly(needed: 'polynomial' | 'share') {
  return refuse({ type: 'step-too-early', needed });
}

/** Whether this device has used the messages of a step already. */
function isClosed(round: Round, own: KeyFile): boolean {
  if (round === 'certificate') return own.polynomial !== undefined;
  return round === 'polynomial' ? own.share !== undefined : own.key !== undefined;
}

/** Whether a message from outside belongs into the box, and whether it is there already. */
function mayAdd(
  message: CeremonyMessage,
  own: KeyFile,
  known: readonly CeremonyMessage[],
  group: Group,
): Answer<'new' | 'known'> {
  const { ceremony, round, name, from } = message;
  if (ceremony !== own.ceremony) return refuse({ type: 'message-of-other-ceremony', ceremony });
  if (from === own.certificateId) return refuse({ type: 'message-own' });
  const sameStep = known.find((other) => other.round === round && other.from === from);
  if (sameStep !== undefined) {
    return sameStep.message === message.message
      ? accept('known')
      : refuse({ type: 'message-second-version', name: sameStep.name });
  }
  if (isClosed(round, own)) return refuse({ type: 'message-too-late' });
  if (round === 'certificate') return mayAddCertificate(message, own, known, group);

  const certificate = known.find((other) => other.round === 'certificate' && other.from === from);
  if (certificate === undefined) return refuse({ type: 'message-unknown-sender' });
  if (own.polynomial === undefined) return refuse({ type: 'message-too-early', needed: 'polynomial' });
  if (round === 'share' && own.share === undefined) {
    return refuse({ type: 'message-too-early', needed: 'share' });
  }
  const { threshold, certificates } = own.polynomial;
  if (message.agreed !== agreementOf(ceremony, threshold, certificates)) {
    return refuse({ type: 'message-of-other-list', name });
  }
  return accept('new');
}

function mayAddCertificate(
  { name, from, message }: CeremonyMessage,
  own: KeyFile,
  known: readonly CeremonyMessage[],
  group: Group,
): Answer<'new'> {
  const certificates = known.filter(({ round }) => round === 'certificate');
  if (certificates.length + 1 >= MAX_TRUSTEES) return refuse({ type: 'too-many-trustees' });
  const isTaken = (other: string) => other.toLowerCase() === name.toLowerCase();
  if (isTaken(own.name) || certificates.some((certificate) => isTaken(certificate.name))) {
    return refuse({ type: 'message-name-taken', name });
  }
  const checked = checkCertificates({ group, certificates: [message] });
  if (!checked.ok) return refuse({ type: 'message-wrong', ...checked.error, name });
  return checked.value[0] === from
    ? accept('new')
    : refuse({ type: 'message-wrong', trustee: 1, problem: 'other-id', name });
}
