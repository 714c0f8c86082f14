import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBallot, parsePublicCredentials } from '@bilik/ballot';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { lessIsBetter, type Measurement } from '../figure.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { describeSpread, median } from '../run/spread.ts';
import { type BenchElection, makeBenchElection } from './bench-election.ts';
import { BOOTH_SLOWDOWN, launchBrowser, slowDown } from './browser.ts';
import type { TimedBallot } from './encrypt-page.ts';

const LIMIT_MS = 150;
const BALLOTS = 40;

/** Builds the page's script as booth pages are built. @returns its path */
async function buildScript(folder: string): Promise<string> {
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, 'encrypt-page.ts'),
        formats: ['iife'],
        name: 'encryptPage',
        fileName: () => 'encrypt-page.js',
      },
      target: ['chrome109', 'firefox115', 'safari16.4'],
      reportCompressedSize: false,
    },
  });
  return join(folder, 'encrypt-page.js');
}

/** One voter after the other on one page's main thread, each in a turn of its own. */
async function encryptInBrowser(
  browser: Browser,
  script: string,
  { election, answerCount, cards }: BenchElection,
  slowdown: number,
): Promise<{ readonly warmMs: number; readonly ballots: readonly TimedBallot[] }> {
  const page = await browser.newPage();
  await page.addScriptTag({ path: script });
  await slowDown(page, slowdown);
  const warmMs = await page.evaluate((text) => window.openMaker(text), election.text);
  const ballots: TimedBallot[] = [];
  for (const [index, { code }] of cards.entries()) {
    const vote = { code, answer: index % answerCount };
    ballots.push(await page.evaluate(({ code, answer }) => window.voteOnce(code, answer), vote));
  }
  await page.close();
  return { warmMs, ballots };
}

/** Throws unless every ballot is one that a station takes: a quick wrong ballot is no figure. */
function checkAll({ election, credentialsText }: BenchElection, ballots: readonly TimedBallot[]): void {
  const credentials = parsePublicCredentials(election.group, credentialsText);
  if (!credentials.ok) throw new Error('the bench made a wrong list of credentials');
  for (const { text } of ballots) {
    const checked = checkBallot({ election, credentials: credentials.value, text });
    if (!checked.ok) throw new Error(`the page made a wrong ballot: ${checked.error.type}`);
  }
}

/** `belenios-tool election generate-ballot`, start of its process and its own check of the ballot included. */
function encryptByTool(folder: string, { answerCount, cards, archive }: BenchElection): number[] {
  writeFileSync(join(folder, archive.name), archive.bytes);
  return cards.map(({ code }, index) => {
    const choices = Array.from({ length: answerCount }, (_, answer) =>
      answer === index % answerCount ? 1 : 0,
    );
    writeFileSync(join(folder, 'card'), `${code}\n`);
    writeFileSync(join(folder, 'choices'), JSON.stringify([choices]));
    const started = performance.now();
    execFileSync(
      'belenios-tool',
      ['election', 'generate-ballot', '--privcred', 'card', '--ballot', 'choices'],
      { cwd: folder, stdio: 'ignore' },
    );
    return performance.now() - started;
  });
}

/**
 * One ballot in Chromium at 6× CPU throttle, by the code of the voting worker on the throttled main thread, tables built before:
 * median for 5 and for 3 candidates and blank, against the limit of 150 ms. And unthrottled, against `belenios-tool`.
 */
export const measureEncrypt: Measurement = async function* (say) {
  const ballots = scaled(BALLOTS, 5);
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-'));
  const browser = await launchBrowser();
  try {
    const script = await buildScript(folder);
    say(describeLoad());
    for (const [name, candidates] of [
      ['booth.encrypt', 5],
      ['booth.encrypt.three', 3],
    ] as const) {
      const made = makeBenchElection(candidates, ballots);
      const slow = await encryptInBrowser(browser, script, made, BOOTH_SLOWDOWN);
      checkAll(made, slow.ballots);
      const times = slow.ballots.map(({ makeMs }) => makeMs);
      const cardTimes = slow.ballots.map(({ readCardMs }) => readCardMs);
      say(
        `${candidates} candidates and blank at ${BOOTH_SLOWDOWN}×: ${describeSpread(times)}, the first ${times[0]?.toFixed(1)}; ` +
          `card ${describeSpread(cardTimes)}; tables ${slow.warmMs.toFixed(0)} ms`,
      );
      yield lessIsBetter(name, 'ms/ballot', median(times), LIMIT_MS, ballots);
    }
    const made = makeBenchElection(5, ballots);
    const full = await encryptInBrowser(browser, script, made, 1);
    checkAll(made, full.ballots);
    const times = full.ballots.map(({ makeMs }) => makeMs);
    const toolTimes = encryptByTool(folder, made);
    say(`unthrottled: ${describeSpread(times)}; belenios-tool: ${describeSpread(toolTimes)}`);
    yield lessIsBetter('booth.encrypt.tool', 'ms/ballot', median(times), median(toolTimes), ballots);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
};
