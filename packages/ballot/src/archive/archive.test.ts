import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatEvent, parseEvent } from './events.ts';
import { encodeHeader, parseHeader } from './header.ts';
import { type ArchiveFault, readRecords } from './reader.ts';
import { decodeText, type RecordStep, readSteps, type StepFault } from './steps.ts';
import { ArchiveWriter, encodeRecord } from './writer.ts';

function vector(path: string): Uint8Array {
  return gunzipSync(readFileSync(new URL(`../../vectors/${path}`, import.meta.url)));
}

const PLAIN = vector('plain/WYgacw2PPoFuSm.bel.gz');
const VECTORS = {
  plain: PLAIN,
  threshold: vector('threshold/KwC7GcbPZQ5MJU.bel.gz'),
  deterministic: vector('deterministic/TestVector1111.bel.gz'),
};

const hexHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Reads all events, in pieces of a size, and the fault at which reading stopped. */
async function read(
  bytes: Uint8Array,
  pieceBytes = 7919,
): Promise<{ steps: RecordStep[]; fault?: StepFault }> {
  function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const steps: RecordStep[] = [];
  for await (const step of readSteps(pieces(), { hexHash })) {
    if (!step.ok) return { steps, fault: step.error };
    steps.push(step.value);
  }
  return { steps };
}

/** Where each record starts, and the file's end. */
async function boundaries(bytes: Uint8Array): Promise<number[]> {
  const offsets: number[] = [];
  for await (const record of readRecords([bytes])) if (record.ok) offsets.push(record.value.offset);
  return [...offsets, bytes.length];
}

function texts(step: RecordStep): string[] {
  return step.data.map((record) => decodeText(record.content) ?? '');
}

/** Writes an archive anew from nothing but the texts of its objects. */
function rewrite(steps: readonly RecordStep[]): Uint8Array {
  const writer = new ArchiveWriter({ timestamp: steps[0]?.timestamp ?? 0 }, { order: 'as-given' });
  return Buffer.concat(
    steps.map((step) => {
      const [first = '', second = '', third = ''] = texts(step);
      switch (step.type) {
        case 'Setup':
          return writer.setup({ election: first, trustees: second, credentials: third });
        case 'Ballot':
          return writer.ballot(first);
        case 'EndBallots':
          return writer.endBallots();
        case 'EncryptedTally':
          return writer.encryptedTally(first, second);
        case 'PartialDecryption':
          return writer.partialDecryption(first, second);
        case 'Result':
          return writer.result(first);
        default:
          throw new Error('no such event');
      }
    }),
  );
}

/** One record header, changed, its checksum made right again unless it is left alone. */
function header(change: (block: Uint8Array) => void, { fixChecksum = true } = {}): Uint8Array {
  const block = encodeHeader({
    name: `${'ab'.repeat(32)}.data.json`,
    contentBytes: 40,
    timestamp: 1795290714,
  });
  change(block);
  if (fixChecksum) {
    const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
    block.set(Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  }
  return block;
}

const put = (offset: number, text: string) => (block: Uint8Array) => block.set(Buffer.from(text), offset);

describe('writing', () => {
  test.each(Object.entries(VECTORS))('the archive "%s" is written again byte for byte', async (_, bytes) => {
    const { steps, fault } = await read(bytes);
    expect(fault).toBeUndefined();
    expect(Buffer.from(rewrite(steps)).equals(bytes)).toBe(true);
  });

  test('a second writer goes on where the first stopped', async () => {
    const { steps } = await read(PLAIN);
    const [setup, ballot] = steps;
    if (!setup || !ballot) throw new Error('the vector has events');
    const [election = '', trustees = '', credentials = ''] = texts(setup);
    const first = new ArchiveWriter({ timestamp: setup.timestamp });
    const start = first.setup({ election, trustees, credentials });
    const second = new ArchiveWriter(JSON.parse(JSON.stringify(first.state)));
    const whole = Buffer.concat([start, second.ballot(texts(ballot)[0] ?? '')]);
    expect(whole.equals(PLAIN.subarray(0, whole.length))).toBe(true);
  });

  test('ballots out of order of their hash, or twice, are a mistake in the program', () => {
    const writer = new ArchiveWriter({ timestamp: 1 });
    writer.setup({ election: '{}', trustees: '[]', credentials: '[]' });
    const ordered = ['first', 'second', 'third'].sort((left, right) =>
      hexHash(Buffer.from(left)) < hexHash(Buffer.from(right)) ? -1 : 1,
    );
    const [low = '', middle = '', high = ''] = ordered;
    writer.ballot(low);
    writer.ballot(high);
    expect(() => writer.ballot(middle)).toThrow(RangeError);
    expect(() => writer.ballot(high)).toThrow(RangeError);
    expect(() => writer.result('{}')).toThrow('Result cannot follow Ballot');
  });

  test('an event is exactly one text', () => {
    const event = { parent: 'a'.repeat(64), height: 7, type: 'Ballot', payload: 'b'.repeat(64) } as const;
    expect(parseEvent(formatEvent(event))).toEqual({ ok: true, value: event });
    const text = formatEvent(event);
    const wrong = [
      ` ${text}`,
      text.replace('7', '07'),
      text.replace('7', '7.0'),
      text.replace('"height":7,', ''),
      text.replace('}', ',"more":1}'),
      text.replace(/"parent".*?,/, (parent) => parent.toUpperCase()),
    ];
    for (const other of wrong) {
      expect(parseEvent(other), other).toEqual({ ok: false, error: 'event-not-canonical' });
    }
    expect(parseEvent(text.replace('Ballot', 'Shuffle'))).toEqual({ ok: false, error: 'event-unknown' });
  });
});

describe('headers that are refused', () => {
  const longName = 'x'.repeat(100);
  const cases: [string, Uint8Array, string][] = [
    ['an absolute path', header(put(0, `/${'ab'.repeat(31)}.data.json\0`)), 'name-not-allowed'],
    ['a path upwards', header(put(0, `../${'ab'.repeat(30)}.data.json\0`)), 'name-not-allowed'],
    ['a folder in the name', header(put(0, 'a/')), 'name-not-allowed'],
    ['capital hex digits', header(put(0, 'AB')), 'name-not-allowed'],
    ['another ending', header(put(64, '.dump.json')), 'name-not-allowed'],
    ['no name', header(put(0, '\0')), 'name-not-allowed'],
    ['a name that fills the field', header(put(0, longName)), 'name-not-allowed'],
    ['a name with a control character', header(put(0, '\x07')), 'name-not-allowed'],
    ['a folder', header(put(156, '5')), 'kind-not-allowed'],
    ['a symbolic link', header(put(156, '2')), 'kind-not-allowed'],
    ['a hard link', header(put(156, '1')), 'kind-not-allowed'],
    ['a PAX header', header(put(156, 'x')), 'kind-not-allowed'],
    ['a global PAX header', header(put(156, 'g')), 'kind-not-allowed'],
    ['a GNU long name', header(put(156, 'L')), 'kind-not-allowed'],
    ['the oldest form of file', header(put(156, '\0')), 'kind-not-allowed'],
    ['a ustar magic', header(put(257, 'ustar\x0000')), 'header-not-canonical'],
    ['a user name', header(put(265, 'root')), 'header-not-canonical'],
    ['another mode', header(put(100, '0000755')), 'header-not-canonical'],
    ['an owner', header(put(108, '0000001')), 'header-not-canonical'],
    ['a byte in the spare end', header((block) => block.set([1], 511)), 'header-not-canonical'],
    ['a byte after the name', header((block) => block.set([0x61], 80)), 'header-not-canonical'],
    ['spaces in the size', header(put(124, '         50 ')), 'number-malformed'],
    ['a size in base 256', header((block) => block.set([0x80, 0, 0, 0, 1], 124)), 'number-malformed'],
    ['a time of eight', header(put(136, '00000000008')), 'number-malformed'],
    ['a checksum off by one', header(put(148, '000001'), { fixChecksum: false }), 'checksum-wrong'],
    ['a checksum written otherwise', header(put(154, ' \0'), { fixChecksum: false }), 'header-not-canonical'],
    ['no content', header(put(124, '00000000000')), 'content-empty'],
    ['a block of zeros', new Uint8Array(512), 'zero-block'],
  ];
  test.each(cases)('%s', (_, block, fault) => {
    expect(parseHeader(block)).toEqual({ ok: false, error: fault });
  });
  test('the unchanged header is read', () => {
    expect(parseHeader(header(() => undefined)).ok).toBe(true);
  });
});

describe('reading', () => {
  test('the size of the pieces does not matter', async () => {
    const [whole, small] = await Promise.all([read(PLAIN, PLAIN.length), read(PLAIN, 1)]);
    expect(small.fault).toBeUndefined();
    expect(small.steps.map((step) => step.eventHash)).toEqual(whole.steps.map((step) => step.eventHash));
    expect(whole.steps.map((step) => step.type)).toEqual([
      'Setup',
      ...Array.from({ length: 5 }, () => 'Ballot'),
      'EndBallots',
      'EncryptedTally',
      'PartialDecryption',
      'PartialDecryption',
      'Result',
    ]);
  });

  test('a cut at a record boundary or inside a record is found and named', async () => {
    const offsets = await boundaries(PLAIN);
    const whole = await read(PLAIN);
    const eventEnds = new Set([
      512 * 2,
      ...whole.steps.map(({ record }) => record.offset + 512 + Math.ceil(record.content.length / 512) * 512),
    ]);
    let whatMayStand = 0;
    for (const [recordNumber, start] of offsets.entries()) {
      const cut = await read(PLAIN.subarray(0, start));
      if (start === 0) {
        expect(cut.fault).toMatchObject({ type: 'empty-file', recordNumber: 0, offset: 0 });
      } else if (eventEnds.has(start)) {
        expect(cut.fault).toBeUndefined();
        whatMayStand += 1;
      } else {
        expect(cut.fault).toMatchObject({ type: 'data-stray' });
      }
      const end = offsets[recordNumber + 1];
      if (end === undefined) continue;
      for (const inside of [start + 1, start + 511, start + 512, start + 513, end - 1]) {
        const { fault } = await read(PLAIN.subarray(0, inside));
        expect(fault, `cut at ${inside}`).toMatchObject({ type: 'cut-short', recordNumber, offset: inside });
      }
    }
    expect(whatMayStand).toBe(whole.steps.length + 1);
  });

  test('each of 2,000 flipped bytes is found, with the record it stands in', async () => {
    const offsets = await boundaries(PLAIN);
    let seed = 1607;
    for (let trial = 0; trial < 2000; trial += 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const at = seed % PLAIN.length;
      const changed = Uint8Array.from(PLAIN);
      changed[at] = (changed[at] ?? 0) ^ (1 << (seed % 7));
      const { fault } = await read(changed, PLAIN.length);
      const recordNumber = offsets.findLastIndex((offset) => offset <= at);
      expect(fault, `byte ${at}`).toBeDefined();
      expect(fault?.recordNumber, `byte ${at}`).toBe(recordNumber);
    }
  });

  test('a terabyte claimed in a header takes no memory', async () => {
    const block = header(put(124, '77777777777'));
    const archive = Buffer.concat([PLAIN.subarray(0, 1024), block, Buffer.alloc(4096, 0x20)]);
    expect((await read(archive)).fault).toMatchObject({
      type: 'record-too-large',
      recordNumber: 1,
      offset: 1024,
    });
    async function* endless() {
      yield Buffer.concat([PLAIN.subarray(0, 1024), header(put(124, '00200000000'))]);
    }
    const before = process.memoryUsage().arrayBuffers;
    const faults: ArchiveFault[] = [];
    for await (const record of readRecords(endless())) if (!record.ok) faults.push(record.error);
    expect(faults).toMatchObject([{ type: 'cut-short', recordNumber: 1, offset: 1536 }]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 22);
  });

  const record = (text: string, kind = 'data', timestamp = 1795290714) =>
    encodeRecord(`${hexHash(Buffer.from(text))}.${kind}.json`, Buffer.from(text), timestamp);
  /** The archive with bytes put in before record `at`, or instead of `drop` records from there. */
  async function splice(at: number, bytes: Uint8Array, drop = 0): Promise<Buffer> {
    const offsets = await boundaries(PLAIN);
    return Buffer.concat([PLAIN.subarray(0, offsets[at]), bytes, PLAIN.subarray(offsets[at + drop])]);
  }
  const LAST = 1 + 5 + 5 * 2 + 1 + 3 + 3 + 3 + 2;

  test.each<[string, () => Promise<Uint8Array>, Partial<StepFault>]>([
    [
      'two zero blocks at the end',
      () => splice(LAST, new Uint8Array(1024)),
      { type: 'zero-block', recordNumber: LAST },
    ],
    ['one byte at the end', () => splice(LAST, new Uint8Array(1)), { type: 'cut-short', recordNumber: LAST }],
    [
      'a stray record at the end',
      () => splice(LAST, record('{}')),
      { type: 'data-stray', recordNumber: LAST },
    ],
    ['a stray record between', () => splice(6, record('{}')), { type: 'data-stray', recordNumber: 6 }],
    [
      'a record twice',
      async () => splice(7, PLAIN.subarray(...(await span(6)))),
      { type: 'data-stray', recordNumber: 6 },
    ],
    ['a record missing', () => splice(6, new Uint8Array(), 1), { type: 'data-missing', recordNumber: 6 }],
    ['an event missing', () => splice(7, new Uint8Array(), 1), { type: 'parent-wrong', recordNumber: 8 }],
    [
      'setup in another order',
      async () =>
        splice(1, Buffer.concat([PLAIN.subarray(...(await span(2))), PLAIN.subarray(...(await span(1)))]), 2),
      { type: 'reference-wrong', recordNumber: 4 },
    ],
    [
      'setup with spaces',
      async () => {
        const [setup] = (await read(PLAIN)).steps;
        const text = ` ${setup === undefined ? '' : texts(setup)[3]}`;
        const event = `{"height":0,"type":"Setup","payload":"${hexHash(Buffer.from(text))}"}`;
        return splice(4, Buffer.concat([record(text), record(event, 'event')]), 2);
      },
      { type: 'reference-wrong', recordNumber: 4 },
    ],
    [
      'one other time',
      async () => splice(6, record('{}', 'data', 1795290715)),
      { type: 'time-differs', recordNumber: 6 },
    ],
    [
      'a second first record',
      () => splice(6, PLAIN.subarray(0, 1024)),
      { type: 'first-record-wrong', recordNumber: 6 },
    ],
    [
      'no first record',
      () => splice(0, new Uint8Array(), 1),
      { type: 'first-record-wrong', recordNumber: 0 },
    ],
    [
      'the time as a number',
      () =>
        splice(
          0,
          encodeRecord('BELENIOS', Buffer.from('{"version":1,"timestamp":1795290714}'), 1795290714),
          1,
        ),
      { type: 'first-content-wrong', recordNumber: 0 },
    ],
    [
      'another version',
      () =>
        splice(
          0,
          encodeRecord('BELENIOS', Buffer.from('{"version":2,"timestamp":"1795290714"}'), 1795290714),
          1,
        ),
      { type: 'first-content-wrong', recordNumber: 0 },
    ],
    [
      'a byte in the padding',
      async () => {
        const changed = Uint8Array.from(PLAIN);
        changed[1023] = 1;
        return changed;
      },
      { type: 'padding-not-zero', recordNumber: 0, offset: 1023 },
    ],
    [
      'bytes that are not text',
      async () => {
        const content = Uint8Array.of(0xff, 0xfe);
        return splice(5, encodeRecord(`${hexHash(content)}.event.json`, content, 1795290714), 1);
      },
      { type: 'event-not-canonical', recordNumber: 5 },
    ],
    [
      'a height too high',
      () =>
        splice(
          5,
          record(
            `{"height":1,"type":"Setup","payload":"0b9bd370079e1bb74b694f406c2e0239362d2888643e7ef0843276d6f0748f51"}`,
            'event',
          ),
          1,
        ),
      { type: 'height-wrong', recordNumber: 5 },
    ],
    [
      'a ballot first',
      () => splice(1, record('{"height":0,"type":"Ballot"}', 'event')),
      {
        type: 'event-out-of-order',
        event: 'Ballot',
        after: 'Start',
        recordNumber: 1,
      },
    ],
    ['an empty file', async () => new Uint8Array(), { type: 'empty-file' }],
    [
      'a text file',
      async () => Buffer.from('halo'.repeat(400)),
      { type: 'kind-not-allowed', recordNumber: 0 },
    ],
  ])('%s', async (_, make, expected) => {
    expect((await read(await make())).fault).toMatchObject(expected);
  });

  async function span(recordNumber: number): Promise<[number, number]> {
    const offsets = await boundaries(PLAIN);
    return [offsets[recordNumber] ?? 0, offsets[recordNumber + 1] ?? 0];
  }
});
