import type { Finding, OriginFacts, OriginOutcome, RuleId } from '@bilik/ballot';
import { compareFigures } from './figures-against-record.ts';
import type { FileProblem } from './signed-file.ts';
import { checkSignedResult, type SignedResult } from './signed-result.ts';
import { fileHash } from './signed-text.ts';
import { checkVoidList, type VoidList } from './void-list.ts';
import { compareVoidList, isRightOpening } from './void-list-against-record.ts';

/** A signed file that lies beside a record, as it was read. `Problem`: what its reader found wrong beside its content. */
export interface FileBeside<Content, Problem = never> {
  /** What a report calls it. */
  readonly name: string;
  readonly text: string;
  readonly parsed:
    | { readonly ok: true; readonly value: Content }
    | { readonly ok: false; readonly error: FileProblem | Problem };
}

/** The signed files of one record; each may be absent. */
export interface FilesBeside<Problem = never> {
  readonly voidList?: FileBeside<VoidList, Problem>;
  readonly result?: FileBeside<SignedResult, Problem>;
}

/**
 * Checks the signed files against what the verifier recomputed of the record. Who signed each, and for which record: rules
 * `origin.void` and `origin.result`; a result that names another void list than the one beside it fails. What a file says is
 * compared only once it is believed to be this polling place's: `origin.voided`, `origin.file`, `origin.figures`.
 * @param faultOf names the problems that the reader of the files added to those of `fileFault`
 */
export function checkFilesBeside<Problem = never>(
  { voidList, result }: FilesBeside<Problem>,
  facts: OriginFacts,
  faultOf: (problem: FileProblem | Problem) => Finding['fault'],
): OriginOutcome {
  const outcomes: OriginOutcome[] = [];
  const list = voidList && believedVoidList(voidList, facts, faultOf);
  if (list !== undefined) {
    outcomes.push(list.outcome);
    if (list.content !== undefined) outcomes.push(voidedOutcome(list.content, facts));
  }
  if (result !== undefined) {
    const { outcome, content } = believedResult(result, facts, faultOf, voidList);
    outcomes.push(outcome);
    if (content !== undefined) {
      outcomes.push(fileOutcome(content, facts), figuresOutcome(content, facts, list?.content));
    }
  }
  return {
    rules: outcomes.flatMap(({ rules }) => rules),
    findings: outcomes.flatMap(({ findings }) => findings),
  };
}

/** What became of a file, and its content when this polling place said it of this record. */
interface Believed<Content> {
  readonly outcome: OriginOutcome;
  readonly content?: Content;
}

function believedVoidList<Problem>(
  { name, parsed }: FileBeside<VoidList, Problem>,
  { election: { uuid, fingerprint, bilik } }: OriginFacts,
  faultOf: (problem: FileProblem | Problem) => Finding['fault'],
): Believed<VoidList> {
  const rule = 'origin.void';
  if (!parsed.ok) return refused(rule, name, faultOf(parsed.error));
  if (bilik === undefined) return refused(rule, name, 'signed-file-without-key');
  const checked = checkVoidList(parsed.value, { uuid, fingerprint, signingKey: bilik.signingKey });
  if (!checked.ok) return refused(rule, name, faultOf(checked.error));
  return { outcome: { rules: [rule], findings: [] }, content: checked.value };
}

function believedResult<Problem>(
  { name, parsed }: FileBeside<SignedResult, Problem>,
  { election: { uuid, fingerprint, bilik }, recordHash }: OriginFacts,
  faultOf: (problem: FileProblem | Problem) => Finding['fault'],
  voidList: FileBeside<VoidList, Problem> | undefined,
): Believed<SignedResult> {
  const rule = 'origin.result';
  if (!parsed.ok) return refused(rule, name, faultOf(parsed.error));
  if (bilik === undefined) return refused(rule, name, 'signed-file-without-key');
  const { signingKey, kind, pollingPlace } = bilik;
  const checked = checkSignedResult(parsed.value, {
    uuid,
    fingerprint,
    signingKey,
    kind,
    pollingPlace,
    recordHash,
  });
  const namesOtherList = voidList?.parsed.ok && parsed.value.void_hash !== fileHash(voidList.text);
  const faults: Finding['fault'][] = [
    ...(checked.ok ? [] : [faultOf(checked.error)]),
    ...(namesOtherList ? (['void-list-differs'] as const) : []),
  ];
  return {
    outcome: { rules: [rule], findings: faults.map((fault) => ({ rule, fault, values: { file: name } })) },
    ...(checked.ok ? { content: checked.value } : {}),
  };
}

function refused(rule: RuleId, file: string, fault: Finding['fault']): { readonly outcome: OriginOutcome } {
  return { outcome: { rules: [rule], findings: [{ rule, fault, values: { file } }] } };
}

/** As many digits of a card as tell it from all others of a list. */
const CARD_DIGITS = 20;

function voidedOutcome(
  { credentials: entries }: VoidList,
  { credentials, ballotHashes, election }: OriginFacts,
): OriginOutcome {
  if (credentials === undefined) return { rules: [], findings: [] };
  const isListed = (credential: string) => credentials.byKey.has(credential);
  return {
    rules: ['origin.voided'],
    findings: compareVoidList(entries, {
      isListed,
      ballotHashes,
      isRightOpening: (entry) => isRightOpening(election, entry),
    }).map(({ fault, entry }) => ({
      rule: 'origin.voided',
      fault,
      ballotHash: entry.ballot,
      values: { card: entry.credential.slice(0, CARD_DIGITS) },
    })),
  };
}

function fileOutcome({ record_file: signed }: SignedResult, { file }: OriginFacts): OriginOutcome {
  const isSame = signed.sha256 === file.sha256 && signed.bytes === file.byteCount;
  const values = {
    found: file.sha256,
    bytes: file.byteCount,
    signed: signed.sha256,
    expected: signed.bytes,
  };
  return {
    rules: ['origin.file'],
    findings: isSame ? [] : [{ rule: 'origin.file', fault: 'file-differs', values }],
  };
}

/** A record whose ballots could not all be counted is wrong already, and no figure can be held against it. */
function figuresOutcome(
  { figures, held }: SignedResult,
  { election, countedBallots, credentials, counts }: OriginFacts,
  voidList: VoidList | undefined,
): OriginOutcome {
  if (countedBallots === undefined || credentials === undefined) return { rules: [], findings: [] };
  const known = {
    questions: election.questions,
    ballots: countedBallots,
    cards: credentials.size,
    ...(counts && { counts }),
    ...(voidList && { voidCards: voidList.credentials.length }),
  };
  return {
    rules: ['origin.figures'],
    findings: compareFigures({ figures, held }, known).map(({ fault, ...values }) => ({
      rule: 'origin.figures',
      fault,
      values,
    })),
  };
}

/** How a report names what is wrong with a signed file. */
export function fileFault({ type }: FileProblem): Finding['fault'] {
  switch (type) {
    case 'file-not-canonical':
      return 'signed-file-not-canonical';
    case 'file-of-other-election':
      return 'signed-file-of-other-election';
    case 'file-of-other-record':
      return 'signed-file-of-other-record';
    case 'file-signature-wrong':
      return 'signed-file-signature-wrong';
    case 'file-too-large':
    case 'file-not-json':
    case 'file-malformed':
      return 'signed-file-unreadable';
    default:
      return type satisfies never;
  }
}
