import { spawn } from 'node:child_process';
import type { PackageExpectations } from '@bilik/transfer';
import { appMain } from '../processes/app-process.ts';

/** What a station said when it was given a package. */
export interface StationsWord {
  /** 0 loaded, 1 refused, 2 asked wrongly. */
  readonly code: number;
  readonly said: string;
}

/** Has the station itself load a package: apps meet as processes, and one way in is enough. The passphrase goes by its standard input. */
export function loadIntoStation(request: {
  readonly path: string;
  readonly home: string;
  readonly passphrase: string;
  readonly expected: Pick<PackageExpectations, 'kind' | 'pollingPlace' | 'issuer' | 'fingerprint'>;
}): Promise<StationsWord> {
  const { kind, pollingPlace, issuer, fingerprint } = request.expected;
  const parameters = [
    ['--home', request.home],
    ['--load', request.path],
    kind === 'exercise' ? ['--exercise'] : [],
    pollingPlace === undefined ? [] : ['--place', pollingPlace],
    issuer === undefined ? [] : ['--issuer', issuer],
    fingerprint === undefined ? [] : ['--fingerprint', fingerprint],
  ].flat();
  const child = spawn(process.execPath, [appMain('station'), ...parameters], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.join('') }));
    child.stdin.end(`${request.passphrase}\n`);
  });
}
