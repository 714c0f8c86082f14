import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { explainProblem, type ImportProblem, importVoterList, type VoterListImport } from '@bilik/intake';
import { describePreview, describeProblems } from './describe-import.ts';
import { type ImportRequest, readImportRequest, USAGE } from './import-request.ts';

const IMPORTABLE = 0;
const HAS_ERRORS = 1;
const UNREADABLE = 2;

export { USAGE };

/**
 * `bilik import`: shows what an office's voter list was understood as and everything that is wrong with it.
 * @returns 0 when the list can enter whole, 1 when it has errors, 2 when file or command line cannot be read
 */
export async function importCommand(parameters: readonly string[]): Promise<number> {
  const request = readImportRequest(parameters, Date.now());
  if (typeof request === 'string') {
    console.error(request === USAGE ? request : `${request}\n${USAGE}`);
    return UNREADABLE;
  }
  const missing = await whyNotReadable(request);
  if (missing !== null) {
    console.error(missing);
    return UNREADABLE;
  }
  const outcome = await importVoterList(createReadStream(request.path), request.options);
  const { language } = request;
  if (!outcome.ok) {
    const { preview, problems, problemsLeftOff } = outcome.error;
    if (request.json)
      printJson(request, {
        importable: false,
        preview,
        problems: problems.map(withSentences),
        problemsLeftOff,
      });
    else {
      if (preview !== null) console.log(describePreview(preview, language));
      console.log(describeProblems(problems, problemsLeftOff, language));
      console.log(
        `\n${{ id: 'TIDAK DAPAT DIIMPOR: tidak seorang pun masuk.', en: 'NOT IMPORTABLE: nobody enters.' }[language]}`,
      );
    }
    return preview === null ? UNREADABLE : HAS_ERRORS;
  }
  const { preview, warnings, warningsLeftOff } = outcome.value;
  const writeProblem = await writeVoters(request, outcome.value);
  if (request.json) {
    printJson(request, {
      importable: true,
      preview,
      problems: warnings.map(withSentences),
      problemsLeftOff: warningsLeftOff,
    });
  } else {
    console.log(describePreview(preview, language));
    if (warnings.length > 0) console.log(describeProblems(warnings, warningsLeftOff, language));
    console.log(`\n${{ id: 'DAPAT DIIMPOR.', en: 'IMPORTABLE.' }[language]}`);
  }
  if (writeProblem === null) return IMPORTABLE;
  console.error(writeProblem);
  return UNREADABLE;
}

async function whyNotReadable({ path, language }: ImportRequest): Promise<string | null> {
  const say = (reason: string): string =>
    `${{ id: 'Berkas tidak dapat dibaca', en: 'The file cannot be read' }[language]}: ${path} (${reason})`;
  try {
    return (await stat(path)).isFile() ? null : say({ id: 'bukan berkas', en: 'not a file' }[language]);
  } catch (error) {
    const code = codeOf(error);
    return say(code === 'ENOENT' ? { id: 'tidak ada di sana', en: 'it is not there' }[language] : code);
  }
}

/** Whole numbers of people go into the file, so only its owner may read it, and nothing is overwritten. */
async function writeVoters(request: ImportRequest, imported: VoterListImport): Promise<string | null> {
  if (request.outPath === undefined) return null;
  const { purpose, votingDate, village } = request.options;
  const document = {
    format: 'bilik/voter-list-import/v1',
    purpose,
    votingDate,
    village: village?.code ?? null,
    voters: imported.voters,
  };
  try {
    await writeFile(request.outPath, `${JSON.stringify(document, null, 1)}\n`, { flag: 'wx', mode: 0o600 });
    return null;
  } catch (error) {
    const say = { id: 'Berkas hasil tidak dapat ditulis', en: 'The output file cannot be written' }[
      request.language
    ];
    return `${say}: ${request.outPath} (${codeOf(error)})`;
  }
}

function printJson({ path, options }: ImportRequest, outcome: Readonly<Record<string, unknown>>): void {
  console.log(
    JSON.stringify({ file: path, purpose: options.purpose, votingDate: options.votingDate, ...outcome }),
  );
}

function withSentences(problem: ImportProblem): ImportProblem & ReturnType<typeof explainProblem> {
  return { ...problem, ...explainProblem(problem) };
}

/** @returns the code of a disk error; anything else is a bug and thrown again */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error)
    return error.code;
  throw error;
}
