export {
  hideSmallCells,
  type PublishedRow,
  type PublishedTable,
  SMALLEST_PUBLISHED_CELL,
} from './small-cells.ts';
export {
  type CountedVoter,
  type StatisticsRow,
  type StatisticsTableName,
  type VoterStatistics,
  voterStatistics,
} from './voter-statistics.ts';
