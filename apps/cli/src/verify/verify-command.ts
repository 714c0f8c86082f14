import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import {
  parseTracker,
  type Tracker,
  type VerificationReport,
  type VerifyOptions,
  type VerifyProgress,
} from '@bilik/ballot';
import { verifyRecordFile } from '@bilik/ballot/native';
import { publishedDifferences, type SignedResult, type VoidCredential } from '@bilik/transfer';
import { isLanguage, type Language, phrase } from '@bilik/words';
import {
  describeNoRecord,
  describeReport,
  isNoRecord,
  lacksVoidList,
  type NeededOption,
  originShown,
  voidListChecked,
} from './describe.ts';
import { type FileLooks, isNoContent, lookAtFile, whyUnreadable } from './file-looks.ts';
import type { SignedPaths } from './signed-files.ts';
import { describeStated, mayBeShown } from './stated-figures.ts';
import { describeTracker, describeTrackerFault, findTracker, isNowhere } from './tracker.ts';

export const USAGE = `bilik verify ARSIP.bel [--void BERKAS] [--expect SIDIK] [--result BERKAS] [--tracker NOMOR] [--json] [--lang id|en]
  Memeriksa arsip pemilihan. / Checks an election record.
  --void     daftar kartu batal dari TPS (void.json) / the polling place's void list
  --expect   sidik arsip yang diumumkan (64 digit heksadesimal) / the posted fingerprint of the record
  --result   hasil bertanda tangan dari TPS (result.json) / the polling place's signed result
  --tracker  nomor struk pelacak, 43 tanda: ada di arsip? / a tracker slip's number, 43 characters: is it in the record?
  Selesai dengan 0: benar, 1: salah, belum lengkap, atau nomor struk pelacak tidak ditemukan, 2: bukan arsip. /
  Exit code 0: right, 1: wrong, incomplete, or the tracker slip's number was not found, 2: no record.`;

const EXIT_CODES: Readonly<Record<VerificationReport['verdict'], number>> = {
  right: 0,
  wrong: 1,
  incomplete: 1,
  unreadable: 2,
};

/** What the command line asks for. */
interface VerifyRequest {
  readonly path: string;
  readonly voidPath: string | undefined;
  readonly resultPath: string | undefined;
  readonly expectedRecordHash: string | undefined;
  readonly tracker: Tracker | undefined;
  readonly json: boolean;
  readonly language: Language;
}

/** `bilik verify`: checks a record and says which rule holds. @returns 0 right, 1 wrong, incomplete or the ballot looked for is not there, 2 no record */
export async function verifyCommand(parameters: readonly string[]): Promise<number> {
  const request = readRequest(parameters);
  if (request === undefined) {
    console.error(USAGE);
    return 2;
  }
  if ('fault' in request) {
    console.error(request.fault);
    return request.code;
  }
  // The part of the heap for young objects stays small: ten thousand ballots then need 100 MB less.
  setFlagsFromString('--semi-space-growth-factor=1');
  const { path, voidPath, resultPath, expectedRecordHash, tracker, json, language } = request;
  const looks = lookAtFile(path);
  if (isNoContent(looks)) return sayNoRecord(request, looks);
  const beside = await signedFilesBeside({ void: voidPath, result: resultPath });
  const progress = json ? undefined : progressLine(language);
  try {
    const { report, election } = await verifyRecordFile(path, {
      ...(expectedRecordHash === undefined ? {} : { expectedRecordHash }),
      ...beside.options,
      ...(progress === undefined ? {} : { onProgress: progress.show }),
    });
    const place =
      tracker && (await findTracker(tracker, path, voidListChecked(report) ? beside.voided : undefined));
    const stated = mayBeShown(report) ? beside.stated : undefined;
    progress?.clear();
    const firstLine = isNoRecord(report) ? describeNoRecord(path, looks, undefined, language) : undefined;
    if (json) {
      console.log(
        JSON.stringify({
          file: path,
          ...(firstLine === undefined ? {} : { looks, message: firstLine }),
          ...(election?.bilik && { kind: election.bilik.kind }),
          originShown: originShown(report),
          voidListChecked: voidListChecked(report),
          warnings: lacksVoidList(report) ? ['void list not checked'] : [],
          ...(stated && {
            resultSource: stated.figures.resultSource,
            held: stated.held,
            differences: publishedDifferences(stated.figures),
          }),
          ...(place && { tracker: place }),
          ...report,
        }),
      );
    } else if (report.verdict === 'unreadable' && firstLine !== undefined) {
      console.log(`${firstLine}\n${phrase(language, 'verify.verdict.unreadable')}`);
    } else {
      if (firstLine !== undefined) console.log(`${firstLine}\n`);
      if (place !== undefined && isNowhere(place)) {
        console.log(
          `${phrase(language, `verify.tracker.notFound.${place.voidList === 'not-listed' ? 'neither' : 'record'}`)}\n`,
        );
      }
      const said = stated && election && describeStated(stated, election, language);
      console.log(describeReport(report, election, language, said, givenOptions(request)));
      if (place !== undefined) console.log(`\n${describeTracker(place, language)}`);
      else if (report.verdict === 'right' && voidListChecked(report)) {
        console.log(phrase(language, 'verify.trackerHint'));
      }
    }
    return place !== undefined && isNowhere(place) && report.verdict === 'right'
      ? EXIT_CODES.wrong
      : EXIT_CODES[report.verdict];
  } catch (error) {
    progress?.clear();
    whyUnreadable(error);
    // its first header was read: the file went away, or its medium failed, while it was verified
    return sayNoRecord(request, looks);
  }
}

/** Says in one line why there is nothing to verify. @returns 2 when not even the first header was read, else 1 */
function sayNoRecord({ path, json, language }: VerifyRequest, looks: FileLooks): number {
  const inside = join(path, 'record.bel');
  const message = describeNoRecord(
    path,
    looks,
    looks === 'folder' && existsSync(inside) ? inside : undefined,
    language,
  );
  if (json) console.log(JSON.stringify({ file: path, verdict: 'unreadable', looks, message }));
  else console.error(message);
  return looks === 'record' ? EXIT_CODES.incomplete : EXIT_CODES.unreadable;
}

/** What the files beside the record add to its verification. They and their schemas are loaded only when there are any. */
async function signedFilesBeside(paths: SignedPaths): Promise<{
  readonly options: Pick<VerifyOptions, 'voidCredentials' | 'origin'>;
  readonly voided?: readonly VoidCredential[];
  readonly stated?: SignedResult;
}> {
  if (paths.void === undefined && paths.result === undefined) return { options: {} };
  const { checkSignedFiles, readSignedFiles } = await import('./signed-files.ts');
  const files = readSignedFiles(paths);
  const origin: VerifyOptions['origin'] = (facts) => checkSignedFiles(files, facts);
  const voided = files.voidList?.parsed.ok ? files.voidList.parsed.value.credentials : undefined;
  return {
    options: { origin, ...(voided && { voidCredentials: voided.map(({ credential }) => credential) }) },
    ...(voided && { voided }),
    ...(files.result?.parsed.ok ? { stated: files.result.parsed.value } : {}),
  };
}

function givenOptions({ expectedRecordHash, resultPath, voidPath }: VerifyRequest): readonly NeededOption[] {
  const given: readonly (readonly [NeededOption, string | undefined])[] = [
    ['--expect', expectedRecordHash],
    ['--result', resultPath],
    ['--void', voidPath],
  ];
  return given.filter(([, value]) => value !== undefined).map(([option]) => option);
}

/** A value that the command line names cannot be one; nothing was checked. */
interface RefusedValue {
  readonly fault: string;
  readonly code: number;
}

/** @returns what is wrong with a value, as a sentence; undefined when the command line asks for nothing that can be done */
function readRequest(parameters: readonly string[]): VerifyRequest | RefusedValue | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        void: { type: 'string' },
        expect: { type: 'string' },
        result: { type: 'string' },
        tracker: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'id' },
      },
    });
    const [path] = positionals;
    // papers and screens show it in groups
    const expected = values.expect?.replace(/\s/g, '').toLowerCase();
    if (path === undefined || positionals.length > 1 || !isLanguage(values.lang)) return undefined;
    if (expected !== undefined && !/^[0-9a-f]{64}$/.test(expected)) {
      return {
        fault: phrase(values.lang, 'verify.expect.noFingerprint', { count: expected.length }),
        code: EXIT_CODES.unreadable,
      };
    }
    const tracker = values.tracker === undefined ? undefined : parseTracker(values.tracker);
    if (tracker !== undefined && !tracker.ok) {
      return { fault: describeTrackerFault(tracker.error, values.lang), code: EXIT_CODES.wrong };
    }
    return {
      path,
      voidPath: values.void,
      resultPath: values.result,
      expectedRecordHash: expected,
      tracker: tracker?.value,
      json: values.json,
      language: values.lang,
    };
  } catch {
    return undefined;
  }
}

/** A line that grows on a terminal, and nothing where the output goes elsewhere. */
function progressLine(language: Language): {
  readonly show: (progress: VerifyProgress) => void;
  readonly clear: () => void;
} {
  const ballots = phrase(language, 'verify.progress');
  const { stderr } = process;
  return {
    show: ({ ballotsChecked, ballotCount }) => {
      if (stderr.isTTY) stderr.write(`\r${ballotsChecked}/${ballotCount} ${ballots} `);
    },
    clear: () => {
      if (stderr.isTTY) stderr.write('\r\x1b[K');
    },
  };
}
