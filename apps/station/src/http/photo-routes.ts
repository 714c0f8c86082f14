import type { Door } from '@bilik/server';
import { z } from 'zod';
import type { PollingPlace } from '../polling-place.ts';

const TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
const PhotoPath = z.strictObject({ file: z.string().max(80) });

/**
 * Candidates' pictures for the booths, as the package brought them: one copy in the polling place, which every booth holds against the
 * fingerprints of the definition. They were read at the start; no file is touched while people vote.
 */
export function openPhotoRoutes(door: Door, { place }: PollingPlace): void {
  door.get('/api/photos/:file', (request, reply) => {
    const asked = PhotoPath.safeParse(request.params);
    const photo = asked.success ? place.photos.get(asked.data.file) : undefined;
    if (!asked.success || photo === undefined) return reply.callNotFound();
    void reply.header('content-type', typeOf(asked.data.file)).send(photo);
  });
}

function typeOf(file: string): string {
  return file.endsWith('.png') ? TYPES.png : file.endsWith('.webp') ? TYPES.webp : TYPES.jpg;
}
