import { createReadStream } from 'node:fs';
import { importVoterListInBatches } from '../src/index.ts';
import { VOTING_DATE } from './small-list.ts';

/** Imports the file named on the command line and prints what it took, as one JSON object. */
const [file = '', limits = '{}'] = process.argv.slice(2);
const start = performance.now();
let voters = 0;
const outcome = await importVoterListInBatches(
  createReadStream(file),
  { purpose: 'exercise', votingDate: VOTING_DATE, limits: JSON.parse(limits) },
  (batch) => {
    voters += batch.length;
  },
);
console.log(
  JSON.stringify({
    ok: outcome.ok,
    voters,
    kinds: outcome.ok ? [] : outcome.error.problems.map(({ kind }) => kind),
    seconds: (performance.now() - start) / 1000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
