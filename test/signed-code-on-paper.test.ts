import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { civilTimeSchema } from '@bilik/election';
import { renderMinutes } from '@bilik/papers';
import { writeCode } from '@bilik/transfer';
import { placeNumber } from '@bilik/words/format';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitionWith, EMPTY_RECORD, figuresWith, minutesOf } from '../packages/papers/test/melati.ts';
import { FINGERPRINT } from '../packages/papers/test/paper-looks.ts';
import { readCodes } from '../packages/papers/test/read-code.ts';
import { CODE_KEY, CONTENTS, ORIGIN, RESULT } from '../packages/transfer/test/codes.ts';
import { newKey, STATION } from '../packages/transfer/test/place.ts';
import { buildPages } from '../scripts/build-pages.mjs';
import { writeCameraPicture } from './support/camera-picture.ts';
import { lookAt, openBrowser, watchErrors } from './support/chromium.ts';

/** Dots to the inch of a cheap office printer's draft, and of a phone's photo of a whole sheet. */
const PRINT_DPI = 200;

const folder = mkdtempSync(join(tmpdir(), 'bilik-code-'));
const KEY_TEXT = writeCode({ origin: ORIGIN, content: CONTENTS.key }, STATION.privateKey);
const RESULT_TEXT = writeCode({ origin: ORIGIN, content: RESULT }, STATION.privateKey);

/** The minutes as they lie on the table: the last page, on which the signatures and the code are. */
function printedMinutes(qrText: string): string {
  const pdf = join(folder, 'minutes.pdf');
  writeFileSync(
    pdf,
    renderMinutes({
      minutes: minutesOf(definitionWith({}), figuresWith({}), EMPTY_RECORD),
      prepared: { at: civilTimeSchema.parse('13:40'), fingerprint: FINGERPRINT },
      qrText,
    }),
  );
  execFileSync('pdftoppm', ['-r', String(PRINT_DPI), '-gray', '-png', pdf, join(folder, 'page')]);
  const pages = execFileSync('sh', ['-c', `ls ${join(folder, 'page')}-*.png`], { encoding: 'utf8' });
  return pages.trim().split('\n').at(-1) ?? '';
}

describe('a signed code on paper', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];
  const asked: string[] = [];
  const printed = printedMinutes(RESULT_TEXT);

  beforeAll(async () => {
    const [built] = await buildPages({ only: ['cli/verify-code'] });
    if (built === undefined) throw new Error('The page was not built');
    const camera = join(folder, 'camera.y4m');
    writeCameraPicture(camera, KEY_TEXT);
    browser = await openBrowser(camera);
    context = await browser.newContext({ offline: true });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    watchErrors(page, errors);
    await page.goto(pathToFileURL(join(built.output, built.file)).href);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const paste = async (text: string) => {
    await page.getByLabel('Atau tempel teks QR').fill(text);
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  };

  test('from the printed minutes through a reader that we did not write, the text is the same', async () => {
    const texts = await readCodes(readFileSync(printed));
    expect(texts).toEqual([RESULT_TEXT]);
  });

  test('no paper is believed before the posted key is known', async () => {
    await paste(RESULT_TEXT);
    await page.getByText('QR ini tidak memuat kunci.').waitFor();
    expect(await page.getByText('121').count()).toBe(0);
    await lookAt(page, 'qr-tanpa-kunci');
  });

  test('the key is scanned from the wall by the camera, from a file, without a network', async () => {
    await page.getByRole('button', { name: 'Pindai dengan kamera' }).click();
    const [village, number] = ORIGIN.pollingPlace.split('-');
    await page
      .getByRole('heading', {
        name: `Dipakai: kunci TPS ${placeNumber(Number(number))}, kode desa ${village}`,
      })
      .waitFor();
    const shown = await page.locator('code').allInnerTexts();
    expect(shown.map((text) => text.replace(/\s/g, ''))).toEqual([
      CODE_KEY.electionFingerprint,
      CODE_KEY.signingKey,
    ]);
  });

  test('a photo of the printed minutes shows their figures', async () => {
    await page.getByLabel('Atau pilih foto QR').setInputFiles(printed);
    await page.getByText(`Benar: QR ini ditandatangani ${ORIGIN.pollingPlace} dan tidak diubah.`).waitFor();
    const votes = await page.getByRole('row').allInnerTexts();
    expect(votes.map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'Pilihan Suara',
      'Calon nomor 1 121',
      'Calon nomor 2 98',
      'Calon nomor 3 40',
      'Calon nomor 4 18',
      'Calon nomor 5 11',
      'Suara kosong 6',
      'Suara sah 288',
      'Suara tidak sah 6',
    ]);
    await lookAt(page, 'qr-hasil-benar');
  });

  test('what is false, foreign or damaged is named, and its figures are not shown', async () => {
    const cases: readonly (readonly [text: string, said: RegExp])[] = [
      [RESULT_TEXT.replace('1.121', '1.122'), /PALSU atau diubah/],
      [writeCode({ origin: ORIGIN, content: RESULT }, newKey().privateKey), /PALSU atau diubah/],
      [
        writeCode(
          { origin: { ...ORIGIN, pollingPlace: '16.07.01.2001-002' }, content: RESULT },
          STATION.privateKey,
        ),
        /dari TPS lain: 16\.07\.01\.2001-002/,
      ],
      [
        writeCode({ origin: { ...ORIGIN, kind: 'real' }, content: RESULT }, STATION.privateKey),
        /pemilihan sungguhan, bukan dari latihan/,
      ],
      [RESULT_TEXT.slice(0, -3), /rusak atau tidak utuh/],
      [RESULT_TEXT.replace('BILIK1', 'BILIK9'), /versi lain \(BILIK9\)/],
      ['https://pilkades.example/hasil', /bukan QR TPS/],
    ];
    for (const [text, said] of cases) {
      await paste(text);
      await page.getByRole('alert').getByText(said).waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
    }
    await lookAt(page, 'qr-palsu');
  });

  test('figures of an hour and the name of a paper are shown too', async () => {
    await paste(writeCode({ origin: ORIGIN, content: CONTENTS.figures }, STATION.privateKey));
    await page.getByRole('heading', { name: 'Angka kasar pukul 09.00' }).waitFor();
    await paste(writeCode({ origin: ORIGIN, content: CONTENTS.paper }, STATION.privateKey));
    await page.getByRole('heading', { name: 'Kertas: berita acara' }).waitFor();
    expect(errors).toEqual([]);
    expect(asked.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  });
});
