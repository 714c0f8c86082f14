import { type PreparedDevice, PreparedDeviceSchema } from '@bilik/server';
import { isVoice, type OpenedPackage, readOpened, sealingKey } from '@bilik/transfer';
import { z } from 'zod';
import { readText, readValues } from '../package/read-values.ts';
import { sayRefusal, withPackage } from '../package/with-package.ts';
import { DEVICE_FILES, type DeviceParts, prepareDevice } from './prepare-device.ts';

const USAGE = `bilik device prepare --package FILE --passphrase FILE --device NAME --home DIR [--port 4101]
  Menyiapkan satu perangkat dari paket: rahasianya, otoritasnya, kiosknya.
  Prepares one device from the package: its secret, its authority, its kiosk.
  NAME  desk-1, board-1, booth-2, reader-1, trustee-3, spare-1
  DIR   rumah pengguna kiosk / home of the kiosk's user`;

const OPTIONS = {
  package: { type: 'string' },
  passphrase: { type: 'string' },
  device: { type: 'string' },
  home: { type: 'string' },
  port: { type: 'string' },
} as const;

/** `bilik device prepare`. @returns 0 done, 1 refused, 2 for a wrong call */
export async function deviceCommand(parameters: readonly string[]): Promise<number> {
  const [act, ...rest] = parameters;
  const asked = act === 'prepare' ? readValues(rest, OPTIONS) : undefined;
  const { package: path, device, home, port: portText = '4101' } = asked?.values ?? {};
  const secret = asked?.values.passphrase;
  const passphrase = secret === undefined ? undefined : readText(secret);
  const port = /^[1-9][0-9]{0,4}$/.test(portText) ? Number(portText) : undefined;
  if (
    path === undefined ||
    device === undefined ||
    home === undefined ||
    passphrase === undefined ||
    port === undefined
  ) {
    console.error(USAGE);
    return 2;
  }
  return withPackage(path, undefined, async (opened) => {
    const parts = await readParts(opened, passphrase, device);
    if (typeof parts === 'number') return parts;
    const done = prepareDevice(parts, { home, port });
    if (!done.ok) {
      console.error(
        `Otoritas tidak masuk ke penyimpanan sertifikat. Berkas lain sudah ditulis. Pasang libnss3-tools (certutil), lalu ulangi.\n` +
          `The authority did not get into the certificate store. The other files are written. Install libnss3-tools (certutil), then repeat. (${done.error.reason})`,
      );
      return 1;
    }
    console.log(
      [
        `${device} siap di ${home}. / ${device} is prepared in ${home}.`,
        ...voicesLine(parts),
        `Kebijakan Chromium, sebagai administrator / Chromium's policies, as administrator: ${DEVICE_FILES.policies} → /etc/chromium/policies/managed/bilik.json`,
      ].join('\n'),
    );
    return 0;
  });
}

const NEEDED: ReadonlySet<string> = new Set(['devices.json', 'authority.pem', 'station-certificate.pem']);

/** What the package holds for one device. @returns the exit code of a refusal otherwise */
async function readParts(
  opened: OpenedPackage,
  passphrase: string,
  name: string,
): Promise<DeviceParts | number> {
  const { members, signature: _, ...facts } = opened.manifest;
  const key = await sealingKey(facts, passphrase);
  const read = new Map<string, Uint8Array>();
  for (const member of members.filter((one) => NEEDED.has(one.name) || isVoice(one.name))) {
    const content = readOpened(opened, member, key);
    if (!content.ok) return sayRefusal(content.error);
    read.set(member.name, content.value);
  }
  // the manifest was refused if one of these were missing
  const textOf = (member: string): string => Buffer.from(read.get(member) ?? []).toString('utf8');
  const prepared = preparedAs(textOf('devices.json'), name);
  if (prepared === undefined) {
    console.error(
      `Paket ini tidak menyiapkan ${name}. Tidak ada yang ditulis. / This package prepares no ${name}. Nothing was written.`,
    );
    return 1;
  }
  return {
    prepared,
    authority: textOf('authority.pem'),
    stationCertificate: textOf('station-certificate.pem'),
    voices: prepared.role === 'booth' ? new Map([...read].filter(([file]) => isVoice(file))) : new Map(),
  };
}

function voicesLine({ prepared, voices }: DeviceParts): string[] {
  if (prepared.role !== 'booth') return [];
  return voices.size === 0
    ? [
        'Paket ini tanpa suara: bilik tidak berbicara. / This package has no voices: the booth does not speak.',
      ]
    : [`Suara / voices: ${voices.size} → ${DEVICE_FILES.voices}/`];
}

function preparedAs(text: string, name: string): PreparedDevice | undefined {
  return z
    .array(PreparedDeviceSchema)
    .parse(JSON.parse(text))
    .find(({ device }) => device === name);
}
