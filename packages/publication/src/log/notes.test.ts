import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint.ts';
import { addSignatureLine, cosign, cosignaturesOf } from './cosignature.ts';
import { hashLeaf, treeHash } from './merkle-tree.ts';
import {
  type NoteKey,
  noteSigner,
  readNoteKey,
  readNoteSigner,
  writeNoteKey,
  writeNoteSigner,
} from './note-key.ts';
import { openNote, readNote, readSignatureLine, signNote } from './signed-note.ts';

/** Keys, text and signatures of golang.org/x/mod, sumdb/note/note_test.go. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETER_PRIVATE = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const TEXT =
  'If you think cryptography is the answer to your problem,\nthen you don\u0027t know what your problem is.\n';
const PETER_LINE =
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCH_LINE =
  '\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';

/** A checkpoint that a public log signed and public witnesses cosigned; read in a test suite of one of those witnesses. */
const PUBLIC_CHECKPOINT = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

\u2014 arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
\u2014 arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
\u2014 witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
\u2014 remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`;
const PUBLIC_LOG =
  'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f';
const WITNESSES: readonly [string, string] = [
  'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
  'witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO',
];

function known(text: string): NoteKey {
  const key = readNoteKey(text);
  if (key === undefined) throw new Error(`no key: ${text}`);
  return key;
}

describe('keys', () => {
  test.each([PETER, ENOCH, PUBLIC_LOG, ...WITNESSES])('%s is read and written back', (text) => {
    expect(writeNoteKey(known(text))).toBe(text);
  });

  test('a private key gives the public one', () => {
    const signer = readNoteSigner(PETER_PRIVATE);
    if (signer === undefined) throw new Error('no private key');
    expect(writeNoteKey(signer)).toBe(PETER);
    expect(writeNoteSigner(signer)).toBe(PETER_PRIVATE);
  });

  test('no part of a key is a key, and no letter of it can be another', () => {
    for (let start = 0; start < PETER.length; start += 1) {
      for (let end = start + 1; end <= PETER.length; end += 1) {
        if (end - start < PETER.length) expect(readNoteKey(PETER.slice(start, end))).toBeUndefined();
      }
      const next = String.fromCharCode(PETER.charCodeAt(start) + 1);
      expect(readNoteKey(PETER.slice(0, start) + next + PETER.slice(start + 1))).toBeUndefined();
    }
    // a key of another length, and one of a type that is not known, each with the right id
    expect(
      readNoteKey('PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='),
    ).toBeUndefined();
    expect(readNoteKey('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBeUndefined();
  });
});

describe('notes', () => {
  test('a note is signed byte for byte as by the Go module', () => {
    const signer = readNoteSigner(PETER_PRIVATE);
    if (signer === undefined) throw new Error('no private key');
    expect(signNote(TEXT, signer)).toBe(`${TEXT}\n${PETER_LINE}`);
  });

  test('it opens for each of its signers, and for nobody else', () => {
    const note = `${TEXT}\n${PETER_LINE}${ENOCH_LINE}`;
    expect(openNote(note, known(PETER))).toMatchObject({ ok: true, value: { text: TEXT } });
    expect(openNote(note, known(ENOCH)).ok).toBe(true);
    expect(openNote(`${TEXT}\n${PETER_LINE}`, known(ENOCH))).toEqual({
      ok: false,
      error: { type: 'note-not-signed' },
    });
    expect(openNote(`X${note}`, known(PETER))).toEqual({
      ok: false,
      error: { type: 'note-signature-wrong', name: 'PeterNeumann' },
    });
  });

  test.each([
    TEXT,
    `${TEXT}\n`,
    `${TEXT}\n${PETER_LINE.slice(0, -1)}`,
    `\u0001${TEXT}\n${PETER_LINE}`,
    `\ufffd${TEXT}\n${PETER_LINE}`,
    `${TEXT}\n\u2014 Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    `${TEXT}\n${PETER_LINE}Unexpected line.\n`,
    `${TEXT}\n${PETER_LINE.repeat(101)}`,
  ])('malformed note %#', (note) => {
    expect(openNote(note, known(PETER))).toEqual({ ok: false, error: { type: 'note-malformed' } });
  });

  test('no changed letter of a signed note opens it', () => {
    const note = `${TEXT}\n${PETER_LINE}`;
    const key = known(PETER);
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const other = note.slice(0, at) + String.fromCharCode(code) + note.slice(at + 1);
        if (other !== note) expect(openNote(other, key).ok).toBe(false);
      }),
      { numRuns: 400, seed: 1 },
    );
  });
});

describe('checkpoints and cosignatures', () => {
  test('a public log and its witnesses, as they signed', () => {
    const opened = openCheckpoint(PUBLIC_CHECKPOINT, known(PUBLIC_LOG));
    expect(opened).toMatchObject({ ok: true, value: { size: 1_432_088_532 } });
    if (!opened.ok) return;
    expect(WITNESSES.map((text) => cosignaturesOf(opened.value.note, known(text)))).toEqual([
      [{ witness: 'remora.n621.de', time: 1_779_573_024 }],
      [{ witness: 'witness1.smartit.nu/witness1', time: 1_779_573_024 }],
    ]);
    const other = readNote(PUBLIC_CHECKPOINT.replace('1432088532', '1432088533'));
    if (!other.ok) throw new Error('it is a note all the same');
    expect(cosignaturesOf(other.value, known(WITNESSES[0]))).toEqual([]);
  });

  const log = noteSigner('pilkades.example/log', 'note', new Uint8Array(32).fill(7));
  const witness = noteSigner('kampus.example/saksi', 'cosignature', new Uint8Array(32).fill(8));
  const root = treeHash([hashLeaf(Uint8Array.of(1))]);

  test('a witness adds a line, a second one takes its place, and the log’s own line stays', () => {
    const text = signCheckpoint({ size: 1, root }, log);
    const first = readCheckpoint(text);
    if (!first.ok) throw new Error('no checkpoint');
    const once = addSignatureLine(first.value.note, witness, cosign(first.value.note.text, witness, 1000));
    const again = readCheckpoint(once);
    if (!again.ok) throw new Error('no checkpoint');
    const twice = addSignatureLine(again.value.note, witness, cosign(first.value.note.text, witness, 2000));
    const opened = openCheckpoint(twice, log);
    expect(opened.ok && cosignaturesOf(opened.value.note, witness)).toEqual([
      { witness: 'kampus.example/saksi', time: 2000 },
    ]);
  });

  test('a checkpoint of another log, of no size, with a blank line: refused by name', () => {
    const other = noteSigner('lain.example/log', 'note', new Uint8Array(32).fill(9));
    expect(openCheckpoint(signCheckpoint({ size: 1, root }, other), log)).toEqual({
      ok: false,
      error: { type: 'checkpoint-of-other-log', origin: 'lain.example/log' },
    });
    for (const text of ['a\n01\n', 'a\n1\nAAAA\n', 'a\n-1\n', 'a\n']) {
      expect(readCheckpoint(signNote(text, log))).toEqual({
        ok: false,
        error: { type: 'checkpoint-malformed' },
      });
    }
  });

  test('the example of the specification is read: 4 bytes of id, 8 of time, 64 of signature', () => {
    const line = readSignatureLine(
      '\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==',
    );
    expect(line?.keyId).toBe('8d66cf3f');
    expect(line && new DataView(line.bytes.buffer).getBigUint64(line.bytes.byteOffset)).toBe(1_679_315_147n);
  });
});
