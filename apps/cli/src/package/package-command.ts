import { type PartUsages, usageOf } from '../usage.ts';
import { announcePackage } from './announce-package.ts';
import { buildPackage } from './build-package.ts';
import { checkPackage } from './check-package.ts';
import { loadCommand } from './load-command.ts';
import { showPackage } from './show-package.ts';

/** Flags of each part of `bilik package`. */
export const USAGE: PartUsages = {
  build: `bilik package build FOLDER --key KUNCI.pem --version N --receiver KUNCI --passphrase BERKAS --out PAKET.bilik [--voices DIR | --without-voices]
  Membuat paket dari bagian yang sudah disiapkan. / Makes a package of prepared parts.
  --key         kunci Ed25519 kantor, PKCS#8 PEM (openssl genpkey -algorithm ed25519) / the office's key
  --version     naik dengan setiap paket TPS ini / rises with every package of this polling place
  --receiver    kunci penerima hasil (bilik receive --home DIR --key) / key of the receiver of results
  --passphrase  kata sandi; dibuat bila berkas belum ada / the passphrase; made when there is no such file
  --voices      folder rekaman suara bilik; yang kurang dibuat espeak-ng / recordings for the booths; espeak-ng makes what is missing
  Aturan kabupaten: rule-pack.json di folder itu, yang sidiknya disebut definition.json. / The regency's rules: rule-pack.json in the
  folder, the one whose fingerprint definition.json names.
  Tanpa test-election.json di folder: pemilihan uji dibuat, kartunya di PAKET-kartu-uji.pdf. / Without one in the folder a test election is
  made, and its cards to print.`,
  show: `bilik package show PAKET.bilik [--json] [--lang id|en]
  Kata, sidik, isi. / Words, fingerprint, members.`,
  check: `bilik package check PAKET.bilik [--election ID] [--place ID] [--kind exercise|real] [--least-version N] [--issuer KUNCI]
                    [--list SIDIK] [--fingerprint SIDIK] [--passphrase BERKAS] [--lang id|en]
  Memeriksa paket terhadap yang diharapkan. / Checks a package against what is expected.
  Selesai dengan 0: baik, 1: ditolak, 2: salah ketik. / Exit code 0: good, 1: refused, 2: usage.`,
  announce: `bilik package announce PAKET.bilik --out BERKAS.pdf
  Pengumuman untuk ditempel di pintu: delapan kata, sidik, kunci. / The paper for the door: words, fingerprint, keys.`,
  load: `bilik package load --package PAKET.bilik --home DIR --passphrase BERKAS [--exercise] [--place ID] [--issuer KUNCI] [--fingerprint SIDIK]
  Memuat paket ke mesin TPS. / Loads a package into a station.
  Selesai dengan 0: baik, 1: ditolak, 2: salah ketik. / Exit code 0: good, 1: refused, 2: usage.`,
};

const COMMANDS: Readonly<Record<string, (parameters: readonly string[]) => Promise<number | undefined>>> = {
  build: buildPackage,
  show: showPackage,
  announce: announcePackage,
  check: checkPackage,
  load: loadCommand,
};

/** `bilik package`. @returns 0 good, 1 refused, 2 the command line asks for nothing that can be done */
export async function packageCommand(parameters: readonly string[]): Promise<number> {
  const [name, ...rest] = parameters;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const code = await command?.(rest);
  if (code !== undefined) return code;
  console.error(usageOf(USAGE, name));
  return 2;
}
