import { civilDate } from '@bilik/election';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListFacts, type ListLife, type ListStep, takeListStep } from './list-life.ts';
import { mayDecide, mayPropose, mayWithdraw, PROPOSAL_KINDS } from './proposal.ts';

const READY: ListFacts = { voters: 400, waitingProposals: 0, undecidedSameNik: 0, undivided: 0 };
const POSTING = { from: civilDate('2026-09-01'), until: civilDate('2026-09-03') };
const TODAY = civilDate('2026-09-04');

const errorOf = (life: ListLife, step: ListStep, facts = READY, today = TODAY) => {
  const taken = takeListStep(life, step, facts, today);
  return taken.ok ? null : taken.error;
};
const posted = (stage: ListLife['stage']): ListLife => ({ stage, posting: POSTING });

describe('steps of a list', () => {
  test('each stage is posted for its days, then the next begins; the last is locked', () => {
    let life: ListLife = { stage: 'provisional', posting: null };
    const stages: string[] = [];
    const steps: readonly ListStep[] = [
      { type: 'post', posting: POSTING },
      { type: 'advance' },
      { type: 'post', posting: POSTING },
      { type: 'advance' },
      { type: 'post', posting: POSTING },
      { type: 'lock' },
    ];
    for (const step of steps) {
      const taken = takeListStep(life, step, READY, TODAY);
      if (!taken.ok) throw new Error(taken.error.type);
      life = taken.value;
      stages.push(life.stage);
    }
    expect(stages).toEqual([
      'provisional',
      'corrected',
      'corrected',
      'supplementary',
      'supplementary',
      'final',
    ]);
  });

  test('what is not finished keeps a stage open, and says what', () => {
    const advance: ListStep = { type: 'advance' };
    const lock: ListStep = { type: 'lock' };
    expect(errorOf({ stage: 'provisional', posting: null }, advance)).toEqual({ type: 'not-posted' });
    expect(errorOf(posted('corrected'), advance, READY, civilDate('2026-09-03'))).toEqual({
      type: 'posting-not-over',
      until: '2026-09-03',
    });
    expect(errorOf(posted('corrected'), advance, { ...READY, waitingProposals: 2 })).toEqual({
      type: 'proposals-waiting',
      waiting: 2,
    });
    expect(errorOf(posted('supplementary'), lock, { ...READY, undecidedSameNik: 1 })?.type).toBe(
      'same-nik-undecided',
    );
    expect(errorOf(posted('supplementary'), lock, { ...READY, undivided: 7 })?.type).toBe('voters-undivided');
    expect(errorOf(posted('provisional'), lock)?.type).toBe('wrong-step');
    expect(errorOf(posted('supplementary'), advance)?.type).toBe('wrong-step');
    expect(errorOf(posted('provisional'), advance, { ...READY, voters: 0 })?.type).toBe('list-is-empty');
    const short = { from: POSTING.from, until: civilDate('2026-09-02') };
    expect(errorOf({ stage: 'provisional', posting: null }, { type: 'post', posting: short })).toEqual({
      type: 'posting-too-short',
      days: 2,
      fewest: 3,
    });
    const backwards = { from: POSTING.from, until: civilDate('2026-08-30') };
    expect(errorOf({ stage: 'provisional', posting: null }, { type: 'post', posting: backwards })).toEqual({
      type: 'posting-backwards',
    });
    expect(errorOf(posted('provisional'), { type: 'post', posting: POSTING })?.type).toBe('posted-already');
  });

  test('no sequence of steps leaves final, or reaches it without three postings', () => {
    let finals = 0;
    const anyStep = fc.constantFrom<ListStep>(
      { type: 'post', posting: POSTING },
      { type: 'advance' },
      { type: 'lock' },
    );
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 10, maxLength: 30 }), (steps) => {
        let life: ListLife = { stage: 'provisional', posting: null };
        let postings = 0;
        for (const step of steps) {
          const taken = takeListStep(life, step, READY, TODAY);
          if (life.stage === 'final') expect(taken.ok).toBe(false);
          if (!taken.ok) continue;
          life = taken.value;
          if (step.type === 'post') postings += 1;
        }
        if (life.stage !== 'final') return;
        finals += 1;
        expect(postings).toBe(3);
      }),
      { numRuns: 2000, seed: 1607 },
    );
    expect(finals).toBeGreaterThan(20);
  });
});

describe('proposals', () => {
  test('a locked list is only marked beside', () => {
    for (const kind of PROPOSAL_KINDS) {
      expect(mayPropose(kind, 'final', kind === 'restore').ok).toBe(kind === 'mark-ineligible');
      expect(mayDecide({ kind, state: 'waiting', by: 'village' }, 'regency', 'final').ok).toBe(
        kind === 'mark-ineligible',
      );
      expect(mayPropose(kind, 'supplementary', kind === 'restore').ok).toBe(true);
    }
  });

  test('nobody decides their own, nobody decides twice, only the proposer withdraws', () => {
    const waiting = { kind: 'correct', state: 'waiting', by: 'village' } as const;
    expect(mayDecide(waiting, 'village', 'provisional')).toMatchObject({ error: { type: 'own-proposal' } });
    expect(mayDecide(waiting, 'registrar', 'provisional').ok).toBe(true);
    expect(mayDecide({ ...waiting, state: 'refused' }, 'registrar', 'provisional')).toMatchObject({
      error: { type: 'already-decided', state: 'refused' },
    });
    expect(mayWithdraw(waiting, 'registrar').ok).toBe(false);
    expect(mayWithdraw(waiting, 'village').ok).toBe(true);
    expect(mayWithdraw({ ...waiting, state: 'approved' }, 'village').ok).toBe(false);
  });

  test('who is marked is not marked again, who is not is not restored', () => {
    expect(mayPropose('mark-ineligible', 'corrected', true)).toMatchObject({
      error: { type: 'row-already-ineligible' },
    });
    expect(mayPropose('restore', 'corrected', false)).toMatchObject({
      error: { type: 'row-not-ineligible' },
    });
  });
});
