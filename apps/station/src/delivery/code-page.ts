import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The page that checks a signed code on a phone, without any network; one file. */
export const CODE_PAGE_NAME = 'periksa-qr.html';

const BUILT = fileURLToPath(
  new URL(`../../../cli/dist/pages/verify-code/${CODE_PAGE_NAME}`, import.meta.url),
);

/** The page as it was built with this program; undefined when its pages were not built. */
export function readCodePage(): Buffer | undefined {
  return existsSync(BUILT) ? readFileSync(BUILT) : undefined;
}
