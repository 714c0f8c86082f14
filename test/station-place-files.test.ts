import { cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { explainStart } from '../apps/station/src/explain-start.ts';
import { MANIFEST_FILE } from '../apps/station/src/place/kept-manifest.ts';
import { PLACE_FILES } from '../apps/station/src/place/prepared-files.ts';
import { placesOfFile } from './support/open-places.ts';
import { openPlace } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { signAnew } from './support/signed-anew.ts';
import { copyOf, databasePath, newFolder } from './support/station-disk.ts';

let prepared: PreparedHome;
/** Another polling place of the same size, with other trustees and cards. */
let other: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 8, cards: 10, booths: 2 });
  other = await prepareHome({ root: newFolder(), voters: 8, cards: 10, booths: 2 });
});

const { tryOpen } = placesOfFile();

const placeFile = (home: PreparedHome, file: string): string => join(home.home.station, 'place', file);

function editJson(
  home: PreparedHome,
  file: string,
  change: (content: Record<string, unknown>) => unknown,
): void {
  const path = placeFile(home, file);
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(change(content as Record<string, unknown>) ?? content));
}

describe('files of the place', () => {
  const files = Object.values(PLACE_FILES);

  test.each(files)('%s missing, cut, empty or swelled: refused by its name, with no store made', (file) => {
    // as a thief would leave it, and as an office that errs would send it
    const damages: [string, string, (path: string) => void][] = [
      ['place-file-unreadable', 'place-file-malformed', (path) => rmSync(path)],
      [
        'place-file-changed',
        'place-file-malformed',
        (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
      ],
      ['place-file-changed', 'place-file-malformed', (path) => truncateSync(path, 0)],
      ['place-file-changed', 'place-file-malformed', (path) => writeFileSync(path, '{"catatan":""}')],
      [
        'place-file-malformed',
        'place-file-malformed',
        (path) => writeFileSync(path, Buffer.alloc(33 * 1024 * 1024, ' ')),
      ],
    ];
    const home = copyOf(prepared);
    const whole = readFileSync(placeFile(home, file));
    const manifest = readFileSync(placeFile(home, MANIFEST_FILE));
    // erased before the polls open: the only one that may be gone
    const harmful = file === PLACE_FILES.testSecrets ? damages.slice(1) : damages;
    for (const [changed, signed, damage] of harmful) {
      damage(placeFile(home, file));
      const answer = tryOpen(home);
      expect(answer).toMatchObject({ ok: false, error: { type: changed, file } });
      if (!answer.ok) {
        for (const line of explainStart(answer.error).split('\n')) expect(line).toContain(file);
      }
      signAnew(home);
      const again = tryOpen(home);
      expect(again).toMatchObject({ ok: false, error: { type: signed } });
      // keys stand in the secrets: what is wrong with them is never said by quoting
      if (/secrets/.test(file)) expect(JSON.stringify(again)).not.toContain('PRIVATE');
      expect(existsSync(databasePath(home))).toBe(false);
      writeFileSync(placeFile(home, file), whole);
      writeFileSync(placeFile(home, MANIFEST_FILE), manifest);
    }
    expect(tryOpen(home).ok).toBe(true);
  });

  test('a picture that was changed, a file more, no manifest or another signature: refused by name', () => {
    const damages: [string, string, (home: PreparedHome) => void][] = [
      ['place-file-changed', 'calon-1.png', (home) => writeFileSync(placeFile(home, 'calon-1.png'), 'x')],
      ['place-file-changed', 'calon-9.png', (home) => writeFileSync(placeFile(home, 'calon-9.png'), 'x')],
      ['place-file-unreadable', MANIFEST_FILE, (home) => rmSync(placeFile(home, MANIFEST_FILE))],
      [
        'place-file-malformed',
        MANIFEST_FILE,
        (home) => {
          const path = placeFile(home, MANIFEST_FILE);
          writeFileSync(path, readFileSync(path, 'utf8').replace('"version":1', '"version":2'));
        },
      ],
    ];
    for (const [type, file, damage] of damages) {
      const home = copyOf(prepared);
      damage(home);
      expect(tryOpen(home)).toMatchObject({ ok: false, error: { type, file } });
      expect(existsSync(databasePath(home))).toBe(false);
    }
  });

  test.each<[string, string, string]>([
    ['election', PLACE_FILES.election, PLACE_FILES.secrets],
    ['trustees', PLACE_FILES.trustees, PLACE_FILES.trustees],
    ['secrets', PLACE_FILES.secrets, PLACE_FILES.secrets],
  ])('%s of another election of the same size: refused before anybody votes', (_, file, named) => {
    const home = copyOf(prepared);
    cpSync(placeFile(other, file), placeFile(home, file));
    signAnew(home);
    expect(tryOpen(home)).toMatchObject({ ok: false, error: { type: 'place-files-disagree', file: named } });
    expect(existsSync(databasePath(home))).toBe(false);
  });

  test.each<[string, (home: PreparedHome) => void, string]>([
    [
      'exercise and real are mixed',
      (home) => editJson(home, PLACE_FILES.definition, (definition) => ({ ...definition, kind: 'real' })),
      PLACE_FILES.election,
    ],
    [
      'another polling place of the village',
      (home) =>
        editJson(home, PLACE_FILES.definition, (definition) => ({
          ...definition,
          pollingPlace: { id: '16.07.01.2003-002', number: 2, address: 'Balai Desa' },
        })),
      PLACE_FILES.election,
    ],
    [
      'a candidate’s name',
      (home) =>
        writeFileSync(
          placeFile(home, PLACE_FILES.definition),
          readFileSync(placeFile(home, PLACE_FILES.definition), 'utf8').replace('Yusuf', 'Jusuf'),
        ),
      PLACE_FILES.election,
    ],
    [
      'another threshold',
      (home) =>
        writeFileSync(
          placeFile(home, PLACE_FILES.definition),
          readFileSync(placeFile(home, PLACE_FILES.definition), 'utf8').replace(
            '"threshold":3',
            '"threshold":4',
          ),
        ),
      PLACE_FILES.trustees,
    ],
    [
      'a voter less',
      (home) => editJson(home, PLACE_FILES.voters, (voters) => Object.values(voters).slice(1)),
      PLACE_FILES.voters,
    ],
    [
      'a voter twice',
      (home) =>
        editJson(home, PLACE_FILES.voters, (voters) => {
          const [first, second, ...rest] = Object.values(voters) as { number: number; sex: string }[];
          return [first, { ...second, number: first?.number }, ...rest];
        }),
      PLACE_FILES.voters,
    ],
    [
      'a rule of the rule pack',
      (home) =>
        writeFileSync(
          placeFile(home, PLACE_FILES.rulePack),
          readFileSync(placeFile(home, PLACE_FILES.rulePack), 'utf8').replace(
            /("memberSignatures":[^}]*"value":)2/,
            '$13',
          ),
        ),
      PLACE_FILES.rulePack,
    ],
    [
      'a booth less among the devices',
      (home) =>
        editJson(home, PLACE_FILES.devices, (devices) =>
          Object.values(devices).filter((device) => Object(device).device !== 'booth-1'),
        ),
      PLACE_FILES.devices,
    ],
  ])('%s: refused, with the file that does not fit', (_, change, file) => {
    const home = copyOf(prepared);
    change(home);
    signAnew(home);
    const answer = tryOpen(home);
    expect(answer).toMatchObject({ ok: false, error: { type: 'place-files-disagree', file } });
    expect(existsSync(databasePath(home))).toBe(false);
  });

  test('that fit each other but are not those the store was made with are refused by name', () => {
    const changes: [string, (home: PreparedHome) => void][] = [
      [
        PLACE_FILES.credentials,
        (home) => cpSync(placeFile(other, PLACE_FILES.credentials), placeFile(home, PLACE_FILES.credentials)),
      ],
      [
        PLACE_FILES.voters,
        (home) =>
          editJson(home, PLACE_FILES.voters, (voters) =>
            Object.values(voters).map((voter) => ({ ...(voter as object), rt: '099' })),
          ),
      ],
      [
        PLACE_FILES.definition,
        (home) =>
          writeFileSync(
            placeFile(home, PLACE_FILES.definition),
            readFileSync(placeFile(home, PLACE_FILES.definition), 'utf8').replace(
              'Balai Desa',
              'Balai Dusun',
            ),
          ),
      ],
    ];
    for (const [file, change] of changes) {
      const home = copyOf(prepared);
      openPlace(home).close();
      change(home);
      signAnew(home);
      const answer = tryOpen(home);
      expect(answer).toEqual({ ok: false, error: { type: 'store-of-other-place', file } });
      if (!answer.ok) expect(explainStart(answer.error)).toContain(file);
      // with a store of their own these very files are accepted: only the mixture is wrong
      for (const medium of [home.home.station, home.home.stationSecond]) {
        rmSync(join(medium, 'store'), { recursive: true });
      }
      expect(tryOpen(home).ok).toBe(true);
    }
  });

  test('with the store of another election are refused, and that store is left as it is', () => {
    const [home, elsewhere] = [copyOf(prepared), copyOf(other)];
    openPlace(elsewhere).close();
    cpSync(join(elsewhere.home.station, 'store'), join(home.home.station, 'store'), { recursive: true });
    const before = readFileSync(databasePath(home));
    const answer = tryOpen(home);
    expect(answer).toMatchObject({ ok: false, error: { type: 'store-of-other-election' } });
    if (!answer.ok) expect(explainStart(answer.error)).toContain('milik pemilihan lain');
    expect(readFileSync(databasePath(home)).equals(before)).toBe(true);
  });
});
