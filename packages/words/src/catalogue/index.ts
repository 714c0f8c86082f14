import { phrasesOf } from '../phrases.ts';
import { board } from './board.ts';
import { booth } from './booth.ts';
import { calendar } from './center/calendar.ts';
import { candidates } from './center/candidates.ts';
import { draw } from './center/draw.ts';
import { evidence } from './center/evidence.ts';
import { intake } from './center/intake.ts';
import { lanes } from './center/lanes.ts';
import { lookUp } from './center/look-up.ts';
import { modes } from './center/modes.ts';
import { office } from './center/office.ts';
import { phone } from './center/phone.ts';
import { proof } from './center/proof.ts';
import { publish } from './center/publish.ts';
import { results } from './center/results.ts';
import { ruleWords } from './center/rule-words.ts';
import { setUp } from './center/set-up.ts';
import { sheets } from './center/sheets.ts';
import { voters } from './center/voters.ts';
import { checking } from './checking.ts';
import { code } from './code.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { drill } from './drill.ts';
import { exercise } from './exercise.ts';
import { exerciseRegency } from './exercise-regency.ts';
import { form } from './form.ts';
import { guide } from './guide.ts';
import { logicTest } from './logic-test.ts';
import { officer } from './officer.ts';
import { pairing } from './pairing.ts';
import { parts } from './parts.ts';
import { phase } from './phase.ts';
import { portal } from './portal.ts';
import { selfTest } from './self-test.ts';
import { setup } from './setup.ts';
import { siteCheck } from './site-check.ts';
import { siteFetch } from './site-fetch.ts';
import { trustee } from './trustee.ts';
import { verify } from './verify.ts';

export type { Phase } from './phase.ts';
export { PHASES } from './phase.ts';
export {
  board,
  booth,
  calendar,
  candidates,
  checking,
  code,
  common,
  desk,
  draw,
  drill,
  evidence,
  exercise,
  exerciseRegency,
  form,
  guide,
  intake,
  lanes,
  logicTest,
  lookUp,
  modes,
  office,
  officer,
  pairing,
  parts,
  phase,
  phone,
  portal,
  proof,
  publish,
  results,
  ruleWords,
  selfTest,
  setUp,
  setup,
  sheets,
  siteCheck,
  siteFetch,
  trustee,
  verify,
  voters,
};

/** Says any phrase of ours. For servers, papers and the command line; a page joins only the catalogues it needs. */
export const phrase = /* @__PURE__ */ phrasesOf(
  calendar,
  candidates,
  draw,
  modes,
  proof,
  ruleWords,
  setUp,
  common,
  form,
  phase,
  parts,
  pairing,
  desk,
  board,
  booth,
  guide,
  officer,
  trustee,
  exercise,
  exerciseRegency,
  drill,
  verify,
  code,
  portal,
  checking,
  siteCheck,
  siteFetch,
  setup,
  selfTest,
  logicTest,
  office,
  phone,
  sheets,
  lanes,
  evidence,
  lookUp,
  voters,
  intake,
  results,
  publish,
);
