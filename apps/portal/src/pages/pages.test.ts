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

test('a village that left the event stands on the first page with its day and reason, as text', () => {
  const { snapshot } = syntheticSnapshot({ seed: 9, villages: 2, counted: 0.7, at: AT });
  const [village] = snapshot.villages;
  if (village === undefined || village.votingDate === null) throw new Error('two villages');
  const left = [
    { code: village.code, name: 'Suka <b>', on: village.votingDate, reason: 'Calon tinggal satu.' },
  ];
  const index = (changed: typeof snapshot, language: 'id' | 'en') => {
    const context = pageContext(changed, language);
    return writePage(context, indexPage(context));
  };
  const said = `<li><b>Suka &lt;b&gt;</b> (${village.code}). `;
  expect(index({ ...snapshot, left }, 'id')).toContain(
    `${said}Keluar Minggu, 22 November 2026: Calon tinggal satu.`,
  );
  expect(index({ ...snapshot, left }, 'en')).toContain('Villages that left this election');
  expect(index(snapshot, 'id')).not.toContain('keluar dari pemilihan');
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

describe('what a page says of itself is so', () => {
  const { snapshot } = syntheticSnapshot({ seed: 9, villages: 4, counted: 1, at: AT });
  const pageOf = (path: string, event: Partial<typeof snapshot.event> = {}) =>
    new Map(
      allPages(
        { ...snapshot, event: { ...snapshot.event, ...event } },
        { logKey: 'pilkades.example/log+00000000+AAAA', checkPage: '' },
      ),
    ).get(path) ?? '';
  const coded = (source: 'sheet' | 'trustees') => {
    const [village] = snapshot.villages;
    const [place] = village?.places ?? [];
    const [part] = place?.result?.parts ?? [];
    if (!village || !place?.result || !part) throw new Error('a counted place');
    const parts = [{ ...part, source, evidence: { ...part.evidence, code: 'BILIK1/ABC' } }];
    const places = [{ ...place, result: { ...place.result, parts } }];
    const pages = allPages(
      { ...snapshot, villages: [{ ...village, places }] },
      { logKey: '', checkPage: '' },
    );
    return new Map(pages).get(`tps/${place.id}.html`) ?? '';
  };

  test('the center signed a paper place’s code after typing: it is not what the board posted', () => {
    expect(coded('sheet')).toContain('ditandatangani pusat kabupaten');
    expect(coded('sheet')).not.toContain('Sama dengan kode pada kertas yang ditempel');
    expect(coded('trustees')).toContain('Sama dengan kode pada kertas yang ditempel');
  });

  test('witnesses from outside are a possibility', () => {
    expect(pageOf('cara-periksa.html')).toContain('dapat ikut menandatangani');
    expect(pageOf('en/cara-periksa.html')).toContain('may cosign');
  });

  test('a link beside the site says that a copy has it not; an address of its own says nothing', () => {
    const path = `tps/${snapshot.villages[0]?.places[0]?.id}.html`;
    const sentence = 'tidak pada salinan foldernya';
    expect(pageOf(path, { evidencePage: '../bukti/' })).toContain(sentence);
    const elsewhere = pageOf(path, { evidencePage: 'https://pilkades.example/bukti/' });
    expect(elsewhere).toContain('href="https://pilkades.example/bukti/#/');
    expect(elsewhere).not.toContain(sentence);
  });
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
