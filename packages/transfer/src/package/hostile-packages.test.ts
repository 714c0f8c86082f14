import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  FACTS,
  MEMBERS,
  OFFICE,
  PASSPHRASE,
  type Parts,
  putTogether,
  STRANGER,
  smallPackage,
  takeApart,
  verdictOf,
  withLine,
} from '../../test/small-package.ts';
import {
  openPackage,
  type PackageManifest,
  type PackageSource,
  sealingKey,
  sourceOf,
  writePackage,
} from './index.ts';

let whole: Uint8Array;

beforeAll(async () => {
  whole = await smallPackage();
});

/** What opening alone says, and, where it believes the manifest, whether all members are as they were. */
function readingOf(bytes: Uint8Array): string {
  const opened = openPackage(sourceOf(bytes));
  if (!opened.ok) return opened.error.type;
  for (const { name } of opened.value.manifest.members) {
    const read = opened.value.read(name);
    if (!read.ok) return `${read.error.type} ${'member' in read.error ? read.error.member : ''}`;
  }
  return 'believed';
}

function manifestOf(bytes: Uint8Array): PackageManifest {
  const opened = openPackage(sourceOf(bytes));
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value.manifest;
}

const changed = (change: (parts: Parts) => void, key?: string): Uint8Array => {
  const parts = takeApart(whole);
  change(parts);
  return putTogether(parts, key);
};

describe('a package', () => {
  test('is believed as it was written, and gives back every member', async () => {
    expect(await verdictOf(whole)).toBe('believed');
    expect(manifestOf(whole)).toMatchObject({ ...FACTS, issuer: OFFICE.publicKey });
    expect(manifestOf(whole).members.map(({ name }) => name)).toEqual([...MEMBERS.keys()].sort());
    // the planted forger changes nothing: put together again it is the same file
    expect(Buffer.from(putTogether(takeApart(whole))).equals(whole)).toBe(true);
  });

  test('holds no secret in the clear', () => {
    const text = Buffer.from(whole).toString('latin1');
    expect(text).toContain('{"e":1}');
    for (const secret of ['{"s":1}', '[{"v":1}]']) expect(text).not.toContain(secret);
  });

  test('of any members comes back byte for byte; what is sealed is longer by its tag and tells nothing else', async () => {
    const { members: _, signature: __, ...facts } = manifestOf(whole);
    const key = await sealingKey(facts, PASSPHRASE);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (content) => {
        const sealed = key.seal('secrets.json', content);
        expect(sealed.length).toBe(content.length + 16);
        expect(Buffer.from(key.open('secrets.json', sealed) ?? 'x').equals(content)).toBe(true);
        expect(key.open('people.json', sealed)).toBeUndefined();
      }),
      { numRuns: 100, seed: 1607 },
    );
    const bytes = await smallPackage({ members: new Map([...MEMBERS, ['secrets.json', new Uint8Array(3)]]) });
    expect(await verdictOf(bytes)).toBe('believed');
  });
});

describe('one change of the bytes is refused by name', () => {
  test('any flipped bit', () => {
    const verdicts = new Map<string, number>();
    for (let at = 0; at < whole.length; at += 1) {
      for (const bit of at < 40 ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8]) {
        const bytes = Uint8Array.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const verdict = readingOf(bytes);
        expect(verdict, `byte ${at}, bit ${bit}`).not.toBe('believed');
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      }
    }
    for (const name of MEMBERS.keys()) expect(verdicts.has(`package-member-changed ${name}`)).toBe(true);
    for (const type of ['package-not-one', 'package-signature-wrong', 'package-manifest-malformed']) {
      expect(verdicts.has(type)).toBe(true);
    }
  });

  test('any cut, and any addition', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(readingOf(whole.subarray(0, length)), `${length} bytes`).toBe('package-cut-short');
    }
    for (const more of ['\0', '\n', 'x'.repeat(5_000)]) {
      expect(readingOf(Buffer.concat([whole, Buffer.from(more)]))).toBe('package-too-long');
    }
  });

  test('anything else is no package', () => {
    for (const text of ['PK\u0003\u0004', '\u001f\u008b', '{}', 'ustar', '%PDF-1.7', `${'A'.repeat(600)}`]) {
      expect(readingOf(Buffer.from(text, 'latin1'))).toBe('package-not-one');
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readingOf(bytes)).toMatch(/^package-(not-one|cut-short)$/);
      }),
      { numRuns: 500, seed: 1607 },
    );
    expect(
      readingOf(Buffer.from(Buffer.from(whole).toString('latin1').replace('/1\n', '/2\n'), 'latin1')),
    ).toBe('package-of-other-format');
  });

  test('any splice of its pieces', () => {
    let believed = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { minLength: 2, maxLength: 6 }), (cuts) => {
        const pieces = [0, ...cuts].map((from, index) => whole.subarray(from, cuts[index] ?? whole.length));
        const bytes = Buffer.concat(pieces);
        if (bytes.equals(whole)) believed += 1;
        else expect(readingOf(bytes)).not.toBe('believed');
      }),
      { numRuns: 2_000, seed: 1607 },
    );
    expect(believed).toBeLessThan(1_000);
  });
});

describe('a length line that lies', () => {
  test.each<[string, string]>([
    ['0', 'package-manifest-malformed'],
    ['-1', 'package-manifest-malformed'],
    ['+900', 'package-manifest-malformed'],
    ['0900', 'package-manifest-malformed'],
    ['9e5', 'package-manifest-malformed'],
    [' 900', 'package-manifest-malformed'],
    ['99999999999999999999', 'package-manifest-malformed'],
    ['9999999', 'package-too-large'],
    ['524289', 'package-too-large'],
    ['524288', 'package-cut-short'],
    ['1', 'package-manifest-malformed'],
  ])('%s: %s', (length, verdict) => {
    const text = Buffer.from(whole)
      .toString('latin1')
      .replace(/\n[0-9]+\n/, `\n${length}\n`);
    expect(readingOf(Buffer.from(text, 'latin1'))).toBe(verdict);
  });

  test('never makes the reader ask for more than a manifest and its members may have', () => {
    let most = 0;
    const asking = (bytes: number, text: string): PackageSource => ({
      bytes,
      read(offset, length) {
        most = Math.max(most, length);
        return Buffer.from(text, 'latin1').subarray(offset, offset + length);
      },
    });
    for (const length of ['9999999', '524288', '999999', '42']) {
      openPackage(asking(1e15, `bilik/package/1\n${length}\n{`));
      openPackage(asking(100_000_000, `bilik/package/1\n${length}\n{`));
    }
    expect(most).toBe(512 * 1024);
  });
});

describe('a manifest that is signed and yet wrong', () => {
  const names = (parts: Parts) => parts.manifest.members.map((member) => member['name']);
  const renamed = (name: string) =>
    changed(({ manifest }) => {
      const photo = manifest.members.find((member) => member['name'] === 'calon-1.png');
      if (photo !== undefined) photo['name'] = name;
    });

  test.each([
    '../definition.json',
    '/etc/passwd',
    'foto/calon-1.png',
    'foto\\calon-1.png',
    'C:calon-1.png',
    'calon-1.png/',
    'calon-1.png\0.png',
    'calon-1.png ',
    'Calon-1.png',
    '.calon-1.png',
    '..',
    'con.png',
    'com1.jpg',
    'nul.webp',
    'calon-1.svg',
    'calon-1.png.exe',
    'calon\u202e-1.png',
    'manifest.json',
    'voice-id-../../x.wav',
    'voice-id-a..b.wav',
    'voice-id-.wav',
    `${'a'.repeat(90)}.png`,
  ])('names a member %j: refused by that name', (name) => {
    expect(readingOf(renamed(name))).toBe('package-member-unknown');
  });

  test.each<[string, (parts: Parts) => void, RegExp]>([
    [
      'two members swapped',
      ({ manifest }) => manifest.members.reverse(),
      /package-members-out-of-order|package-member-unknown/,
    ],
    [
      'a member twice',
      ({ manifest, contents }) => {
        manifest.members.splice(1, 0, { ...manifest.members[0] });
        contents.splice(1, 0, contents[0] ?? new Uint8Array());
      },
      /^package-member-twice$/,
    ],
    [
      'a member missing',
      ({ manifest, contents }) => {
        const at = manifest.members.findIndex((member) => member['name'] === 'trustees.json');
        manifest.members.splice(at, 1);
        contents.splice(at, 1);
      },
      /^package-member-missing$/,
    ],
    [
      'keys that lie open',
      ({ manifest }) => {
        for (const member of manifest.members) {
          if (member['name'] !== 'secrets.json') continue;
          member['sealed'] = false;
          delete member['opened'];
        }
      },
      /^package-member-sealed-wrongly$/,
    ],
    [
      'something public that is sealed',
      ({ manifest }) => {
        Object.assign(manifest.members[0] ?? {}, { sealed: true, opened: 'ab'.repeat(32) });
      },
      /^package-member-sealed-wrongly$/,
    ],
    ['no members', (parts) => parts.manifest.members.splice(0), /^package-manifest-malformed$/],
    ['version 0', ({ manifest }) => Object.assign(manifest, { version: 0 }), /^package-manifest-malformed$/],
    [
      'a cost of its own',
      ({ manifest }) => Object.assign(manifest, { sealing: { method: 'scrypt-1-1-1/none', salt: '00' } }),
      /^package-manifest-malformed$/,
    ],
    [
      'a clock the wrong way round',
      ({ manifest }) =>
        Object.assign(manifest, {
          clock: { notBefore: '2026-12-13T05:00:00Z', notAfter: '2026-12-11T17:00:00Z' },
        }),
      /^package-manifest-malformed$/,
    ],
    [
      'no day of the calendar',
      ({ manifest }) =>
        Object.assign(manifest, {
          clock: { notBefore: '2026-02-30T05:00:00Z', notAfter: '2026-12-11T17:00:00Z' },
        }),
      /^package-manifest-malformed$/,
    ],
    [
      'an unknown field',
      ({ manifest }) => Object.assign(manifest, { note: 'x' }),
      /^package-manifest-malformed$/,
    ],
    [
      'an unknown kind',
      ({ manifest }) => Object.assign(manifest, { kind: 'gladi' }),
      /^package-manifest-malformed$/,
    ],
  ])('%s', (_, change, verdict) => {
    expect(readingOf(changed(change))).toMatch(verdict);
    expect(names(takeApart(whole))).toHaveLength(MEMBERS.size);
  });

  test('contents swapped between two members, sizes too: both are found by their own hashes', () => {
    const parts = takeApart(whole);
    const [first, second] = ['definition.json', 'rule-pack.json'].map((name) =>
      parts.manifest.members.findIndex((member) => member['name'] === name),
    );
    const line = Buffer.from(whole).toString('latin1').split('\n')[2];
    const contents = [...parts.contents];
    const here = contents[first ?? 0];
    contents[first ?? 0] = contents[second ?? 0] ?? new Uint8Array();
    contents[second ?? 0] = here ?? new Uint8Array();
    expect(readingOf(withLine(`${line}\n`, contents))).toBe('package-member-changed definition.json');
  });

  test.each<[string, number]>([
    ['none', 0],
    ['a negative one', -1],
    ['half a byte', 0.5],
    ['more than a medium holds', 2 ** 53],
    ['more than any number', 1e308],
    ['more than all members may have', 200 * 1024 * 1024],
  ])('a member’s size is %s', (_, bytes) => {
    const parts = takeApart(whole);
    const line = JSON.stringify({
      ...parts.manifest,
      members: parts.manifest.members.map((member, index) => (index === 0 ? { ...member, bytes } : member)),
    });
    expect(readingOf(withLine(`${line}\n`, parts.contents))).toBe('package-manifest-malformed');
  });

  test('a member larger than its kind may be', async () => {
    const written = await writePackage({
      facts: FACTS,
      members: new Map([...MEMBERS, ['calon-1.png', new Uint8Array(5 * 1024 * 1024)]]),
      passphrase: PASSPHRASE,
      privateKeyPem: OFFICE.privateKey,
      random: (count) => new Uint8Array(count),
    });
    expect(written).toMatchObject({ ok: false, error: { type: 'package-too-large' } });
  });
});

describe('another spelling of the same manifest', () => {
  const respelled = (spell: (line: string) => string | Uint8Array): string => {
    const line = `${Buffer.from(whole).toString('utf8').split('\n')[2]}\n`;
    const other = spell(line);
    expect(Buffer.from(other).equals(Buffer.from(line))).toBe(false);
    return readingOf(withLine(other, takeApart(whole).contents));
  };

  test.each<[string, (line: string) => string | Uint8Array, string]>([
    ['with a space', (line) => line.replace(':', ': '), 'package-manifest-not-canonical'],
    ['without its newline', (line) => line.trimEnd(), 'package-manifest-not-canonical'],
    ['with another newline', (line) => line.replace('\n', '\r\n'), 'package-manifest-not-canonical'],
    [
      'with an escape',
      (line) => line.replace('exercise', '\\u0065xercise'),
      'package-manifest-not-canonical',
    ],
    [
      'with a number in another form',
      (line) => line.replace('"version":2', '"version":2.0'),
      'package-manifest-not-canonical',
    ],
    [
      'with an exponent',
      (line) => line.replace('"version":2', '"version":2e0'),
      'package-manifest-not-canonical',
    ],
    [
      'with a key twice',
      (line) => line.replace('"kind"', '"kind":"real","kind"'),
      'package-manifest-not-canonical',
    ],
    [
      'in another order',
      (line) => line.replace(/("kind":"exercise"),("version":2)/, '$2,$1'),
      'package-manifest-not-canonical',
    ],
    [
      'with a prototype',
      (line) => line.replace('{', '{"__proto__":{"kind":"real"},'),
      'package-manifest-malformed',
    ],
    ['with a mark of byte order', (line) => `\ufeff${line}`, 'package-manifest-malformed'],
    ['in another encoding', (line) => Buffer.from(line, 'utf16le'), 'package-manifest-malformed'],
    [
      'with bytes that are no text',
      (line) => Buffer.concat([Buffer.from(line.slice(0, -2)), Buffer.from([0xff, 0xfe])]),
      'package-manifest-malformed',
    ],
    ['ten thousand levels deep', () => '['.repeat(10_000), 'package-manifest-malformed'],
    [
      'with another spelling of the signature',
      (line) => line.replace(/.(=="}\n)$/, 'B$1'),
      'package-manifest-malformed',
    ],
  ])('%s', (_, spell, verdict) => {
    expect(respelled(spell)).toBe(verdict);
  });
});

describe('who signed it', () => {
  test('a stranger may sign only under the own key', () => {
    expect(readingOf(changed(() => undefined, STRANGER.privateKey))).toBe('package-signature-wrong');
    const strangers = changed(({ manifest }) => {
      manifest['issuer'] = STRANGER.publicKey;
    }, STRANGER.privateKey);
    expect(readingOf(strangers)).toBe('believed');
  });
});

describe('what is sealed', () => {
  test('opens with the passphrase however it is typed, and with no other', async () => {
    expect(await verdictOf(whole, '  MANGGA, Kucing-perahu\u3000zebra  tomat payung\n')).toBe('believed');
    for (const other of ['', 'mangga kucing perahu zebra tomat', `${PASSPHRASE} x`]) {
      expect(await verdictOf(whole, other)).toBe('package-passphrase-wrong');
    }
  });

  test('belongs to this package: no other fact, and no other member, opens it', async () => {
    const moved = changed(({ manifest }) => {
      manifest['version'] = 3;
    });
    expect(await verdictOf(moved)).toBe('package-passphrase-wrong');
    const swapped = changed(({ manifest, contents }) => {
      const [voters, secrets] = ['desk-voters.json', 'secrets.json'].map((name) =>
        manifest.members.findIndex((member) => member['name'] === name),
      );
      const here = contents[voters ?? 0];
      contents[voters ?? 0] = contents[secrets ?? 0] ?? new Uint8Array();
      contents[secrets ?? 0] = here ?? new Uint8Array();
    });
    expect(await verdictOf(swapped)).toBe('package-passphrase-wrong');
  });

  test('never twice under one key and nonce', async () => {
    const { members: _, signature: __, ...facts } = manifestOf(whole);
    const key = await sealingKey(facts, PASSPHRASE);
    const zeros = new Uint8Array(64);
    const streams = ['desk-voters.json', 'devices.json', 'people.json', 'secrets.json'].map((name) =>
      Buffer.from(key.seal(name, zeros)).toString('hex'),
    );
    const again = await sealingKey(
      { ...facts, sealing: { ...facts.sealing, salt: '00'.repeat(16) } },
      PASSPHRASE,
    );
    streams.push(Buffer.from(again.seal('secrets.json', zeros)).toString('hex'));
    expect(new Set(streams.map((stream) => stream.slice(0, 128))).size).toBe(5);
  });
});
