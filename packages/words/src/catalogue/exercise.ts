import { catalogue } from '../phrases.ts';

/** What stands for the outside world in an exercise: the start page, the card pile, the slip box. */
export const exercise = catalogue({
  id: {
    'exercise.title': 'Latihan',
  },
  en: {
    'exercise.title': 'Exercise',
  },
});
