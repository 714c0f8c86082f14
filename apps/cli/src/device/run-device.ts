import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEVICE_FILE, type DeviceRole, readDeviceFile } from '@bilik/server';
import type { App } from '../processes/app-process.ts';
import { ownPort } from './kiosk.ts';

/** Which process makes a folder the device that it was prepared for. */
export interface DeviceRun {
  readonly app: App;
  /** What the process is told, `--home` among it. */
  readonly parameters: readonly string[];
}

const APPS: Readonly<Record<Exclude<DeviceRole, 'desk' | 'board'>, App>> = {
  booth: 'booth',
  trustee: 'trustee',
  reader: 'reader',
  spare: 'station',
};

/**
 * Which process a prepared folder needs, on the port that its kiosk opens. What else stands on the command line is the process's own.
 * @param parameters as they were typed; `--home` names the folder
 * @errors one sentence in both languages: the folder was not prepared, or its device needs a browser alone
 */
export function planRun(
  home: string,
  parameters: readonly string[],
): { readonly ok: true; readonly value: DeviceRun } | { readonly ok: false; readonly error: string } {
  const has = (flag: string) => parameters.some((word) => word === flag || word.startsWith(`${flag}=`));
  const asStation = (): DeviceRun => ({ app: 'station', parameters });
  if (!existsSync(join(home, DEVICE_FILE))) {
    // the polling place's own machine is prepared by the package that it loads
    if (has('--second')) return { ok: true, value: asStation() };
    return {
      ok: false,
      error:
        `${home} belum disiapkan; tidak ada yang dijalankan. Siapkan dahulu: bilik device prepare … --home ${home}. Bila ini mesin TPS, tambahkan --second STIK.\n` +
        `${home} was not prepared; nothing was started. First: bilik device prepare … --home ${home}. If this is the polling place's machine, add --second STICK.`,
    };
  }
  const file = readDeviceFile(home);
  if (!file.ok) {
    return {
      ok: false,
      error: `Perangkat ini tidak dijalankan. Siapkan ulang dari paket. / This device was not started. Prepare it again from the package. (${file.error})`,
    };
  }
  const { device, role } = file.value.prepared;
  if (role === 'desk' || role === 'board') {
    return {
      ok: false,
      error:
        `${device} hanya memerlukan peramban; tidak ada yang dijalankan. Halamannya dari mesin TPS: ${join(home, 'start-kiosk.sh')}\n` +
        `${device} needs a browser alone; nothing was started. Its page comes from the station: ${join(home, 'start-kiosk.sh')}`,
    };
  }
  const words = role === 'reader' ? withWholeCode(parameters) : parameters;
  const port = has('--port') ? undefined : ownPort(role);
  return {
    ok: true,
    value: {
      app: APPS[role],
      parameters: [...words, ...(port === undefined ? [] : ['--port', String(port)])],
    },
  };
}

const CODE_DIGITS = 8;

/** The board shows a code in two halves, `9803 4768`: it is taken as it is read, in one word or in two. */
function withWholeCode(parameters: readonly string[]): readonly string[] {
  const at = parameters.findIndex((word) => word === '--pair' || word.startsWith('--pair='));
  if (at < 0) return parameters;
  const [flag = '', told] = (parameters[at] ?? '').split('=', 2);
  const after = parameters.slice(at + 1);
  const isHalf = (word: string | undefined) => word !== undefined && /^[0-9 ]+$/.test(word);
  const digits = (words: readonly (string | undefined)[]) => words.join('').replaceAll(' ', '');
  const first = told ?? after.shift();
  if (!isHalf(first)) return parameters;
  const second = digits([first]).length < CODE_DIGITS && isHalf(after[0]) ? after.shift() : undefined;
  return [...parameters.slice(0, at), flag, digits([first, second]), ...after];
}
