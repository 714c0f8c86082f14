import type { Readable } from 'node:stream';
import { command, type Door, type DoorRequest, NoInput, openOwnPairing } from '@bilik/server';
import { ROUNDS } from '@bilik/transfer';
import type { z } from 'zod';
import { ownMessage } from '../ceremony/own-message.ts';
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
import { type Answer, accept, type RefusalOf, refuse, type TrusteeRefusal } from './refusal.ts';

/** Largest JSON command: a trustee's messages of a step for 200 polling places, with escapes. */
export const BODY_LIMIT_BYTES: number = 16 * 1024 * 1024;

/** Does what changes something, in turn with all else that does, and tells the open screens. */
export type Changing = <Value>(act: () => Answer<Value> | Promise<Answer<Value>>) => Promise<Answer<Value>>;

export function changingWith({ inTurn }: Pick<TrusteeDevice, 'inTurn'>, onChange: () => void): Changing {
  return async (act) => {
    try {
      return await inTurn(act);
    } finally {
      onChange();
    }
  };
}

/** Wires the device to its door. @param isFree false where its home holds several keys: a single one beside them would be mistaken for one of them */
export function openRoutes(
  door: Door,
  device: TrusteeDevice,
  onChange: () => void,
  isFree: () => Answer<void> = () => accept(undefined),
): void {
  const changing = changingWith(device, onChange);
  openCeremonyRoutes(door, device, changing, isFree);
  openOwnPairing(door, device.stationLine);
  command(door, '/api/restore', RestoreInput, (input) =>
    changing(() => {
      const free = isFree();
      return free.ok ? device.restore(input) : free;
    }),
  );
  openKeyRoutes(door, '/api', () => device, onChange);
}

/** What can be done with a finished key: of the one of this device, or of one of several. @param deviceOf undefined: there is no such key */
export function openKeyRoutes(
  door: Door,
  prefix: string,
  deviceOf: (request: DoorRequest) => TrusteeDevice | undefined,
  onChange: () => void,
): void {
  const act = <Schema extends z.ZodType, Value>(
    path: string,
    schema: Schema,
    handle: (
      device: TrusteeDevice,
      input: z.output<Schema>,
      changing: Changing,
    ) => Answer<Value> | Promise<Answer<Value>>,
  ): void =>
    command<Schema, Value, TrusteeRefusal>(door, `${prefix}${path}`, schema, (input, request) => {
      const device = deviceOf(request);
      if (device === undefined) return refuse({ type: 'no-such-key' });
      return handle(device, input, changingWith(device, onChange));
    });

  door.get(`${prefix}/state`, async (request, reply) => {
    const device = deviceOf(request);
    return device === undefined
      ? reply.code(409).send(refuse({ type: 'no-such-key' }))
      : { ok: true, value: device.state() };
  });
  act('/key-sheet', SheetInput, (device, { passphrase }, changing) =>
    changing(() => device.keySheet(passphrase)),
  );
  act('/ceremony/trustees', NoInput, (device): Answer<{ text: string }, RefusalOf<'step-too-early'>> => {
    const text = device.trusteesText();
    return text === undefined ? refuse({ type: 'step-too-early', needed: 'key' }) : accept({ text });
  });
  act('/election', ElectionInput, (device, input, changing) =>
    changing(() => {
      const bound = device.electionRoom.bind(input);
      if (!bound.ok) return bound;
      const { election, owner } = bound.value;
      return accept({ fingerprint: election.fingerprint, owner });
    }),
  );
  act('/opening/fetch', FetchInput, ({ opening }) => opening.fetchAndCheck());
  act('/opening/check', NoInput, ({ opening }) => opening.check());
  act('/opening/stop', NoInput, ({ opening }) => opening.stop());
  act('/opening/share', OpenInput, ({ opening }, typed) => opening.share(typed));
  act('/opening/send', NoInput, async ({ opening }) => {
    const sent = await opening.send();
    return sent.ok ? accept({ owner: sent.value.owner }) : sent;
  });
  act('/opening/own-share', NoInput, ({ opening }) => opening.ownShare());
  openUpload(door, `${prefix}/opening/record`, 'record', deviceOf);
  openUpload(door, `${prefix}/opening/void`, 'void-list', deviceOf);
}

function openCeremonyRoutes(
  door: Door,
  device: TrusteeDevice,
  changing: Changing,
  isFree: () => Answer<void>,
): void {
  const { ceremony, messages } = device;
  command(door, '/api/ceremony/start', StartInput, (input) =>
    changing(() => {
      const free = isFree();
      return free.ok ? device.start(input) : free;
    }),
  );
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
function openUpload(
  door: Door,
  path: string,
  file: IncomingFile,
  deviceOf: (request: DoorRequest) => TrusteeDevice | undefined,
): void {
  void door.register(async (part) => {
    part.removeAllContentTypeParsers();
    part.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    part.post<{ Body: Readable | null | undefined }>(path, async (request, reply) => {
      const device = deviceOf(request);
      if (device === undefined) return reply.code(409).send(refuse({ type: 'no-such-key' }));
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
