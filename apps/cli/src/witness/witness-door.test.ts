import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AddCheckpoint,
  consistencyProof,
  cosignaturesOf,
  hashLeaf,
  noteSigner,
  readNote,
  readSignatureLine,
  signCheckpoint,
  treeHash,
  writeAddCheckpoint,
} from '@bilik/publication';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { answerAddCheckpoint, type Witness } from './witness-door.ts';
import { openWitnessState } from './witness-state.ts';

const root = mkdtempSync(join(tmpdir(), 'bilik-witness-'));
afterAll(() => rmSync(root, { recursive: true }));

const log = noteSigner('pilkades.example/log', 'note', new Uint8Array(32).fill(5));
const signer = noteSigner('kampus.example/saksi', 'cosignature', new Uint8Array(32).fill(6));
const NOW = Date.UTC(2026, 10, 22, 8);

let homes = 0;
let home = '';
let witness: Witness;
const opened = (): Witness => ({ signer, logs: [log], state: openWitnessState(home), now: () => NOW });
beforeEach(() => {
  homes += 1;
  home = join(root, `home-${homes}`);
  witness = opened();
});

const leavesOf = (size: number, mark: number) =>
  Array.from({ length: size }, (_, index) => hashLeaf(Uint8Array.of(index, mark)));
function request(oldSize: number, size: number, mark = 0): AddCheckpoint {
  const leaves = leavesOf(size, mark);
  const proof = oldSize <= size ? consistencyProof(leaves, oldSize) : [];
  return { oldSize, proof, checkpoint: signCheckpoint({ size, root: treeHash(leaves) }, log) };
}
const ask = (asked: AddCheckpoint) => answerAddCheckpoint(witness, writeAddCheckpoint(asked));
const refused = () => readdirSync(join(home, 'refused'));

describe('a witness with its state on a disk', () => {
  test('cosigns what grows; the signature is on the very checkpoint, with the time', () => {
    const asked = request(0, 4);
    const answer = ask(asked);
    expect(answer.status).toBe(200);
    const note = readNote(asked.checkpoint);
    const signature = readSignatureLine(answer.text.trimEnd());
    if (!note.ok || signature === undefined) throw new Error('a line');
    expect(cosignaturesOf({ ...note.value, signatures: [signature] }, signer)).toEqual([
      { witness: signer.name, time: NOW / 1000 },
    ]);
    expect(ask(request(4, 9)).status).toBe(200);
    expect(refused()).toEqual([]);
  });

  test('opened again, it remembers: a smaller tree is refused, and is no proof: anybody can send an honest older one again', () => {
    ask(request(0, 9));
    witness = opened();
    expect(ask(request(4, 4))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '9\n' });
    expect(refused()).toEqual([]);
  });

  test('what is kept has the log\u2019s own line alone, once, and strangers cannot fill the disk', () => {
    ask(request(0, 9));
    const split = request(9, 9, 1);
    for (let count = 0; count < 5; count += 1) {
      const invented = Buffer.alloc(40, count + 1).toString('base64');
      ask({ ...split, checkpoint: `${split.checkpoint}\u2014 siapa.example/pun ${invented}\n` });
    }
    const [name = '', ...others] = refused();
    expect(others).toEqual([]);
    const kept: unknown = JSON.parse(readFileSync(join(home, 'refused', name), 'utf8'));
    expect(kept).toEqual({
      refusal: { type: 'split-view', status: 409, latestSize: 9 },
      seen: request(0, 9).checkpoint,
      offered: split.checkpoint,
    });
    for (let size = 10; size < 75; size += 1) ask(request(9, size, 1));
    expect(refused().filter((file) => file.startsWith('not-consistent'))).toHaveLength(50);
    // and leave room for what convicts
    ask(request(9, 9, 2));
    expect(refused().filter((file) => file.startsWith('split-view'))).toHaveLength(2);
  });

  test('two trees of one size, and a larger one with another past', () => {
    ask(request(0, 9));
    expect(ask(request(9, 9, 1)).status).toBe(409);
    expect(ask(request(9, 12, 1)).status).toBe(422);
    expect(refused()).toHaveLength(2);
    // the right one goes on
    expect(ask(request(9, 12)).status).toBe(200);
  });

  test('a wrong question is no proof against anybody', () => {
    ask(request(0, 4));
    expect(ask(request(0, 9))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '4\n' });
    expect(answerAddCheckpoint(witness, 'old x').status).toBe(400);
    expect(refused()).toEqual([]);
  });

  test('a state that was damaged stops it: it would cosign a second history', () => {
    ask(request(0, 4));
    const [name = ''] = readdirSync(home).filter((file) => file.endsWith('.checkpoint'));
    writeFileSync(join(home, name), 'x');
    expect(() => ask(request(0, 9, 1))).toThrow('is damaged');
  });
});
