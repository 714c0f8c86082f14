import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * What a process of ours was started with. `--help` prints its flags and ends with 0; a flag that it does not have is named, the flags are
 * printed, and the process ends with 2.
 * @param usage the flags, each with what it means
 */
export function processFlags<const Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`${error.message.split('.')[0]}.\n\n${usage}`);
    process.exit(2);
  }
}
