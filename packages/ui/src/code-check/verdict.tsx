import type {
  CodeProblem,
  ContestContent,
  FiguresContent,
  PaperContent,
  ResultContent,
  SignedCode,
} from '@bilik/transfer/signed-code';
import { CopyLine } from '../parts/copy-line.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Figure, Figures } from '../parts/figure.tsx';
import { Notice } from '../parts/notice.tsx';
import { type CodeSay, useCodeWords } from './code-words.ts';

/** A code that is the polling place's own: who signed it, and what it says. */
export function Verdict({ code: { origin, content } }: { readonly code: SignedCode }) {
  const say = useCodeWords();
  const isSheet = content.type === 'result' && content.source === 'sheet';
  return (
    <>
      <Notice
        state="good"
        happened={say(isSheet ? 'code.right.sheet' : 'code.right', { place: origin.pollingPlace })}
        toDo={isSheet ? say('code.result.sheet.compare') : compareWords(say, content.type)}
        {...(origin.kind === 'exercise' ? { notHappened: say('code.right.exercise') } : {})}
      />
      {content.type === 'figures' && <FiguresSaid content={content} />}
      {content.type === 'result' && <ResultSaid content={content} />}
      {content.type === 'paper' && <PaperSaid content={content} />}
    </>
  );
}

function compareWords(say: CodeSay, type: SignedCode['content']['type']): string | undefined {
  switch (type) {
    case 'result':
      return say('code.result.compare');
    case 'paper':
      return say('code.paper.compare');
    case 'key':
      return say('code.keyCode');
    case 'figures':
      return undefined;
  }
}

/** A code that is not believed: nothing that it says is shown. */
export function Refused({ problem }: { readonly problem: CodeProblem }) {
  const say = useCodeWords();
  return (
    <Notice
      state="bad"
      happened={explainCodeProblem(say, problem)}
      notHappened={say('code.wrong.notHappened')}
      toDo={say(refusedToDo(problem))}
    />
  );
}

function refusedToDo(problem: CodeProblem) {
  if (problem.type !== 'code-without-key') return 'code.wrong.toDo';
  return problem.saysSheet ? 'code.wrong.code-without-key.sheet.toDo' : 'code.wrong.code-without-key.toDo';
}

/** Why a code is not believed, in one sentence. */
export function explainCodeProblem(say: CodeSay, problem: CodeProblem): string {
  switch (problem.type) {
    case 'code-too-long':
      return say('code.wrong.code-too-long', { limit: problem.limitCharacters });
    case 'code-of-other-version':
      return say('code.wrong.code-of-other-version', { version: problem.version });
    case 'code-of-other-place':
      return say('code.wrong.code-of-other-place', { place: problem.pollingPlace });
    case 'code-of-other-kind':
      return say(`code.wrong.code-of-other-kind.${problem.kind}`);
    default:
      return say(`code.wrong.${problem.type}`);
  }
}

function FiguresSaid({ content }: { readonly content: FiguresContent }) {
  const say = useCodeWords();
  const { phase, hour, present, openProblems } = content;
  return (
    <section class="stack">
      <h2>{say('code.figures', { hour: `${String(hour).padStart(2, '0')}.00` })}</h2>
      <Figures>
        <Figure label={say('code.figures.phase')} value={say(`phase.${phase}`)} />
        <Figure label={say('code.figures.men')} value={present.L} />
        <Figure label={say('code.figures.women')} value={present.P} />
        <Figure label={say('code.figures.problems')} value={openProblems} />
      </Figures>
    </section>
  );
}

function ResultSaid({ content }: { readonly content: ResultContent }) {
  const say = useCodeWords();
  const { slips } = content;
  // under a paper sheet the same places of the code say other things
  const lineWord = (line: 'printed' | 'spoiled' | 'inBox' | 'record' | 'minutes') =>
    say(content.source === 'sheet' ? `code.result.sheet.${line}` : `code.result.${line}`);
  return (
    <section class="stack">
      <h2>{say('code.result')}</h2>
      <p>{say(`code.result.source.${content.source}`)}</p>
      {content.heldSums > 0 && (
        <Notice state="bad" happened={say('code.result.held', { count: content.heldSums })} />
      )}
      {content.contests.map((contest) => (
        <ContestSaid key={contest.contest} contest={contest} />
      ))}
      <Figures>
        <Figure label={say('code.result.users')} value={content.users} />
        <Figure label={say('code.result.casts')} value={content.casts} />
        <Figure label={lineWord('printed')} value={slips.printed} />
        <Figure label={lineWord('spoiled')} value={slips.spoiled} />
        <Figure label={lineWord('inBox')} value={slips.inBox ?? say('code.result.notCounted')} />
      </Figures>
      <CopyLine label={lineWord('record')} value={content.recordHash} groupSize={4} />
      <CopyLine label={lineWord('minutes')} value={content.minutesFingerprint} groupSize={4} />
    </section>
  );
}

/** A code names its contest by an id of words, `kepala-desa`: it is read as words. */
function contestTitle(contest: string): string {
  const words = contest.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function ContestSaid({ contest }: { readonly contest: ContestContent }) {
  const say = useCodeWords();
  const optionWord = (key: string) =>
    key === 'blank' || key === 'empty'
      ? say(`code.result.${key}`)
      : say('code.result.candidate', { number: key.slice(1) });
  const rows = [
    ...contest.options.map(({ key, votes }) => ({ key, word: optionWord(key), votes })),
    { key: 'valid', word: say('code.result.valid'), votes: contest.valid },
    { key: 'invalid', word: say('code.result.invalid'), votes: contest.invalid },
  ];
  return (
    <DataTable
      caption={contestTitle(contest.contest)}
      columns={[
        { key: 'option', header: say('code.result.option'), cell: ({ word }) => word },
        { key: 'votes', header: say('code.result.votes'), cell: ({ votes }) => votes, numeric: true },
      ]}
      rows={rows}
      keyOf={({ key }) => key}
    />
  );
}

function PaperSaid({ content }: { readonly content: PaperContent }) {
  const say = useCodeWords();
  return (
    <section class="stack">
      <h2>{say('code.paper', { paper: say(`code.paper.${content.paper}`) })}</h2>
      <CopyLine label={say('code.paper.fingerprint')} value={content.fingerprint} groupSize={4} />
    </section>
  );
}
