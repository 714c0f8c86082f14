import { readFlags } from '../command-line/flags.ts';
import { buildPages } from '../processes/app-process.ts';
import { runApp } from '../processes/run-app.ts';

export const USAGE = `bilik trustee --home DIR [--port 4131] [--exercise]
  Perangkat satu pemegang kunci, untuk upacara kunci sebelum ada paket. / One trustee's own device, for the key ceremony before there is a package.
  --home: folder milik orang ini saja; kunci tinggal di sana. / this person's own folder; the key stays in it.`;

/** `bilik trustee`: a trustee's device that no package has prepared yet. @returns its exit code, or 2 for a wrong call */
export async function trusteeCommand(parameters: readonly string[]): Promise<number> {
  const values = readFlags(parameters, {
    home: { type: 'string' },
    port: { type: 'string', default: '4131' },
    exercise: { type: 'boolean', default: false },
  });
  if (values?.home === undefined) {
    console.error(USAGE);
    return 2;
  }
  buildPages();
  const flags = ['--home', values.home, '--port', values.port, ...(values.exercise ? ['--exercise'] : [])];
  return runApp('trustee', flags);
}
