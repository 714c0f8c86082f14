import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { findLeaks } from './find-leaks.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rulesOf = (path: string, text: string) => findLeaks(path, bytesOf(text)).map(({ rule }) => rule);

// numbers of sub-district 99, which no regency has
const NIK = '1607990101900001';

describe('what must never be public is found', () => {
  test.each([
    ['desa/x.html', `<td>${NIK}</td>`],
    ['desa/x.html', `NIK 1607 9901 0190 0001.`],
    ['data/x.csv', `a,"160799.010190.0001",b`],
    ['data/x.csv', `16.07.99.010190.0001`],
    ['snapshot.json', `{"reason":"salah ketik ${NIK}"}`],
    ['berkas/x.bel', `\u0000\u0000${NIK}\u0000`],
    ['tile/entries/000.p/1', `{"x":"${NIK}"}`],
  ])('a NIK in %s', (path, text) => {
    const [leak] = findLeaks(path, bytesOf(text));
    expect(leak?.rule).toBe('nik');
    expect(leak?.shown).not.toContain('0001');
    expect(leak?.at).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['internal-lane', 'index.html', 'Hasil hitung cepat Desk'],
    ['internal-lane', 'snapshot.json', '{"internal":{"c1":4}}'],
    ['internal-lane', 'data/x.csv', 'tps,internal_votes'],
    ['phone', 'desa/x.html', 'hubungi 081234567890'],
    ['secret-key', 'kunci-log.txt', 'PRIVATE+KEY+a.example+0a1b2c3d+AAAA'],
    ['secret-key', 'x.txt', '-----BEGIN PRIVATE KEY-----'],
    ['person-field', 'snapshot.json', '{"voters":[]}'],
    ['ballot-field', 'berkas/x.json', '{"choice": 2}'],
  ])('%s in %s', (rule, path, text) => {
    expect(rulesOf(path, text)).toEqual([rule]);
  });

  test('hashes, base64, areas, times and counts are nothing of that', () => {
    const harmless = [
      'a1234567890123456b',
      `${'1'.repeat(17)} ${'1'.repeat(15)}`,
      '16.07.01.2001-001',
      'AbC1607990101900001dEf=',
      '2026-11-23T06:15:00Z',
      '1.234.567 pemilih',
    ].join('\n');
    expect(rulesOf('snapshot.json', harmless)).toEqual([]);
  });
});

describe('a picture that says where and when it was taken', () => {
  const png = encode({ width: 2, height: 2, data: new Uint8Array(16).fill(200), channels: 4 });
  const segment = (marker: number, text: string) => {
    const body = bytesOf(text);
    return Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body);
  };
  const jpeg = (...segments: Uint8Array[]) =>
    Uint8Array.from([
      0xff,
      0xd8,
      ...segments.flatMap((part) => [...part]),
      ...segment(0xda, '123'),
      1,
      0xff,
      0,
      2,
      0xff,
      0xd9,
    ]);
  const shown = (path: string, bytes: Uint8Array) => findLeaks(path, bytes).map((leak) => leak.shown);

  test('plain pictures are clean', () => {
    expect(shown('a.png', png)).toEqual([]);
    expect(shown('a.jpg', jpeg(segment(0xe0, 'JFIF\u0000'), segment(0xdb, 'tables')))).toEqual([]);
  });

  test('Exif, a comment, text chunks, bytes after the end, no picture at all', () => {
    expect(shown('a.jpg', jpeg(segment(0xe1, 'Exif\u0000\u0000GPS')))).toEqual(['Exif']);
    expect(shown('a.jpg', jpeg(segment(0xfe, 'by Sari')))).toEqual(['COM']);
    for (const [marker, text] of [
      [0xe0, 'JFXX\u0000Sari'],
      [0xe0, `JFIF\u0000${'Sari'.repeat(5)}`],
      [0xe2, 'MPF\u0000Sari'],
      [0xee, 'Sari, rumahnya'],
      [0xee, 'Adobe, by Sari and others'],
    ] as const) {
      expect(shown('a.jpg', jpeg(segment(marker, text)))).toEqual([text.slice(0, 4)]);
    }
    // colours with room for a text, or more than one of them
    const colours = segment(0xe2, `ICC_PROFILE\u0000${'c'.repeat(3200)}`);
    expect(shown('a.jpg', jpeg(colours))).toEqual([]);
    expect(shown('a.jpg', jpeg(colours, colours))).toEqual(['ICC_']);
    expect(shown('a.jpg', jpeg(segment(0xe2, `ICC_PROFILE\u0000${'Sari'.repeat(1100)}`)))).toEqual(['ICC_']);
    const webp = (profileBytes: number) => {
      const bytes = new Uint8Array(30 + 8 + profileBytes);
      bytes.set(bytesOf('RIFF????WEBPVP8X'));
      bytes[16] = 10;
      bytes.set(bytesOf('ICCP'), 30);
      new DataView(bytes.buffer).setUint32(34, profileBytes, true);
      return bytes;
    };
    expect(shown('a.webp', webp(3144))).toEqual([]);
    expect(shown('a.webp', webp(5000))).toEqual(['ICCP']);
    // a fill byte, or a marker that stands alone, before what must not be there
    const exif = segment(0xe1, 'Exif\u0000\u0000GPS');
    for (const before of [[0xff], [0xff, 0x01], [0xff, 0xd0], [0xff, 0xd8], [0xff, 0xd9]]) {
      expect(shown('a.jpg', jpeg(Uint8Array.from([...before, ...exif])))).toContain('unreadable');
    }
    expect(shown('a.jpg', Uint8Array.from([...jpeg(), 1]))).toEqual(['bytes after the end']);
    const chunk = Uint8Array.of(0, 0, 0, 0, ...bytesOf('tEXt'), 0, 0, 0, 0);
    expect(shown('a.png', Uint8Array.from([...png.slice(0, -12), ...chunk, ...png.slice(-12)]))).toEqual([
      'tEXt',
    ]);
    expect(shown('a.png', Uint8Array.from([...png, 0]))).toEqual(['bytes after the end']);
    expect(shown('a.webp', bytesOf('<svg/>'))).toEqual(['unreadable']);
  });
});
