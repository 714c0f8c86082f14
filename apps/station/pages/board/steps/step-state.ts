/** Whether a step is behind, due now, or still to come. */
export type DueState = 'done' | 'now' | 'next';

/**
 * `attention`: done, with something that people should know of; it folds like what is done.
 * `differs`: it was done, and what came of it is not as it should be; it stays open so that people can look again.
 */
export type StepState = DueState | 'attention' | 'differs';
