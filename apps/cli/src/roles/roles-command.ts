import { roleTableMarkdown } from '@bilik/election';

export const USAGE = 'bilik roles\n  Siapa boleh apa, sebagai Markdown. / Who may do what, as Markdown.';

/** `bilik roles`: who may do what, as the station decides it; Markdown. @returns 0, or 2 for a wrong call */
export async function rolesCommand(parameters: readonly string[]): Promise<number> {
  if (parameters.length > 0) {
    console.error(USAGE);
    return 2;
  }
  process.stdout.write(roleTableMarkdown());
  return 0;
}
