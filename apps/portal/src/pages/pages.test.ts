import { CHECK_PAGE_PATH, rulePackFingerprint } from '@bilik/publication';
import { syntheticSnapshot } from '@bilik/publication/synthetic';
import { describe, expect, test } from 'vitest';
import { allPages } from './all-pages.ts';
import { escapeText, html } from './html.ts';
import { indexPage } from './index-page.ts';
import { writePage } from './layout.ts';
import { pageContext } from './page-context.ts';

const AT = '2026-11-22T08:00:00Z';
const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8');
const pagesOf = (villages: number, candidateNames?: readonly string[]) =>
  new Map(
    allPages(
      syntheticSnapshot({
        seed: 9,
        villages,
        counted: 0.7,
        at: AT,
        ...(candidateNames && { candidateNames }),
      }).snapshot,
      { logKey: 'pilkades.example/log+00000000+AAAA', checkPage: '' },
    ),
  );

describe('every page', () => {
  const hostile = '<script>alert(1)</script>"\u0027&';
  const pages = pagesOf(4, [hostile, 'Sari', 'Budi']);
  const screens = [...pages].filter(([path]) => path.endsWith('.html') && path !== 'periksa.html');

  test('a candidate’s name is text and never markup, in pages and tables', () => {
    const showing = screens.filter(([, text]) => text.includes('alert(1)'));
    expect(showing.length).toBeGreaterThan(10);
    for (const [path, text] of showing) expect(text, path).not.toContain('<script>alert');
  });

  test('has a policy that lets nothing run but its own bytes, and asks nothing of elsewhere', () => {
    for (const [path, text] of screens) {
      expect(text, path).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
      expect(text, path).not.toMatch(/unsafe|https?:\/\/|\son[a-z]+=|\sstyle=/);
      const addresses = [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
      expect(
        addresses.filter((address) => /^(?:[a-z]+:(?!,)|\/)/.test(address)),
        path,
      ).toEqual([]);
    }
  });

  test('every address leads to a file that is there', () => {
    let followed = 0;
    for (const [path, text] of screens) {
      for (const [, address = ''] of text.matchAll(/\shref="([^"#]*)[^"]*"/g)) {
        if (address.startsWith('data:') || address.includes('berkas/')) continue;
        const target = new URL(address, `http://x/${path}`).pathname.slice(1);
        const isThere = pages.has(target) || ['manifest', 'checkpoint'].includes(target);
        expect(isThere, `${path} → ${target}`).toBe(true);
        followed += 1;
      }
    }
    expect(followed).toBeGreaterThan(300);
  });

  test('exists in both languages', () => {
    const own = screens.map(([path]) => path).filter((path) => !path.startsWith('en/'));
    for (const path of own) expect(pages.has(`en/${path}`), path).toBe(true);
  });
});

test('the first page of a whole regency is below 30 kB, style and script included; above that size it lists sub-districts', () => {
  const index = (villages: number) => {
    const { snapshot } = syntheticSnapshot({ seed: 9, villages, counted: 0.7, at: AT });
    const context = pageContext(snapshot, 'id');
    return writePage(context, indexPage(context));
  };
  const banyuasin = index(313);
  expect(bytesOf(banyuasin)).toBeLessThan(30_000);
  expect([...banyuasin.matchAll(/<li>/g)]).toHaveLength(313);
  const large = index(400);
  expect(bytesOf(large)).toBeLessThan(30_000);
  expect(large).not.toContain('<script>');
});

test('what a rule rests on is said in the language of the page, also where a rule pack is older and says it once', () => {
  const { snapshot } = syntheticSnapshot({ seed: 9, villages: 1, counted: 1, at: AT });
  const written = (changed: typeof snapshot) => {
    const pages = new Map(allPages(changed, { logKey: '', checkPage: '' }));
    const path = `desa/${changed.villages[0]?.code}.html`;
    return { id: pages.get(path) ?? '', en: pages.get(`en/${path}`) ?? '' };
  };
  const { id, en } = written(snapshot);
  expect(id).toContain('Peraturan daerah: suara sah terbanyak menang');
  expect(id).not.toContain('the most valid votes win');
  expect(en).toContain('Local rules: the most valid votes win');
  const [pack] = snapshot.rulePacks;
  const [village] = snapshot.villages;
  if (pack === undefined || village === undefined) throw new Error('one village by one pack');
  const older = {
    ...pack,
    citations: pack.citations.map((citation) => ({ ...citation, title: 'Perda 1/2020' })),
  };
  const said = written({
    ...snapshot,
    rulePacks: [older],
    villages: [{ ...village, rulePack: rulePackFingerprint(older) }],
  });
  for (const page of [said.id, said.en]) expect(page).toContain('Perda 1/2020');
});

test('the checking page of an exercise is marked, and a real one is as it was built', () => {
  const { snapshot } = syntheticSnapshot({ seed: 9, villages: 1, counted: 1, at: AT });
  const checkPage = '<!doctype html>\n<html lang="id" data-kind="office"><body></body></html>';
  const written = (kind: typeof snapshot.kind) =>
    new Map(allPages({ ...snapshot, kind }, { logKey: '', checkPage })).get(CHECK_PAGE_PATH);
  expect(written('exercise')).toContain('<html data-site="exercise" lang="id"');
  expect(written('real')).toBe(checkPage);
});

test('what stands between the pieces of a template is escaped, markup is not', () => {
  expect(escapeText(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  expect(html`<p title="${'"'}">${['<', 1, null, false, html`<b>`]}</p>`.markup).toBe(
    '<p title="&quot;">&lt;1<b></p>',
  );
});
