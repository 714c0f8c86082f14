import { join } from 'node:path';
import { type PreparedDevice, PreparedDeviceSchema } from '@bilik/server';
import { isVoice, type OpenedPackage, readOpened, sealingKey } from '@bilik/transfer';
import { z } from 'zod';
import { readText, readValues } from '../package/read-values.ts';
import { sayRefusal, withPackage } from '../package/with-package.ts';
import { type PartUsages, usageOf } from '../usage.ts';
import { BOOTH_OPTIONS, readBoothSettings } from './booth-settings.ts';
import { hasScreen } from './kiosk.ts';
import { DEVICE_FILES, type DeviceParts, prepareDevice } from './prepare-device.ts';
import { runDevice } from './run-command.ts';

/** Flags of each part of `bilik device`. */
export const USAGE: PartUsages = {
  prepare: `bilik device prepare --package FILE --passphrase FILE --device NAME --home DIR [--port 4101]
                     [--printer tcp://HOST:9100 | /dev/usb/lp0] [--window yes|no] [--roll METRES] [--paper 80|58]
  Menyiapkan satu perangkat dari paket: rahasianya, otoritasnya, kiosknya. / Prepares one device from the package.
  NAME       desk-1, board-1, booth-2, reader-1, trustee-3, spare-1
  DIR        rumah pengguna kiosk / home of the kiosk's user
  --port     porta mesin TPS / the station's port
  bilik / a booth only, into ${DEVICE_FILES.booth}; without any of them one that is there stays as it is:
  --printer  pencetak struk / the slip printer; bawaan / default: the only /dev/usb/lp*
  --window   struk tampak di balik kaca / slips hang behind glass; bawaan / default: yes
  --roll     panjang gulungan / length of the roll, 5 to 200 metres; bawaan / default: 80
  --paper    lebar kertas / width of the paper in mm; bawaan / default: 80`,
  run: `bilik device run --home DIR [WORDS]
  Menjalankan proses perangkat itu (bilik, pemegang kunci, alat baca, mesin TPS, cadangan); meja dan papan hanya peramban.
  Runs the process of that device (booth, trustee, reader, station, spare); desks and boards need a browser alone.
  WORDS      kata lain diteruskan ke prosesnya; kata yang tidak dikenalnya ditolak / go to the process, which refuses what it does not know:
  mesin TPS, cadangan / station, spare:
    --second STICK      stik kedua / the second medium
    --host ADDRESS      alamat di jaringan ruang, dari paket; tanpa itu hanya mesin ini / in the hall, from the package; else this machine alone
    --https             dengan sertifikat paket; wajib di ruang / with the package's certificate; a hall needs it
    --exercise          hanya paket latihan; tanpa itu hanya yang sebenarnya / exercise packages only; without it real ones only
    --sticks FOLDERS    tempat paket dicari, dipisah koma / where packages are looked for, separated by commas
    --take-over         cadangan, di terminal: dua orang dan PIN-nya / a spare, at the terminal: two people and their PINs
  alat baca / reader:
    --pair CODE         8 angka dari papan; sekali / 8 digits that the board shows; once
  semua, kecuali alat baca / all but the reader:
    --port N            bawaan / default: 4101 mesin TPS / station, 4102 bilik / booth, 4131 pemegang kunci 1 / trustee 1`,
};

const OPTIONS = {
  package: { type: 'string' },
  passphrase: { type: 'string' },
  device: { type: 'string' },
  home: { type: 'string' },
  port: { type: 'string' },
  ...BOOTH_OPTIONS,
} as const;

/** `bilik device`. @returns 0 done, 1 refused, 2 for a wrong call; of `run` the process's own exit code */
export async function deviceCommand(parameters: readonly string[]): Promise<number> {
  const [act, ...rest] = parameters;
  const code =
    act === 'prepare' ? await prepareCommand(rest) : act === 'run' ? await runDevice(rest) : undefined;
  if (code !== undefined) return code;
  console.error(usageOf(USAGE, act));
  return 2;
}

/** `bilik device prepare`. @returns undefined for a wrong call */
async function prepareCommand(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, OPTIONS);
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
    return undefined;
  }
  const booth = readBoothSettings(asked?.values ?? {});
  if (!booth.ok) {
    console.error(`--${booth.error}: ${asked?.values[booth.error] ?? ''} ?`);
    return undefined;
  }
  return withPackage(path, undefined, async (opened) => {
    const parts = await readParts(opened, passphrase, device);
    if (typeof parts === 'number') return parts;
    if (booth.value !== undefined && parts.prepared.role !== 'booth') {
      console.error(
        `${device} bukan bilik: --printer, --window, --roll, --paper tidak berlaku. Tidak ada yang ditulis. / ${device} is no booth; nothing was written.`,
      );
      return 1;
    }
    const done = prepareDevice({ ...parts, booth: booth.value }, { home, port });
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
        ...nextLines(parts, home),
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

/** What is still to be done on this device. */
function nextLines({ prepared: { role } }: DeviceParts, home: string): string[] {
  const config = role === 'booth' ? DEVICE_FILES.booth : role === 'reader' ? DEVICE_FILES.reader : undefined;
  return [
    ...(config === undefined ? [] : [`Periksa / check: ${join(home, config)} (docs/hall.md)`]),
    ...(hasScreen(role)
      ? [
          `Kebijakan Chromium, sebagai administrator / Chromium's policies, as administrator: ${DEVICE_FILES.policies} → /etc/chromium/policies/managed/bilik.json`,
        ]
      : []),
    ...(role === 'desk' || role === 'board'
      ? []
      : [
          `Jalankan / run: bilik device run --home ${home}${role === 'spare' ? ' --second STICK --host ADDRESS --https' : ''}`,
        ]),
    ...(hasScreen(role) ? [`Layarnya / its screen: ${join(home, DEVICE_FILES.script)}`] : []),
  ];
}

function preparedAs(text: string, name: string): PreparedDevice | undefined {
  return z
    .array(PreparedDeviceSchema)
    .parse(JSON.parse(text))
    .find(({ device }) => device === name);
}
