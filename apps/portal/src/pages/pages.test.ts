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

test('what stands between the pieces of a template is escaped, markup is not', () => {
  expect(escapeText(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  expect(html`<p title="${'"'}">${['<', 1, null, false, html`<b>`]}</p>`.markup).toBe(
    '<p title="&quot;">&lt;1<b></p>',
  );
});
