import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  assembleSnapshot,
  checkSnapshot,
  hashLeaf,
  hexSha256,
  logFiles,
  type Manifest,
  openManifest,
  type PublishedPart,
  parseSnapshot,
  readEntryBundle,
  type Snapshot,
  signCheckpoint,
  signManifest,
  snapshotText,
  treeHash,
  writeLogEntry,
} from '@bilik/publication';
import { afterAll, describe, expect, test } from 'vitest';
import { copiesOfSites, findingsOf, named, place, rewrite } from '../../test/changed-site.ts';
import { foundIn, withParts, withSheetCodes } from '../../test/lying-site.ts';
import {
  codeText,
  LOG_SIGNER,
  madeEvidence,
  madeSnapshot,
  PLACE,
  publishSite,
} from '../../test/made-site.ts';

const { changed } = copiesOfSites();
const first = madeSnapshot({ counted: 0.5 });
const second = madeSnapshot({ counted: 1, previous: first.snapshot });
const firstSite = publishSite('lying-first', first);
const site = publishSite('lying', first, second);
afterAll(() => {
  for (const root of [site, firstSite]) rmSync(dirname(root), { recursive: true });
});

describe('an office that lies and signs it', () => {
  /** Signs the site anew after a change, as whoever holds the key can: only its content can betray it. */
  function signedAnew(change: (root: string) => void, from = firstSite): string {
    return changed(from, (root) => {
      change(root);
      const opened = openManifest(readFileSync(join(from, 'manifest'), 'utf8'), LOG_SIGNER);
      if (!opened.ok) throw new Error('the first manifest');
      const files: Manifest['files'] = opened.value.files.map(({ path }) => {
        const bytes = readFileSync(place(root, path));
        return { path, sha256: hexSha256(bytes), bytes: bytes.length };
      });
      const { format: _format, origin: _origin, ...rest } = opened.value;
      const snapshot = hexSha256(readFileSync(place(root, 'snapshot.json')));
      const manifest = signManifest({ ...rest, snapshot, files }, LOG_SIGNER);
      const width = opened.value.logSize + 1;
      const bundle =
        readEntryBundle(readFileSync(join(from, 'tile', 'entries', '000.p', `${width}`)), width) ?? [];
      const entries = [
        ...bundle.slice(0, -1),
        writeLogEntry({ kind: 'manifest', number: rest.number, sha256: hexSha256(manifest) }),
      ];
      rmSync(place(root, 'tile'), { recursive: true });
      for (const [path, bytes] of logFiles(entries)) {
        mkdirSync(dirname(place(root, path)), { recursive: true });
        writeFileSync(place(root, path), bytes);
      }
      writeFileSync(place(root, 'manifest'), manifest);
      const head = { size: entries.length, root: treeHash(entries.map(hashLeaf)) };
      writeFileSync(place(root, 'checkpoint'), signCheckpoint(head, LOG_SIGNER));
    });
  }

  function withSnapshot(change: (snapshot: Snapshot) => void) {
    return (root: string) => {
      const parsed = parseSnapshot(readFileSync(place(root, 'snapshot.json'), 'utf8'));
      if (!parsed.ok) throw new Error('the first snapshot');
      change(parsed.value);
      rmSync(place(root, 'snapshot.json'));
      writeFileSync(place(root, 'snapshot.json'), snapshotText(parsed.value));
    };
  }

  test('nothing changed: the helper itself makes a right site', async () => {
    expect(await findingsOf(signedAnew(() => {}))).toEqual({ code: 0, findings: [], notes: [] });
  });

  test('a page that says something else than its data', async () => {
    const { findings } = await findingsOf(
      signedAnew((root) => rewrite(root, 'index.html', 'LATIHAN', 'RESMI')),
    );
    expect(named(findings)).toEqual(['pages page-differs index.html']);
  });

  test('a sum that is not that of its parts', async () => {
    const lie = withSnapshot((snapshot) => {
      snapshot.regency.totals.valid += 100;
    });
    const { findings } = await findingsOf(signedAnew(lie));
    expect(named(findings)).toContain('snapshot differs regency.totals.valid');
  });

  test('a second publication that holds together and changes the first in silence: swapped votes, a code that is gone', async () => {
    const [pack] = second.snapshot.rulePacks;
    const swapped = structuredClone(second.snapshot);
    const places = swapped.villages.flatMap((village) => village.places);
    const counted = first.snapshot.villages.flatMap((village) => village.places);
    const sheet = places.find(
      ({ id, mode }) => mode === 'paper' && counted.find((one) => one.id === id)?.result,
    );
    const [part] = sheet?.result?.parts ?? [];
    const [one, two] = part?.figures.options ?? [];
    const [recorded] = places.find(({ id }) => id === PLACE)?.result?.parts ?? [];
    if (!pack || !sheet?.result || !part || !one || !two || !recorded) throw new Error('the made-up places');
    expect(one.votes).not.toBe(two.votes);
    [one.votes, two.votes] = [two.votes, one.votes];
    sheet.result.figures = part.figures;
    recorded.evidence.code = null;
    const lie = assembleSnapshot({
      ...{ kind: swapped.kind, at: swapped.at, event: swapped.event, corrections: [] },
      ...{ previous: first.snapshot, regency: { code: swapped.regency.code, name: swapped.regency.name } },
      subDistricts: swapped.subDistricts.map(({ code, name }) => ({ code, name })),
      villages: swapped.villages.map((village) => ({ ...village, rulePack: pack })),
      fileFacts(sha256) {
        const file = swapped.files.find((known) => known.sha256 === sha256);
        if (file === undefined) throw new Error('a file of the snapshot');
        return { bytes: file.bytes, media: file.media };
      },
    });
    expect(checkSnapshot(lie)).toEqual([]);
    const root = signedAnew((copy) => {
      rmSync(place(copy, 'snapshot.json'));
      writeFileSync(place(copy, 'snapshot.json'), snapshotText(lie));
    }, site);
    const { code, findings } = await findingsOf(root, '--seen', join(firstSite, 'checkpoint'));
    expect(named(findings)).toEqual([
      `history differs places.${PLACE}.parts.0.evidence`,
      `history differs places.${sheet.id}.figures`,
      `history differs places.${sheet.id}.parts`,
    ]);
    expect(code).toBe(1);
  });

  test('figures that fit together and are not those of the record, of the signed result, of the code', async () => {
    const part = madeEvidence().part;
    const [one, two, ...others] = part.figures.options;
    if (one === undefined || two === undefined) throw new Error('options');
    const moved = [{ ...one, votes: one.votes - 2 }, { ...two, votes: two.votes + 2 }, ...others];
    const wrong = madeSnapshot(
      { counted: 0.5 },
      madeEvidence({ figures: { ...part.figures, options: moved } }),
    );
    const root = publishSite('lie', wrong);
    const { code, findings } = await findingsOf(root);
    rmSync(dirname(root), { recursive: true });
    expect(named(findings)).toEqual([
      `records differs ${PLACE}`,
      `records differs ${PLACE}`,
      `codes differs ${PLACE}`,
    ]);
    expect(code).toBe(1);
  });

  test('a code of other votes, signed by the station', async () => {
    const part = madeEvidence().part;
    const code = codeText(({ contests }) => ({
      contests: contests.map((one) => ({ ...one, valid: one.valid + 1 })),
    }));
    const root = publishSite(
      'code',
      madeSnapshot({ counted: 0.5 }, madeEvidence({ evidence: { ...part.evidence, code } })),
    );
    const { findings } = await findingsOf(root);
    rmSync(dirname(root), { recursive: true });
    expect(named(findings)).toEqual([`codes differs ${PLACE}`]);
  });

  test('a code of other users, and of another record, signed by the station', async () => {
    const { part } = madeEvidence();
    const code = codeText(() => ({ users: 999, casts: 998, recordHash: 'ab'.repeat(32) }));
    const evidence = madeEvidence({ evidence: { ...part.evidence, code } });
    expect(await foundIn(madeSnapshot({ counted: 0.5 }, evidence))).toEqual([
      `codes differs ${PLACE}`,
      `codes differs ${PLACE}`,
    ]);
  });

  const without = { record: null, voidList: null, code: null };

  test('invented slips without a record: the signed result beside them is no word of theirs', async () => {
    const { part } = madeEvidence();
    const [one, ...others] = part.figures.options;
    if (one === undefined) throw new Error('options');
    const more = 5000;
    const { users, valid, total } = part.figures;
    const figures = {
      ...part.figures,
      ...{ users: users + more, valid: valid + more, total: total + more },
      options: [{ ...one, votes: one.votes + more }, ...others],
    };
    const evidence = madeEvidence({
      ...{ source: 'slip-count', figures, evidence: { ...part.evidence, ...without } },
    });
    // more of them than voters on the list, too
    const faults = [
      `snapshot differs places.${PLACE}.figures.users`,
      `snapshot differs places.${PLACE}.parts.0.evidence`,
      `records missing ${PLACE}`,
    ];
    expect(await foundIn(madeSnapshot({ counted: 0.5 }, evidence))).toEqual(faults);
    // with the record its signed result is compared: trustees opened it, and it says other figures
    const beside = madeEvidence({ source: 'slip-count', figures });
    const found = await foundIn(madeSnapshot({ counted: 0.5 }, beside));
    expect(found.filter((one) => one === `records differs ${PLACE}`)).toHaveLength(2);
  });

  test('an invented mobile group whose signed result is any file, and one record twice', async () => {
    const { part } = madeEvidence();
    const junk = Buffer.from('{}');
    const options = part.figures.options.map(({ key }, index) => ({ key, votes: index === 1 ? 900 : 0 }));
    const group: PublishedPart = {
      source: 'mobile-group',
      figures: { users: 900, options, valid: 900, invalid: 0, blank: 0, total: 900 },
      evidence: { ...part.evidence, ...without, signedResult: hexSha256(junk) },
    };
    const invented = await foundIn(withParts([part, group], junk));
    expect(invented).toEqual([
      `snapshot differs places.${PLACE}.figures.users`,
      `snapshot differs places.${PLACE}.parts.1.evidence`,
      `records differs ${PLACE}`,
      `records missing ${PLACE}`,
    ]);
    const twice = await foundIn(withParts([part, structuredClone(part)]));
    expect(twice).toEqual([
      `snapshot differs places.${PLACE}.figures.users`,
      `snapshot differs places.${PLACE}.parts`,
      `snapshot differs places.${PLACE}.parts.0.evidence`,
      `snapshot differs places.${PLACE}.parts.1.evidence`,
      `records differs ${PLACE}`,
    ]);
  });

  test('a sheet whose code names another photo than the first that is shown', async () => {
    const right = withSheetCodes(() => {});
    expect(await foundIn(right.made)).toEqual([]);
    const other = withSheetCodes((evidence, foreign) => evidence.sheetPhotos.unshift(foreign));
    expect(await foundIn(other.made)).toEqual([`codes differs ${other.place}`]);
    // that it is not shown is said where it is so, and only there
    const hidden = withSheetCodes((evidence, foreign) => {
      Object.assign(evidence, { sheetPhotos: [foreign], codePhoto: 'not-shown' });
    });
    expect(await foundIn(hidden.made)).toEqual([]);
    const shown = withSheetCodes((evidence) => Object.assign(evidence, { codePhoto: 'not-shown' }));
    expect(await foundIn(shown.made)).toEqual([`codes differs ${shown.place}`]);
  });

  test('a log that went back, and one whose past was changed: found by a checkpoint that somebody kept', async () => {
    const back = await findingsOf(firstSite, '--seen', join(site, 'checkpoint'));
    expect(named(back.findings)).toEqual(['seen rolled-back checkpoint']);
    const other = signedAnew(
      withSnapshot((snapshot) => {
        snapshot.event.office = 'Kantor lain';
      }),
    );
    const { findings } = await findingsOf(other, '--seen', join(firstSite, 'checkpoint'));
    expect(named(findings)).toContain('seen split-view checkpoint');
  });
});
