import type { SHEET_ACTS } from '../../src/sheets/sheet-acts.ts';
import { ELECTION } from '../small-regency.ts';
import type { ActExamples } from './act-example.ts';

/** The paper place beside the electronic one; the committee of the example village meets `sheet-unknown` there, as it should. */
const sheet = { election: ELECTION, place: '16.07.01.2002-001' };
const reason = 'Diperiksa bersama KPPS';
const hash = 'ab'.repeat(32);
let number = 0;
const sentAs = () => {
  number += 1;
  return String(number).padStart(32, '0');
};

export const SHEET_EXAMPLES: ActExamples<keyof typeof SHEET_ACTS> = {
  'sheets.elections': { input: () => ({}), seesOnly: 'own' },
  'sheets.list': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'sheets.open': { input: () => sheet, seesOnly: 'own' },
  'sheets.next': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'sheets.my-entries': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'sheets.photo': { input: () => ({ ...sheet, sha256: hash }), isPaper: true, seesOnly: 'own' },
  'sheets.add-photo': { input: () => ({ ...sheet, sha256: hash }), seesOnly: 'own' },
  'sheets.code': { input: () => sheet, seesOnly: 'own' },
  'sheets.enter': { input: () => ({ ...sheet, figures: {}, sentAs: sentAs() }), seesOnly: 'own' },
  'sheets.take-back': { input: () => sheet, seesOnly: 'own' },
  'sheets.resolve': { input: () => ({ ...sheet, readings: {}, sentAs: sentAs() }), seesOnly: 'own' },
  'sheets.discard': { input: () => ({ ...sheet, reason }), seesOnly: 'own' },
  'sheets.look-again': { input: () => sheet, seesOnly: 'own' },
  'sheets.explain': {
    input: () => ({ ...sheet, explanations: [{ code: 'W07', contest: null, text: reason }] }),
    seesOnly: 'own',
  },
  'sheets.quarantine': { input: () => ({ ...sheet, reason }), seesOnly: 'own' },
  'sheets.clear': { input: () => ({ ...sheet, reason }), seesOnly: 'own' },
  'sheets.correct': { input: () => ({ ...sheet, reason, evidence: hash }), seesOnly: 'own' },
  'sheets.machine-places': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'sheets.switch': {
    input: () => ({ election: ELECTION, place: '16.07.01.2001-001', toPaper: true, reason }),
    seesOnly: 'own',
  },
  'sheets.withdraw': { input: () => ({ ...sheet, reason }), seesOnly: 'own' },
};
