import type { PlaceProblem } from './prepared-place.ts';

/** Ends the loading of a place; whoever loads it makes a value of it. */
export class PlaceRefused extends Error {
  readonly problem: PlaceProblem;
  constructor(problem: PlaceProblem) {
    super(`${problem.type} ${problem.file}: ${problem.detail}`);
    this.problem = problem;
  }
}
