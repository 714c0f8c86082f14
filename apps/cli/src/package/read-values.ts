import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

type Asked = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** @returns the options and the one file or folder named beside them; undefined when the command line has anything else */
export function readValues<const Options extends Asked>(parameters: readonly string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], allowPositionals: true, options });
    return positionals.length > 1 ? undefined : { values, path: positionals[0] };
  } catch {
    return undefined;
  }
}

/** A whole number from 1; undefined for any other text. */
export function readVersion(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9][0-9]{0,4}$/.test(text) ? Number(text) : undefined;
}

/** A fingerprint as papers show it, in groups, or in one piece. */
export function readFingerprint(text: string | undefined): string | undefined {
  const hex = text?.replace(/\s/g, '').toLowerCase();
  return hex !== undefined && /^[0-9a-f]{64}$/.test(hex) ? hex : undefined;
}

/** The text of a file that somebody wrote by hand; undefined when it cannot be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
