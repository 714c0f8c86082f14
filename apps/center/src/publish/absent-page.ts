import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publish } from '@bilik/words/catalogue/center/publish';
import { phrasesOf } from '@bilik/words/phrases';

const words = phrasesOf(publish);

/** The colours and the typeface's name of every screen of ours. */
const TOKENS =
  /:root \{[^}]*\}/.exec(
    readFileSync(fileURLToPath(import.meta.resolve('@bilik/ui/tokens.css')), 'utf8'),
  )?.[0] ?? '';

const STYLE = `${TOKENS}
html{font:1.125rem/1.5 var(--typeface);color:var(--ink);background:var(--paper)}
body{margin:0 auto;max-width:40rem;padding:0 1rem 3rem}
.latihan{background:var(--exercise);color:var(--on-exercise);font-weight:700;text-align:center;padding:.4rem 1rem}
h1{font-size:1.5rem;line-height:1.25}
section{border-top:.1rem solid var(--line)}
a{color:var(--accent)}`;

/** Nothing runs, and nothing but this style is read. */
export const ABSENT_POLICY: string = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'; frame-ancestors 'none'`;

/** What stands where nothing is published yet, or where a published site has no such page; both languages on one page. */
export function absentPage(kind: 'exercise' | 'real', isPublished: boolean): string {
  const what = isPublished ? 'publish.absent.noPage' : 'publish.absent.notYet';
  const sections = (['id', 'en'] as const).map(
    (language) => `<section lang="${language}"><h1>${words(language, what)}</h1>
<p>${words(language, `${what}.means`)}</p>
${isPublished ? `<p><a href="/publik/">${words(language, 'publish.absent.toStart')}</a></p>` : ''}</section>`,
  );
  const exercise =
    kind === 'exercise' ? `<header class="latihan">${words('id', 'publish.absent.exercise')}</header>` : '';
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${words('id', what)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body>${exercise}<main>
${sections.join('\n')}
</main></body></html>
`;
}
