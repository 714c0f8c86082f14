import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Usage, usageOf } from './usage.ts';

/** Compiled code is kept beside the packages: the next start takes a third of the time. */
const COMPILE_CACHE = fileURLToPath(new URL('../../../node_modules/.cache/bilik', import.meta.url));

const HELP: readonly string[] = ['--help', '-h'];
/** Of a call that asks for nothing that can be done. */
const USAGE_CODE = 2;

interface Command {
  /** What `--help` prints: its flags, or those of each of its parts. */
  readonly usage: Usage;
  /** @param parameters what stands after the command's name @returns the exit code of the process */
  readonly run: (parameters: readonly string[]) => Promise<number>;
}

/** Each command in a file of its own, loaded only when it is called. */
const COMMANDS: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Command> }>> =
  {
    run: {
      about: 'Membuka satu TPS latihan / opens one polling place in exercise mode',
      load: () =>
        import('./exercise/run-command.ts').then(({ USAGE: usage, runCommand: run }) => ({ usage, run })),
    },
    rehearse: {
      about: 'Latihan sehari penuh dengan orang simulasi / a whole day with simulated people',
      load: () =>
        import('./rehearse/rehearse-command.ts').then(({ USAGE: usage, rehearseCommand: run }) => ({
          usage,
          run,
        })),
    },
    drill: {
      about: 'Latihan gangguan: stik, jam, jaringan, listrik / a drill of faults',
      load: () =>
        import('./drill/drill-command.ts').then(({ USAGE: usage, drillCommand: run }) => ({ usage, run })),
    },
    verify: {
      about: 'Memeriksa arsip pemilihan / checks an election record',
      load: () =>
        import('./verify/verify-command.ts').then(({ USAGE: usage, verifyCommand: run }) => ({ usage, run })),
    },
    center: {
      about: 'Kantor kabupaten / the regency’s office',
      load: () =>
        import('./center/center-command.ts').then(({ centerUsage: usage, centerCommand: run }) => ({
          usage,
          run,
        })),
    },
    backup: {
      about: 'Cadangan kantor kabupaten / backup of the regency’s office',
      load: () =>
        import('./center/center-command.ts').then(({ BACKUP_USAGE: usage, centerPart }) => ({
          usage,
          run: (parameters) => centerPart('backup', parameters),
        })),
    },
    restore: {
      about: 'Memulihkan kantor dari cadangan / restores the office from a backup',
      load: () =>
        import('./center/center-command.ts').then(({ RESTORE_USAGE: usage, centerPart }) => ({
          usage,
          run: (parameters) => centerPart('restore', parameters),
        })),
    },
    receive: {
      about: 'Menerima hasil TPS yang sudah disegel / takes sealed results of polling places',
      load: () =>
        import('./receive/receive-command.ts').then(({ USAGE: usage, receiveCommand: run }) => ({
          usage,
          run,
        })),
    },
    portal: {
      about:
        'Menyalin situs hasil, memeriksanya dari berkas-berkasnya saja / copies the public site, checks it from its files alone',
      load: () =>
        import('./portal/portal-command.ts').then(({ USAGE: usage, portalCommand: run }) => ({ usage, run })),
    },
    witness: {
      about: 'Saksi log: ikut menandatangani titik periksa / a witness of the log, cosigns checkpoints',
      load: () =>
        import('./witness/witness-command.ts').then(({ USAGE: usage, witnessCommand: run }) => ({
          usage,
          run,
        })),
    },
    package: {
      about: 'Membuat, menunjukkan, memeriksa, memuat paket TPS / makes, shows, checks, loads a package',
      load: () =>
        import('./package/package-command.ts').then(({ USAGE: usage, packageCommand: run }) => ({
          usage,
          run,
        })),
    },
    device: {
      about:
        'Menyiapkan satu perangkat dari paket, menjalankannya / prepares one device from a package, runs it',
      load: () =>
        import('./device/device-command.ts').then(({ USAGE: usage, deviceCommand: run }) => ({ usage, run })),
    },
    trustee: {
      about: 'Perangkat pemegang kunci untuk upacara kunci / a trustee’s device for the key ceremony',
      load: () =>
        import('./trustee/trustee-command.ts').then(({ USAGE: usage, trusteeCommand: run }) => ({
          usage,
          run,
        })),
    },
    printer: {
      about: 'Pencetak struk tiruan untuk latihan / the twin of a slip printer, for exercises',
      load: () =>
        import('./printer/printer-command.ts').then(({ USAGE: usage, printerCommand: run }) => ({
          usage,
          run,
        })),
    },
    import: {
      about: 'Memeriksa daftar pemilih .xlsx atau .csv / checks a voter list',
      load: () =>
        import('./import/import-command.ts').then(({ USAGE: usage, importCommand: run }) => ({ usage, run })),
    },
    roles: {
      about: 'Siapa boleh apa di TPS / who may do what at a polling place',
      load: () =>
        import('./roles/roles-command.ts').then(({ USAGE: usage, rolesCommand: run }) => ({ usage, run })),
    },
    'sheet-rules': {
      about: 'Aturan dan keadaan lembar TPS kertas / rules and states of paper sheets',
      load: () =>
        import('./sheets/sheet-rules-command.ts').then(({ USAGE: usage, sheetRulesCommand: run }) => ({
          usage,
          run,
        })),
    },
    invitations: {
      about: 'Membuat undangan bertanda tangan dari daftar TPS / makes signed invitations from a list',
      load: () =>
        import('./invitations/invitations-command.ts').then(({ USAGE: usage, invitationsCommand: run }) => ({
          usage,
          run,
        })),
    },
    voices: {
      about: 'Membuat panduan suara bilik / makes the spoken guidance of the booths',
      load: () =>
        import('./voices/voices-command.ts').then(({ USAGE: usage, voicesCommand: run }) => ({ usage, run })),
    },
    handbook: {
      about: 'Mencetak buku panduan panitia / prints the committee’s handbook',
      load: () =>
        import('./handbook/handbook-command.ts').then(({ USAGE: usage, handbookCommand: run }) => ({
          usage,
          run,
        })),
    },
    'synthetic-list': {
      about: 'Membuat daftar pemilih buatan untuk latihan / makes up a voter list for exercises',
      load: () =>
        import('./import/synthetic-list-command.ts').then(({ USAGE: usage, syntheticListCommand: run }) => ({
          usage,
          run,
        })),
    },
  };

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return [
    'bilik PERINTAH / COMMAND …',
    ...lines,
    'Pilihan satu perintah / flags of one command: bilik PERINTAH --help',
  ].join('\n');
}

/**
 * Runs one command of `bilik`.
 * @param parameters what stands after `bilik` on the command line
 * @returns the exit code: the command's own, 0 after help, 2 when there is no such command
 */
export async function main(parameters: readonly string[]): Promise<number> {
  enableCompileCache(COMPILE_CACHE);
  const [name = 'help', ...rest] = parameters;
  if (Object.hasOwn(COMMANDS, name)) {
    const command = await COMMANDS[name]?.load();
    if (command !== undefined) {
      if (!rest.some((word) => HELP.includes(word))) return await command.run(rest);
      // whatever else is asked for is not done
      console.log(usageOf(command.usage, rest[0]));
      return 0;
    }
  }
  if (name === 'help' || HELP.includes(name)) {
    console.log(usage());
    return 0;
  }
  console.error(`Perintah tidak dikenal / no such command: ${name}\n${usage()}`);
  return USAGE_CODE;
}
