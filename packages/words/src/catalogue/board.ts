import { catalogue } from '../phrases.ts';

/** The board (papan TPS): phases, counts, closing, the result. */
export const board = catalogue({
  id: {
    'board.title': 'Papan TPS',
  },
  en: {
    'board.title': 'Polling-place board',
  },
});
