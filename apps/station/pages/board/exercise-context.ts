import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether this polling place is an exercise, for what only an exercise says. */
export const ExerciseContext = createContext(false);

export function useIsExercise(): boolean {
  return useContext(ExerciseContext);
}
