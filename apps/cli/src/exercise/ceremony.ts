import {
  checkCertificates,
  type Group,
  makeShareInputs,
  makeThresholdParameters,
  parseTrustees,
  writeTrustees,
} from '@bilik/ballot';
import { z } from 'zod';

/** One trustee's own process, as the table reaches it. The passphrase is in its envelope; in a real election only the trustee knows it. */
export interface TrusteeDevice {
  readonly url: string;
  readonly name: string;
  readonly passphrase: string;
}

const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.unknown() }),
]);

async function tell<Schema extends z.ZodType>(
  device: TrusteeDevice,
  path: string,
  body: unknown,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await fetch(new URL(path, device.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = Envelope.parse(await response.json());
  if (!answer.ok)
    throw new Error(`${device.name} refused ${path}: ${JSON.stringify(answer.error).slice(0, 500)}`);
  return schema.parse(answer.value);
}

function must<Value>(
  what: string,
  result: { ok: true; value: Value } | { ok: false; error: unknown },
): Value {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${JSON.stringify(result.error)}`);
}

/**
 * The table of a key ceremony: carries messages between the trustees' own devices and makes steps 2, 4 and 6, which need no secret.
 * Threshold, without a dealer (format §8.2).
 * @returns the text of the trustees object
 */
export async function holdCeremony(input: {
  readonly group: Group;
  readonly ceremony: string;
  readonly threshold: number;
  readonly devices: readonly TrusteeDevice[];
}): Promise<string> {
  const { group, devices, threshold } = input;
  const each = <Schema extends z.ZodType>(
    path: string,
    body: (device: TrusteeDevice, index: number) => unknown,
    schema: Schema,
  ) => Promise.all(devices.map((device, index) => tell(device, path, body(device, index), schema)));

  const started = await each(
    '/api/ceremony/start',
    ({ name, passphrase }) => ({ ceremony: input.ceremony, name, passphrase }),
    z.looseObject({ certificate: z.string() }),
  );
  const certificates = started.map(({ certificate }) => certificate);
  must('The certificates do not hold', checkCertificates({ group, certificates }));
  const polynomials = (
    await each(
      '/api/ceremony/polynomial',
      ({ passphrase }) => ({ certificates, threshold, passphrase }),
      z.looseObject({ polynomial: z.string() }),
    )
  ).map(({ polynomial }) => polynomial);
  const shareInputs = must(
    'The polynomials do not hold',
    makeShareInputs({ group, certificates, polynomials }),
  );
  const shareOutputs = (
    await each(
      '/api/ceremony/share',
      ({ passphrase }, index) => ({ shareInput: shareInputs[index], passphrase }),
      z.looseObject({ shareOutput: z.string() }),
    )
  ).map(({ shareOutput }) => shareOutput);
  const made = must(
    'The shares do not hold',
    makeThresholdParameters({ group, certificates, polynomials, shareOutputs }),
  );
  await each(
    '/api/ceremony/finish',
    ({ passphrase }, index) => ({
      parameters: made.parameters,
      decryptionKey: made.decryptionKeys[index],
      passphrase,
    }),
    z.looseObject({}),
  );
  const text = writeTrustees(group, [{ kind: 'threshold', parameters: made.parameters }]);
  must('The trustees object does not hold', parseTrustees(group, text));
  return text;
}

/** Shows every trustee the election that their key now belongs to; each checks it for itself. */
export async function showElection(
  devices: readonly TrusteeDevice[],
  election: string,
  trustees: string,
): Promise<void> {
  await Promise.all(
    devices.map((device) => tell(device, '/api/election', { election, trustees }, z.looseObject({}))),
  );
}
