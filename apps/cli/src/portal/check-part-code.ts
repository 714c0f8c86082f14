import { addFigures, type PublishedPart, type VoteFigures } from '@bilik/publication';
import type { SiteFinding } from '@bilik/publication/check';
import { type SignedResult, sumsThatHold } from '@bilik/transfer';
import { type CodeKey, checkCode, type ResultContent } from '@bilik/transfer/signed-code';
import { differ } from './differ.ts';
import type { PartPlace } from './part-place.ts';

/** What a code must say, as far as what is published tells. */
export interface SaidByCode {
  readonly figures: VoteFigures;
  readonly source: ResultContent['source'];
  readonly casts: number;
  readonly heldSums: number;
  /** Papers received and spoiled stand on a sheet's photo alone. */
  readonly slips: { readonly inBox: number | null } & Partial<ResultContent['slips']>;
  /** Hash of the record's last event, or of the photo that a sheet was read from. */
  readonly recordHash: string;
}

/** A station signs what its minutes say: the paper of mobile groups with what its record opens to. */
export function saidOfResult({ place, part }: PartPlace, stated: SignedResult): SaidByCode {
  const { resultSource, casts, slips, slipBox, mobileGroup } = stated.figures;
  const signed = mobileGroup?.counted ? (place.result?.parts ?? []) : [part];
  const figures = signed.filter(({ source }) => source !== 'sheet').map((one) => one.figures);
  return {
    figures: addFigures(figures) ?? part.figures,
    source: resultSource,
    casts: casts + (mobileGroup?.counted?.inBox ?? 0),
    heldSums: sumsThatHold(stated.figures).length,
    slips: { ...slips, inBox: slipBox?.inBox ?? null },
    recordHash: stated.record_hash,
  };
}

/** The photo that a sheet's code names stands first, if it is shown; a sheet that does not add up is never definitive. */
export function saidOfSheet({ figures, evidence }: PublishedPart): SaidByCode {
  return {
    ...{ figures, source: 'sheet', casts: figures.total, heldSums: 0 },
    slips: { inBox: figures.total },
    recordHash: evidence.sheetPhotos[0] ?? '',
  };
}

/** Checks the code of a part: signed by this key, for this contest, and saying nothing else than what is published. */
export function checkPartCode(
  text: string,
  key: CodeKey | undefined,
  { village, part: { evidence }, place: { id: at } }: PartPlace,
  expected: SaidByCode | undefined,
): SiteFinding[] {
  const wrong = (detail: string): SiteFinding[] => [{ rule: 'codes', fault: 'differs', at, detail }];
  if (key === undefined) return wrong('no key to check the code with');
  const checked = checkCode(text, key);
  if (!checked.ok) return wrong(checked.error.type);
  const { content } = checked.value;
  if (content.type !== 'result') return wrong('no code of a result');
  const contest = content.contests.find((one) => one.contest === village.contest?.id);
  if (contest === undefined) return wrong('no code of this contest');
  // without what it belongs to nothing can be compared, and that is named already
  if (expected === undefined) return [];
  const { figures, slips } = expected;
  const votesOf = (option: string) => contest.options.find((one) => one.key === option)?.votes ?? 0;
  const said = {
    options: contest.options.filter((option) => option.key !== 'blank'),
    ...{ valid: contest.valid, invalid: contest.invalid, blank: votesOf('blank') },
  };
  const { options, valid, invalid, blank } = figures;
  const sums = [content.source, content.heldSums];
  const people = [content.users, content.casts];
  return [
    ...differ('codes', at, 'code', said, { options, valid, invalid, blank }),
    ...differ('codes', at, 'source and failing sums', sums, [expected.source, expected.heldSums]),
    ...differ('codes', at, 'users and casts', people, [figures.users, expected.casts]),
    ...differ('codes', at, 'slips', content.slips, { ...content.slips, ...slips }),
    // a photo that is not shown is none of those that are
    ...(evidence.codePhoto === 'not-shown'
      ? differ('codes', at, 'photo', evidence.sheetPhotos.includes(content.recordHash), false)
      : differ('codes', at, 'record or photo', content.recordHash, expected.recordHash)),
  ];
}
