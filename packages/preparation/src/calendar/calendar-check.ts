import { fail, type Problem, problemsOf, type Result, succeed } from '@bilik/election';
import {
  type Calendar,
  calendarSchema,
  isForOthers,
  REGISTRATION_STAGE,
  type Stage,
  VOTING_STAGE,
} from './stage.ts';

/**
 * Checks a calendar from outside.
 * @errors every problem with its path: shape and limits; then a stage named twice, a dependency on nothing, a circle, a voting day
 * that is missing or not one calendar day at 0, no registration in a calendar that goes by a rule pack
 */
export function parseCalendar(input: unknown): Result<Calendar, readonly Problem[]> {
  const parsed = calendarSchema.safeParse(input);
  if (!parsed.success) return fail(problemsOf(parsed.error.issues));
  const { stages } = parsed.data;
  const problems = [...nameProblems(stages), ...votingProblems(stages), ...registrationProblems(parsed.data)];
  if (problems.length > 0) return fail(problems);
  const ordered = inOrder(stages);
  return ordered.length === stages.length
    ? succeed(parsed.data)
    : fail(
        stages.flatMap((stage, position) =>
          ordered.includes(stage)
            ? []
            : [
                problem(
                  `stages[${position}].after`,
                  'stage-circle',
                  'Tahapan ini menunggu dirinya sendiri lewat tahapan lain.',
                  'This stage waits for itself by way of others.',
                ),
              ],
        ),
      );
}

/**
 * Stages so that each stands after all that it waits for; among those that could stand next, the calendar's own order.
 * Stages in a circle are left out.
 */
export function inOrder(stages: readonly Stage[]): readonly Stage[] {
  const ordered: Stage[] = [];
  const placed = new Set<string>();
  let left = stages;
  while (left.length > 0) {
    const next = left.find(({ after }) => after.every(({ stage }) => placed.has(stage)));
    if (next === undefined) return ordered;
    ordered.push(next);
    placed.add(next.id);
    left = left.filter((stage) => stage !== next);
  }
  return ordered;
}

function problem(path: string, code: string, id: string, en: string): Problem {
  return { path, code, sentence: { id, en } };
}

function nameProblems(stages: readonly Stage[]): readonly Problem[] {
  const ids = stages.map(({ id }) => id);
  return stages.flatMap(({ id, after }, position) => [
    ...(ids.indexOf(id) < position
      ? [
          problem(
            `stages[${position}].id`,
            'stage-twice',
            'Tanda tahapan ini sudah dipakai.',
            'This stage id is taken.',
          ),
        ]
      : []),
    ...after.flatMap(({ stage }, index) =>
      ids.includes(stage)
        ? []
        : [
            problem(
              `stages[${position}].after[${index}].stage`,
              'stage-unknown',
              'Tahapan yang ditunggu tidak ada dalam kalender ini.',
              'The stage that is waited for is not in this calendar.',
            ),
          ],
    ),
  ]);
}

function votingProblems(stages: readonly Stage[]): readonly Problem[] {
  const voting = stages.find(({ id }) => id === VOTING_STAGE);
  const problems: Problem[] = [];
  const isOneDay =
    voting?.beginsDaysFromVoting === 0 &&
    voting.days.from === 'calendar' &&
    voting.days.days === 1 &&
    voting.count === 'calendar-days' &&
    voting.onlyWhen === null;
  if (!isOneDay) {
    problems.push(
      problem(
        'stages',
        'voting-stage',
        'Kalender harus mempunyai satu tahapan "voting": satu hari kalender, 0 hari dari pemungutan suara.',
        'A calendar needs one stage "voting": one calendar day, 0 days from voting.',
      ),
    );
  }
  return problems;
}

function registrationProblems(calendar: Calendar): readonly Problem[] {
  const { stages } = calendar;
  const isOurs = stages.some(({ days, onlyWhen }) => days.from === 'rule-pack' || onlyWhen !== null);
  const isAlways = stages.some(({ id, onlyWhen }) => id === REGISTRATION_STAGE && onlyWhen === null);
  if (isAlways || (isForOthers(calendar) && !isOurs)) return [];
  return [
    problem(
      'stages',
      'registration-stage',
      'Kalender harus mempunyai tahapan "registration": tahapan itu yang diperpanjang bila calon kurang. Tanpa itu, kalender hanya untuk pemilihan yang diselenggarakan pihak lain, dan tidak memakai lama dari aturan atau tahapan bersyarat.',
      'A calendar needs a stage "registration": it is the one that is extended when candidates are too few. Without it a calendar is for elections that others conduct only, and takes no length from a rule pack and has no conditional stage.',
    ),
  ];
}
