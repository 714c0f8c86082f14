import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Compiled code is kept beside the packages: the next start takes a third of the time. */
const COMPILE_CACHE = fileURLToPath(new URL('../../../node_modules/.cache/bilik', import.meta.url));

const HELP: readonly string[] = ['--help', '-h'];
/** Of a call that asks for nothing that can be done. */
const USAGE_CODE = 2;

/** A command takes what stands after its name and returns the exit code of the process. */
export type Command = (parameters: readonly string[]) => Promise<number>;

/** Each command in a file of its own, loaded only when it is called. */
const COMMANDS: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Command> }>> =
  {
    run: {
      about: 'Membuka satu TPS latihan / opens one polling place in exercise mode',
      load: async () => (await import('./exercise/run-command.ts')).runCommand,
    },
    rehearse: {
      about: 'Latihan sehari penuh dengan orang simulasi / a whole day with simulated people',
      load: async () => (await import('./rehearse/rehearse-command.ts')).rehearseCommand,
    },
    drill: {
      about: 'Latihan gangguan: stik, jam, jaringan, listrik / a drill of faults',
      load: async () => (await import('./drill/drill-command.ts')).drillCommand,
    },
    verify: {
      about: 'Memeriksa arsip pemilihan / checks an election record',
      load: async () => (await import('./verify/verify-command.ts')).verifyCommand,
    },
    receive: {
      about: 'Menerima hasil TPS yang sudah disegel / takes sealed results of polling places',
      load: async () => (await import('./receive/receive-command.ts')).receiveCommand,
    },
    package: {
      about: 'Membuat, menunjukkan, memeriksa, memuat paket TPS / makes, shows, checks, loads a package',
      load: async () => (await import('./package/package-command.ts')).packageCommand,
    },
    device: {
      about:
        'Menyiapkan satu perangkat dari paket, menjalankannya / prepares one device from a package, runs it',
      load: async () => (await import('./device/device-command.ts')).deviceCommand,
    },
    import: {
      about: 'Memeriksa daftar pemilih .xlsx atau .csv / checks a voter list',
      load: async () => (await import('./import/import-command.ts')).importCommand,
    },
    roles: {
      about: 'Siapa boleh apa di TPS / who may do what at a polling place',
      load: async () => (await import('./roles/roles-command.ts')).rolesCommand,
    },
    invitations: {
      about: 'Membuat undangan bertanda tangan dari daftar TPS / makes signed invitations from a list',
      load: async () => (await import('./invitations/invitations-command.ts')).invitationsCommand,
    },
    voices: {
      about: 'Membuat panduan suara bilik / makes the spoken guidance of the booths',
      load: async () => (await import('./voices/voices-command.ts')).voicesCommand,
    },
    handbook: {
      about: 'Mencetak buku panduan panitia / prints the committee’s handbook',
      load: async () => (await import('./handbook/handbook-command.ts')).handbookCommand,
    },
    'synthetic-list': {
      about: 'Membuat daftar pemilih buatan untuk latihan / makes up a voter list for exercises',
      load: async () => (await import('./import/synthetic-list-command.ts')).syntheticListCommand,
    },
  };

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return ['bilik PERINTAH / COMMAND …', ...lines].join('\n');
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
      const code = await command(rest);
      // a command prints its flags for every word that it does not know
      return code === USAGE_CODE && rest.some((word) => HELP.includes(word)) ? 0 : code;
    }
  }
  if (name === 'help' || HELP.includes(name)) {
    console.log(usage());
    return 0;
  }
  console.error(`Perintah tidak dikenal / no such command: ${name}\n${usage()}`);
  return USAGE_CODE;
}
