import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own in which the packaged tool is run; `remove` it afterwards. */
export class ToolFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'bilik-belenios-'));

  /** Runs belenios-tool here. @returns its standard output; throws with its standard error when it fails */
  run(args: readonly string[], input = ''): string {
    return execFileSync('belenios-tool', args, {
      cwd: this.path,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.path, name), content);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  bytes(name: string): Uint8Array {
    return readFileSync(join(this.path, name));
  }

  /** Names of the files whose name ends so, sorted. */
  names(ending: string): string[] {
    return readdirSync(this.path)
      .filter((name) => name.endsWith(ending))
      .sort();
  }

  delete(name: string): void {
    rmSync(join(this.path, name));
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** Texts one a line, as the tool reads and writes lists of objects. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
