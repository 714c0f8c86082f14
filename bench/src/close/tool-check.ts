import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `belenios-tool` took for the same work; milliseconds on the wall. */
export interface ToolTimes {
  readonly verifyMs: readonly number[];
  readonly computeMs: number;
}

function timed(act: () => void): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}

/** `election verify` as many times as there are trustees who check, then `election compute-result`, one after the other. */
export function checkByTool(
  folder: string,
  record: { readonly uuid: string; readonly bytes: Uint8Array },
  trustees: number,
): ToolTimes {
  const own = mkdtempSync(join(folder, 'tool-'));
  writeFileSync(join(own, `${record.uuid}.bel`), record.bytes);
  const tool = (command: string) => (): void => {
    execFileSync('belenios-tool', ['election', command], { cwd: own, stdio: 'ignore' });
  };
  try {
    const verifyMs = Array.from({ length: trustees }, () => timed(tool('verify')));
    return { verifyMs, computeMs: timed(tool('compute-result')) };
  } finally {
    rmSync(own, { recursive: true });
  }
}
