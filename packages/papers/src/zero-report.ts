import type { MinutesContent } from './minutes.ts';

export type ZeroReportContent = Pick<
  MinutesContent,
  | 'kind'
  | 'letterhead'
  | 'electionTitle'
  | 'villageName'
  | 'pollingPlaceName'
  | 'opening'
  | 'options'
  | 'blank'
  | 'facts'
  | 'chairName'
  | 'memberNames'
  | 'witnesses'
  | 'qrText'
>;

/** PDF/A-2b of the `cetak nol`; throws when a count is not zero. */
export declare function renderZeroReport(content: ZeroReportContent): Uint8Array;
