import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The flags of a command line with nothing beside them. @returns undefined for any other command line */
export function readFlags<const Options extends ParseArgsOptionsConfig>(
  parameters: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...parameters], options }).values;
  } catch {
    return undefined;
  }
}

/** A whole number within bounds, both included. @returns undefined for any other text, and where there is none */
export function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
    ? Number(text)
    : undefined;
}

/** A TCP port; 0: any that is free. */
export function portNumber(text: string | undefined): number | undefined {
  return wholeNumber(text, 0, 65_535);
}
