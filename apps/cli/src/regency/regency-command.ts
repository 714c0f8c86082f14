import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { villageKind } from '@bilik/election';
import { findRegency, villagesOf } from '@bilik/intake';
import { readFlags, wholeNumber } from '../command-line/flags.ts';
import { isOnPath } from '../exercise/announcement.ts';
import { portalCommand } from '../portal/portal-command.ts';
import { rehearseRegency } from './rehearse-regency.ts';

export const USAGE = `bilik rehearse regency --out DIR [--regency 16.07] [--villages 240] [--electronic 6] [--voters N] [--seed 3] [--json]
  Seluruh pilkades serentak satu kabupaten dengan orang simulasi, dari daftar sampai keputusan. /
  A whole regency's elections with simulated people, from list to decree.
  --voters  di semua desa, paling sedikit 200 per desa / in all villages, at least 200 each (default 240 each)
  DIR       kosong atau belum ada / empty or not there; ditinggalkan / left there: portal/, records/*.bel`;

const FEWEST_VOTERS = 200;
const USUAL_VOTERS = 240;
const MOST_VOTERS = 1_000_000;

/** `bilik rehearse regency` @returns 0 all is right, 1 something is not, 2 for a wrong call */
export async function regencyCommand(parameters: readonly string[]): Promise<number> {
  const values = readFlags(parameters, {
    regency: { type: 'string', default: '16.07' },
    villages: { type: 'string', default: '240' },
    electronic: { type: 'string', default: '6' },
    voters: { type: 'string' },
    seed: { type: 'string', default: '3' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const villages = wholeNumber(values?.villages, 1, 500);
  const electronic = wholeNumber(values?.electronic, 0, villages ?? 0);
  const voters =
    villages === undefined
      ? undefined
      : wholeNumber(values?.voters ?? String(villages * USUAL_VOTERS), villages * FEWEST_VOTERS, MOST_VOTERS);
  const seed = wholeNumber(values?.seed, 0, 999_999_999);
  const out = values?.out;
  if (
    values === undefined ||
    villages === undefined ||
    electronic === undefined ||
    voters === undefined ||
    seed === undefined ||
    out === undefined
  ) {
    console.error(USAGE);
    return 2;
  }
  const found = findRegency(values.regency);
  if (!found.ok) {
    console.error(`${found.error.sentence.id}\n${found.error.sentence.en}`);
    return 2;
  }
  const electing = villagesOf(found.value.code).filter(
    ({ code }) => villageKind(code) !== 'kelurahan',
  ).length;
  if (villages > electing) {
    console.error(
      `--villages: ${found.value.name} punya ${electing} desa; tidak ada yang dimulai. / has ${electing} villages that elect a head; nothing was begun.`,
    );
    return 2;
  }
  if (existsSync(out) && !(statSync(out).isDirectory() && readdirSync(out).length === 0)) {
    console.error(
      `${out} tidak kosong; tidak ada yang dimulai. Pakai folder baru. / is not empty; nothing was begun. Use a new folder.`,
    );
    return 2;
  }
  mkdirSync(out, { recursive: true });
  const say = values.json ? () => undefined : (line: string) => console.log(line);
  const order = { regency: found.value.code, villages, electronic, voters, seed, out };
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  const report = await rehearseRegency(order, stopping.signal, say).catch((error: unknown) => {
    console.error(` ✗ ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  });
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop);
  if (report === undefined) {
    console.error(
      `Latihan berhenti di langkah itu; yang sudah ada tetap di ${out}. / The rehearsal stopped at that step; what was made stays in ${out}.`,
    );
    console.error(howToForget(out));
    return 1;
  }
  const { places, ends, wrong } = report;
  say('');
  say(
    `${report.villages} desa, ${places.electronic} TPS elektronik (${report.casts} suara), ${places.paper} TPS kertas (${report.resolved} dibaca orang ketiga)`,
  );
  say(
    Object.entries(ends)
      .map(([end, count]) => `${end}: ${count}`)
      .join(', '),
  );
  say(howToForget(out));
  for (const difference of wrong) console.error(` ✗ ${difference}`);
  if (values.json) console.log(JSON.stringify(report));
  const checked = values.json ? 0 : await portalCommand(['check', join(out, 'portal')]);
  const accepted = recordsAccepted(join(out, 'records'), say);
  return wrong.length === 0 && checked === 0 && accepted ? 0 : 1;
}

/** As root the database lies outside the folder, and removing that alone would leave it. */
function howToForget(out: string): string {
  return `Basis data kantor tinggal; hapus dengan / the office's database stays; remove it by: bilik center forget --home ${join(out, 'center')} --word center`;
}

/** Has the tool that others wrote check every record, where it is installed. */
function recordsAccepted(folder: string, say: (line: string) => void): boolean {
  const records = readdirSync(folder).filter((name) => name.endsWith('.bel'));
  if (!isOnPath('belenios-tool', process.env['PATH'] ?? '')) {
    say(
      `belenios-tool belum terpasang: ${records.length} arsip belum diperiksa dengannya / is not installed`,
    );
    return true;
  }
  let isRight = true;
  for (const name of records) {
    // the tool wants a folder with one record
    const alone = mkdtempSync(join(tmpdir(), 'bilik-record-'));
    try {
      copyFileSync(join(folder, name), join(alone, name));
      execFileSync('belenios-tool', ['election', 'verify', '--dir', alone], { stdio: 'pipe' });
      say(` ✓ belenios-tool: ${name}`);
    } catch (error) {
      isRight = false;
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
      console.error(` ✗ belenios-tool: ${name}: ${said}`);
    } finally {
      rmSync(alone, { recursive: true, force: true });
    }
  }
  return isRight;
}
