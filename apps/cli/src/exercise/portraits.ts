import { join } from 'node:path';

/** Folder of the drawn candidates: each as `.svg`, and as `.jpg` the way an office crops a photo. */
export const PORTRAITS = join(import.meta.dirname, 'portraits');

/** Their names, of men and of women. */
export const DRAWINGS = { L: ['bapak-1', 'bapak-2', 'bapak-3'], P: ['ibu-1', 'ibu-2', 'ibu-3'] } as const;
