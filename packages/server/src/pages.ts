import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { Door } from './door.ts';
import { openRoom } from './session/admission.ts';

/**
 * Serves one built page folder under `prefix` (for example `/meja/`). File names of assets carry their hash, so they may be kept.
 * @errors throws when the folder was not built: that is a broken installation, not an event of election day.
 */
export async function servePage(door: Door, prefix: string, folder: string): Promise<void> {
  if (!existsSync(folder))
    throw new Error(`The page for ${prefix} was not built: ${folder} is missing. Run: npm run build:pages`);
  // a page is the same for everybody and holds nothing; what it shows it must ask for
  await openRoom(door, 'everybody', async (pages) => {
    await pages.register(fastifyStatic, {
      root: folder,
      prefix,
      decorateReply: false,
      index: 'index.html',
      redirect: true,
      cacheControl: false,
      setHeaders(response, path) {
        const kept = path.includes('assets');
        response.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  });
}
