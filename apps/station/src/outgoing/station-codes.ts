import {
  type Fingerprint,
  type PollingPlaceFigures,
  type PollingPlaceMinutes,
  resultContests,
} from '@bilik/election';
import { publicKeyOf, writeCode } from '@bilik/transfer';
import type { CodeContent, CodeOrigin, CodePaper } from '@bilik/transfer/signed-code';
import type { PreparedPlace } from '../place/prepared-place.ts';

/** The texts of QR codes that this station signs. The same content is the same text. */
export interface StationCodes {
  readonly sign: (content: CodeContent) => string;
  /** The posted key: on the zero report, which people sign before anybody votes. */
  readonly key: () => string;
  /** Names a paper by the fingerprint that is printed on it. */
  readonly paper: (paper: CodePaper, fingerprint: Fingerprint) => string;
  /** The result as the minutes of this fingerprint say it; undefined while no record belongs to it. */
  readonly result: (
    minutes: PollingPlaceMinutes,
    figures: PollingPlaceFigures,
    fingerprint: Fingerprint,
  ) => string | undefined;
}

export function openStationCodes({
  definition,
  election,
  secrets,
}: Pick<PreparedPlace, 'definition' | 'election' | 'secrets'>): StationCodes {
  const origin: CodeOrigin = {
    kind: definition.kind,
    pollingPlace: definition.pollingPlace.id,
    electionFingerprint: election.fingerprint,
  };
  const sign = (content: CodeContent): string => writeCode({ origin, content }, secrets.signingKey);
  return {
    sign,
    key: () => sign({ type: 'key', signingKey: publicKeyOf(secrets.signingKey) }),
    paper: (paper, fingerprint) => sign({ type: 'paper', paper, fingerprint }),
    result(minutes, figures, fingerprint) {
      const { record } = minutes.record;
      if (record === null) return undefined;
      const { resultSource, users, casts, slips, slipBox, mobileGroup } = figures;
      return sign({
        type: 'result',
        source: resultSource,
        users,
        // a phone adds up what it is shown: paper of mobile groups is part of the result
        casts: casts + (mobileGroup?.counted?.inBox ?? 0),
        contests: resultContests(figures).map(({ contest, options, valid, invalid }) => ({
          contest,
          options,
          valid,
          invalid,
        })),
        slips: { ...slips, inBox: slipBox?.inBox ?? null },
        heldSums: minutes.sums.filter(
          ({ severity, verdict }) => severity === 'electronic' && verdict === 'fails',
        ).length,
        recordHash: record.lastEventHash,
        minutesFingerprint: fingerprint,
      });
    },
  };
}
