import { expect, test } from 'vitest';
import { VILLAGE_STANDINGS, villageStanding } from './village-standing.ts';

type Village = Parameters<typeof villageStanding>[0];
type Candidate = Village['candidates'][number];

const registered: Candidate = { state: 'registered', number: null, verdict: 'complete' };
const incomplete: Candidate = { ...registered, verdict: 'incomplete' };
const refused: Candidate = { ...registered, verdict: 'not-eligible' };
const determined: Candidate = { ...registered, state: 'determined' };
const drawn = (number: number): Candidate => ({ ...determined, number });

const standing = (candidates: readonly Candidate[], changes: Partial<Village> = {}) =>
  villageStanding({
    ...{
      hasLeft: false,
      candidates,
      limits: { fewest: 2, most: 5 },
      openSignOffs: null,
      isRegistrationOver: true,
    },
    ...changes,
  });

test.each([
  ['nobody registered', 'none', standing([])],
  ['one applicant', 'too-few', standing([incomplete])],
  [
    'one applicant while registration is open',
    'registering',
    standing([incomplete], { isRegistrationOver: false }),
  ],
  ['two, one of them refused', 'too-few', standing([registered, refused])],
  ['two, one of them withdrew', 'too-few', standing([registered, { ...registered, state: 'withdrawn' }])],
  ['six applicants', 'too-many', standing(Array(6).fill(incomplete))],
  ['five of six, one refused', 'researched', standing([...Array(5).fill(incomplete), refused])],
  ['two, papers missing', 'researched', standing([registered, incomplete])],
  ['two whose papers are whole', 'ready', standing([registered, registered])],
  ['determined, no numbers', 'determined', standing([determined, determined, refused])],
  ['determined, one number missing', 'determined', standing([drawn(1), determined])],
  ['numbers, one has not signed', 'drawn', standing([drawn(1), drawn(2)], { openSignOffs: 1 })],
  ['numbers, no proof yet', 'drawn', standing([drawn(1), drawn(2)])],
  ['all signed', 'signed', standing([drawn(1), drawn(2)], { openSignOffs: 0 })],
  ['left the event', 'left', standing([drawn(1), drawn(2)], { hasLeft: true, openSignOffs: 0 })],
])('%s: %s', (_, expected, found) => {
  expect(found).toBe(expected);
  expect(VILLAGE_STANDINGS).toContain(found);
});
