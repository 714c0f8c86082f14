import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type GalleryServer, serveGallery } from './gallery-server.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const built = join(root, 'packages', 'ui', 'dist', 'gallery');
const artefacts = join(root, 'artefacts', 'ui');

const SCREENS = ['parts', 'desk', 'board', 'booth-card', 'booth-choice', 'wall'] as const;
const SIZES = { phone: [360, 640], tablet: [1280, 800], large: [1920, 1080] } as const;
type Size = keyof typeof SIZES;

/** 20 mm in pixels of a style sheet. */
const TWENTY_MM = (20 / 25.4) * 96;

let server: GalleryServer;
let browser: Browser;

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'ui/gallery']);
  mkdirSync(artefacts, { recursive: true });
  server = await serveGallery(built);
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a screen and collects everything it complains of: broken policy, failed request, exception. */
async function openScreen(
  query: string,
  size: Size | readonly [number, number] = 'tablet',
): Promise<{ readonly page: Page; readonly complaints: string[]; readonly foreign: string[] }> {
  const [width, height] = typeof size === 'string' ? SIZES[size] : size;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) foreign.push(request.url());
  });
  await page.goto(`${server.origin}/?${query}`);
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints, foreign };
}

async function closeScreen(page: Page): Promise<void> {
  await page.context().close();
}

describe('every screen', () => {
  const cases: readonly { readonly screen: string; readonly size: Size }[] = [
    ...SCREENS.map((screen) => ({ screen, size: 'tablet' }) as const),
    { screen: 'desk', size: 'phone' },
    { screen: 'board', size: 'phone' },
    { screen: 'booth-choice&text=2&language=en', size: 'phone' },
    { screen: 'parts&contrast=high', size: 'large' },
  ];

  test.each(cases)(
    '$screen on a $size screen: axe finds nothing, nothing sticks out or comes from elsewhere, one main action at most',
    async ({ screen, size }) => {
      const { page, complaints, foreign } = await openScreen(`screen=${screen}`, size);
      await page.screenshot({ path: join(artefacts, `${screen.replaceAll(/[&=]/g, '-')}-${size}.png`) });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      expect(await page.locator('.button--primary').count(), 'main actions').toBeLessThanOrEqual(1);
      expect(foreign).toEqual([]);
      await closeScreen(page);
    },
  );

  test('the detector works: a planted unlabelled entry and a pale text are found', async () => {
    const { page } = await openScreen('screen=desk');
    await page.evaluate(() => {
      const entry = document.createElement('input');
      const pale = document.createElement('p');
      pale.textContent = 'Pucat';
      pale.style.color = '#cccccc';
      document.querySelector('main')?.append(entry, pale);
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['label', 'color-contrast']));
    await closeScreen(page);
  });

  test('the page speaks its language, in our own typeface, under the policy of our servers', async () => {
    const { page, complaints } = await openScreen('screen=desk&language=en');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.evaluate(() => document.fonts.check('20px "Atkinson Hyperlegible Next"'))).toBe(true);
    expect(server.asked.some((path) => path.endsWith('.woff2'))).toBe(true);
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
    // the page says so once it has been drawn
    await page.waitForFunction(() => document.documentElement.lang === 'id');
    expect(complaints).toEqual([]);
    await closeScreen(page);
  });

  test('all components together are small', () => {
    const scripts = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js'));
    const bytes = scripts.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(built, 'assets', name))).length,
      0,
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(30 * 1024);
  });
});

describe('LATIHAN', () => {
  test.each(['phone', 'tablet', 'large'] as const)(
    'is in sight on a %s screen wherever one scrolls',
    async (size) => {
      const { page } = await openScreen('screen=parts', size);
      const band = page.getByRole('region', { name: 'LATIHAN' });
      for (const place of [0, 0.5, 1]) {
        await page.evaluate(
          (share) => window.scrollTo(0, document.documentElement.scrollHeight * share),
          place,
        );
        const box = await band.boundingBox();
        expect(box?.y).toBe(0);
        expect(box?.height).toBeGreaterThan(20);
      }
      expect(await page.title()).toMatch(/^LATIHAN/);
      await closeScreen(page);
    },
  );

  test('is nowhere when it is real', async () => {
    const { page } = await openScreen('screen=parts&exercise=0');
    expect(await page.getByText('LATIHAN').count()).toBe(0);
    expect(await page.title()).not.toContain('LATIHAN');
    await closeScreen(page);
  });
});

/** What can be wrong with a ballot as it is drawn: a card partly out of sight, cards of different size, small targets. */
async function ballotFaults(page: Page): Promise<string[]> {
  return page.evaluate((leastPixels) => {
    const faults: string[] = [];
    const cards = [...document.querySelectorAll('.candidate')].map((card) => card.getBoundingClientRect());
    const bar = document.querySelector('.action-bar')?.getBoundingClientRect().top ?? window.innerHeight;
    for (const [index, box] of cards.entries()) {
      if (box.top < 0 || box.bottom > bar + 1 || box.right > window.innerWidth)
        faults.push(`card ${index + 1} is not in sight`);
      if (box.width < leastPixels || box.height < leastPixels) faults.push(`card ${index + 1} is too small`);
      const [first] = cards;
      if (
        first !== undefined &&
        (Math.abs(box.width - first.width) > 1 || Math.abs(box.height - first.height) > 1)
      ) {
        faults.push(`card ${index + 1} is not as large as the first`);
      }
    }
    for (const text of document.querySelectorAll('.face__name, .face__number')) {
      if (text.scrollWidth > text.clientWidth + 1) faults.push(`"${text.textContent}" is cut off`);
    }
    for (const button of document.querySelectorAll('.button--touch')) {
      if (button.getBoundingClientRect().height < leastPixels)
        faults.push(`"${button.textContent}" is too small`);
    }
    if (cards.length === 0) faults.push('there is no ballot');
    return faults;
  }, TWENTY_MM - 0.5);
}

describe('the ballot', () => {
  const sizes = [
    [1280, 800],
    [1920, 1080],
    [800, 1280],
  ] as const;

  test.each(sizes)(
    'on %d × %d: all candidates in sight and alike, in every number and letter size',
    async (width, height) => {
      for (const cards of [3, 4, 5, 6]) {
        const { page } = await openScreen(`screen=booth-choice&cards=${cards}`, [width, height]);
        for (const text of ['1', '2', '3']) {
          await page.evaluate((size) => document.documentElement.setAttribute('data-text-size', size), text);
          expect(await ballotFaults(page), `${cards} cards, letter size ${text}`).toEqual([]);
        }
        await page.screenshot({ path: join(artefacts, `ballot-${width}x${height}-${cards}-cards.png`) });
        await closeScreen(page);
      }
    },
  );

  test('the detector works: a card pushed out of sight, a larger one and a small button are found', async () => {
    const { page } = await openScreen('screen=booth-choice&cards=4');
    await page.evaluate(() => {
      const [, second, third] = document.querySelectorAll<HTMLElement>('.candidate');
      second?.style.setProperty('transform', 'translateY(400px)');
      third?.style.setProperty('transform', 'scale(1.1)');
      document.querySelector<HTMLElement>('.button--touch')?.style.setProperty('min-height', '10px');
    });
    const faults = (await ballotFaults(page)).join('; ');
    expect(faults).toContain('card 2 is not in sight');
    expect(faults).toContain('card 3 is not as large');
    expect(faults).toContain('"Minta bantuan" is too small');
    await closeScreen(page);
  });

  test('is one radio group that the arrow keys go through, and the choice shows by shape and word', async () => {
    const { page } = await openScreen('screen=booth-choice&cards=4');
    expect(await page.getByRole('group', { name: 'Pilih satu' }).ariaSnapshot()).toMatchSnapshot();
    await page.getByRole('radio', { name: /Ahmad Fauzi/ }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: /Bambang Suryanto/ }).isChecked()).toBe(true);
    const marks = await page.locator('.candidate__mark').allInnerTexts();
    expect(marks.map((mark) => mark.trim())).toEqual(['', '', 'Dipilih', '']);
    await page.getByText('Suara kosong').click();
    expect(await page.getByRole('radio', { name: 'Suara kosong' }).isChecked()).toBe(true);
    await closeScreen(page);
  });
});

describe('the keypad', () => {
  test('takes digits by touch, by keyboard wherever the focus is, and as a scanner types them', async () => {
    const { page } = await openScreen('screen=booth-card');
    const entry = page.getByRole('textbox', { name: 'Angka kartu' });
    expect(await entry.inputValue()).toBe('1234 567');
    await page.getByRole('button', { name: '8', exact: true }).click();
    expect(await entry.inputValue()).toBe('1234 5678');
    await page.getByRole('button', { name: 'Hapus satu angka' }).click();
    expect(await entry.inputValue()).toBe('1234 567');
    await page.getByRole('button', { name: 'Hapus semua angka' }).click();
    await page.keyboard.type('90');
    expect(await entry.inputValue()).toBe('90');
    await page.keyboard.press('Backspace');
    expect(await entry.inputValue()).toBe('9');
    await entry.focus();
    await page.keyboard.type('123 45-67x');
    expect(await entry.inputValue()).toBe('9123 4567');
    await entry.fill('1234-5678-9012-3456-7890-1234-9999');
    expect(await entry.inputValue()).toBe('1234 5678 9012 3456 7890 1234');
    expect(await page.locator('.keypad__left').innerText()).toBe('Lengkap');
    await closeScreen(page);
  });

  test('a scanner that ends with Enter does not press the key which was touched last', async () => {
    const { page } = await openScreen('screen=booth-card');
    const clear = page.getByRole('button', { name: 'Hapus semua angka' });
    await clear.click();
    const press = (keys: readonly string[]) =>
      clear.evaluate((button, typed) => {
        const wentThrough = typed.map((key) =>
          button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
        );
        return wentThrough.at(-1);
      }, keys);
    expect(await press(['Enter'])).toBe(true);
    expect(await press(['7', 'Enter'])).toBe(false);
    expect(await page.getByRole('textbox', { name: 'Angka kartu' }).inputValue()).toBe('7');
    await closeScreen(page);
  });

  test('has large keys, tells how many digits are missing and says each digit', async () => {
    const { page } = await openScreen('screen=booth-card');
    expect(await page.getByRole('group', { name: 'Papan angka' }).ariaSnapshot()).toMatchSnapshot();
    for (const key of await page.locator('.keypad__key').all()) {
      const box = await key.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(TWENTY_MM - 0.5);
    }
    expect(await page.getByRole('textbox', { name: 'Angka kartu' }).getAttribute('inputmode')).toBe('none');
    expect(await page.locator('.keypad__left').innerText()).toBe('Kurang 17 angka');
    await page.getByRole('button', { name: '4', exact: true }).click();
    await page.getByRole('status').filter({ hasText: /^4$/ }).waitFor({ state: 'attached' });
    await closeScreen(page);
  });
});

describe('the desk by keyboard alone', () => {
  test('type, arrow down, Enter; Escape empties the search', async () => {
    const { page } = await openScreen('screen=desk');
    const search = page.getByRole('combobox', { name: 'Cari pemilih' });
    expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('option').count()).toBe(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.getByRole('option', { selected: true }).getAttribute('id');
    expect(chosen).not.toBeNull();
    expect(await search.getAttribute('aria-activedescendant')).toBe(chosen);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sari Oktavia' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await search.inputValue()).toBe('');
    await page.keyboard.type('sariman');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sariman bin Tohir' }).waitFor();
    await closeScreen(page);
  });

  test('the first stop of the keyboard leads past the head', async () => {
    const { page } = await openScreen('screen=board');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => document.activeElement?.closest('main')?.id);
    expect(place).toBe('main');
    await closeScreen(page);
  });
});

describe('buttons and dialog', () => {
  test('the dialog keeps the rest out of reach, Escape means no, and the focus returns', async () => {
    const { page } = await openScreen('screen=parts');
    const opener = page.getByRole('button', { name: 'Tutup TPS' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tutup pemungutan suara?' });
    await dialog.waitFor();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.screenshot({ path: join(artefacts, 'dialog.png') });
    for (let stop = 0; stop < 5; stop += 1) {
      await page.keyboard.press('Tab');
      const isOutside = await page.evaluate(
        () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
      );
      expect(isOutside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await closeScreen(page);
  });

  test('a button that cannot be pressed stays reachable and says why; a busy one says so', async () => {
    const { page } = await openScreen('screen=parts');
    const sealed = page.getByRole('button', { name: 'Segel hasil' });
    expect(await sealed.getAttribute('aria-disabled')).toBe('true');
    const reason = await sealed.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${reason}"]`).innerText()).toBe('Masih ada 3 kartu terbuka.');
    await sealed.focus();
    expect(await sealed.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('button', { name: /Mencetak/ }).getAttribute('aria-busy')).toBe('true');
    await closeScreen(page);
  });
});

test('the QR picture reads back as its text', async () => {
  const { page } = await openScreen('screen=parts');
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const png = await page.getByRole('img', { name: 'QR contoh' }).screenshot();
  const [found] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] });
  expect(found?.text).toBe('bilik/v1/contoh');
  await closeScreen(page);
});

test('a live screen follows its process, says when it is cut off, keeps the last figure and comes back', async () => {
  server.setPresent(41);
  const { page } = await openScreen('screen=live');
  const figure = page.locator('.figure__value');
  await page.getByText('Angka terbaru').waitFor();
  expect(await figure.innerText()).toBe('41');
  server.setPresent(1042);
  await page.getByText('1.042').waitFor();
  server.pullCable();
  await page.getByText('Terputus. Angka ini mungkin sudah lama.').waitFor();
  await page.getByText('Terputus dari mesin TPS').waitFor();
  expect(await figure.innerText()).toBe('1.042');
  server.setPresent(1043);
  server.plugIn();
  await page.getByText('1.043').waitFor();
  await page.getByText('Angka terbaru').waitFor();
  await closeScreen(page);
});
