import type { Readable } from 'node:stream';
import { command, type Door, NoInput, openOwnPairing, question } from '@bilik/server';
import { ownMessage } from '../ceremony/ceremony-message.ts';
import { ROUNDS } from '../ceremony/rounds.ts';
import type { IncomingFile } from '../opening/incoming-files.ts';
import type { TrusteeDevice } from '../trustee-device.ts';
import {
  AbandonInput,
  AddInput,
  ElectionInput,
  FetchInput,
  FinishInput,
  OpenInput,
  PolynomialInput,
  RemoveInput,
  RestoreInput,
  ShareInput,
  SheetInput,
  StartInput,
} from './inputs.ts';
import { type Answer, accept, type RefusalOf, refuse } from './refusal.ts';

/** Largest JSON command: one trustee's message of a ceremony of fifty, or the list of trustees, with escapes. */
export const BODY_LIMIT_BYTES: number = 8 * 1024 * 1024;

/** Wires the device to its door. Whatever changes something is done in turn, and told to the open screens. */
export function openRoutes(door: Door, device: TrusteeDevice, onChange: () => void): void {
  const changing = async <Value>(
    act: () => Answer<Value> | Promise<Answer<Value>>,
  ): Promise<Answer<Value>> => {
    try {
      return await device.inTurn(act);
    } finally {
      onChange();
    }
  };
  openCeremonyRoutes(door, device, changing);
  openOwnPairing(door, device.stationLine);

  command(door, '/api/key-sheet', SheetInput, ({ passphrase }) =>
    changing(() => device.keySheet(passphrase)),
  );
  command(door, '/api/restore', RestoreInput, (input) => changing(() => device.restore(input)));
  question(door, '/api/state', () => device.state());
  command(door, '/api/election', ElectionInput, (input) =>
    changing(() => {
      const bound = device.electionRoom.bind(input);
      if (!bound.ok) return bound;
      const { election, owner } = bound.value;
      return accept({ fingerprint: election.fingerprint, owner });
    }),
  );
  command(door, '/api/opening/fetch', FetchInput, () => device.opening.fetchAndCheck());
  command(door, '/api/opening/check', NoInput, () => device.opening.check());
  command(door, '/api/opening/stop', NoInput, () => device.opening.stop());
  command(door, '/api/opening/share', OpenInput, (typed) => device.opening.share(typed));
  command(door, '/api/opening/send', NoInput, async () => {
    const sent = await device.opening.send();
    return sent.ok ? accept({ owner: sent.value.owner }) : sent;
  });
  command(door, '/api/opening/own-share', NoInput, () => device.opening.ownShare());
  openUpload(door, '/api/opening/record', 'record', device);
  openUpload(door, '/api/opening/void', 'void-list', device);
}

type Changing = <Value>(act: () => Answer<Value> | Promise<Answer<Value>>) => Promise<Answer<Value>>;

function openCeremonyRoutes(door: Door, device: TrusteeDevice, changing: Changing): void {
  const { ceremony, messages } = device;
  command(door, '/api/ceremony/start', StartInput, (input) => changing(() => device.start(input)));
  command(door, '/api/ceremony/polynomial', PolynomialInput, ({ certificates, threshold, passphrase }) =>
    changing(async () => {
      const all = certificates === undefined ? dealtCertificates(device) : accept(certificates);
      return all.ok ? ceremony.deal({ certificates: all.value, threshold, passphrase }) : all;
    }),
  );
  command(door, '/api/ceremony/share', ShareInput, ({ shareInput, passphrase }) =>
    changing(async () => {
      const known = ceremony.file()?.share?.input;
      const input = shareInput ?? known;
      const own = input === undefined ? messages.shareInput() : accept(input);
      return own.ok ? named(device, await ceremony.receive({ shareInput: own.value, passphrase })) : own;
    }),
  );
  command(door, '/api/ceremony/finish', FinishInput, (input) =>
    changing(async () => {
      const outcome = 'parameters' in input ? accept(input) : ownOutcome(device);
      if (!outcome.ok) return outcome;
      const { parameters, decryptionKey } = outcome.value;
      return ceremony.finish({ parameters, decryptionKey, passphrase: input.passphrase });
    }),
  );
  command(door, '/api/ceremony/add', AddInput, ({ message }) => changing(() => messages.add(message)));
  command(door, '/api/ceremony/remove', RemoveInput, ({ round, certificateId }) =>
    changing(() => {
      const removed = messages.remove(round, certificateId);
      return removed.ok ? accept({ round, certificateId }) : removed;
    }),
  );
  command(door, '/api/ceremony/abandon', AbandonInput, (input) =>
    changing(() => {
      const abandoned = device.abandon(input.ceremony);
      return abandoned.ok ? accept({ ceremony: input.ceremony }) : abandoned;
    }),
  );
  for (const round of ROUNDS) {
    command(door, `/api/ceremony/own/${round}`, NoInput, (): Answer<{ text: string }> => {
      const file = ceremony.file();
      const text = file === undefined ? undefined : ownMessage(file, round);
      if (text !== undefined) return accept({ text });
      return round === 'certificate'
        ? refuse({ type: 'not-started' })
        : refuse({ type: 'step-too-early', needed: round });
    });
  }
  command(
    door,
    '/api/ceremony/trustees',
    NoInput,
    (): Answer<{ text: string }, RefusalOf<'step-too-early'>> => {
      const text = device.trusteesText();
      return text === undefined ? refuse({ type: 'step-too-early', needed: 'key' }) : accept({ text });
    },
  );
}

/** Once a step was done from files, asking for it again means the same files. */
function dealtCertificates({ ceremony, messages }: TrusteeDevice): Answer<readonly string[]> {
  const dealt = ceremony.file()?.polynomial?.certificates;
  return dealt === undefined ? messages.certificates() : accept(dealt);
}

function ownOutcome({
  ceremony,
  messages,
}: TrusteeDevice): Answer<{ readonly parameters: string; readonly decryptionKey: string }> {
  const key = ceremony.file()?.key;
  return key === undefined ? messages.outcome() : accept(key);
}

/** Puts the name of the trustee at fault to a refusal, where its certificate came in as a file. */
function named<Value>({ messages }: TrusteeDevice, answer: Answer<Value>): Answer<Value> {
  if (answer.ok || answer.error.type !== 'message-wrong') return answer;
  const name = messages.trustees()[answer.error.trustee - 1]?.name;
  return name === undefined ? answer : refuse({ ...answer.error, name });
}

/** One file as the whole body, streamed: it may be larger than this process should hold. */
function openUpload(door: Door, path: string, file: IncomingFile, device: TrusteeDevice): void {
  void door.register(async (part) => {
    part.removeAllContentTypeParsers();
    part.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    part.post<{ Body: Readable | null | undefined }>(path, async (request, reply) => {
      const declared = request.headers['content-length'];
      const received = await device.opening.receive(
        file,
        request.body ?? [],
        declared === undefined ? undefined : Number(declared),
      );
      return reply.code(received.ok ? 200 : 409).send(received);
    });
  });
}
