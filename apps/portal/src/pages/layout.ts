import { createHash } from 'node:crypto';
import { html, type Markup, type Piece, trusted } from './html.ts';
import { inLanguage, type PageContext, upFrom } from './page-context.ts';
import { PAGE_STYLE } from './style.ts';

/** One page before its frame. */
export interface PageBody {
  /** Path of the Indonesian page; the English one stands below `en/`. */
  readonly path: string;
  readonly title: string;
  readonly content: Piece;
  /** The one script that a page may have. */
  readonly script?: string;
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** Nothing runs but these very bytes, and nothing is asked of anywhere else. */
function policyOf(script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(PAGE_STYLE)}`,
    "img-src 'self' data:",
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A whole page: what every page says at its head and foot, and what a browser must not do. */
export function writePage(context: PageContext, body: PageBody): string {
  const { snapshot, language, say, moment } = context;
  const path = inLanguage(language, body.path);
  const up = upFrom(path);
  const own = (target: string) => up + inLanguage(language, target);
  const other = up + inLanguage(language === 'id' ? 'en' : 'id', body.path);
  const { script } = body;
  const page: Markup = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(script)}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><title>${body.title} · ${snapshot.event.title[language]}</title><link rel="icon" href="data:,"><style>${trusted(PAGE_STYLE)}</style></head>
<body><header>${snapshot.kind === 'exercise' && html`<p class="latihan">${say('portal.exercise')}</p>`}<a href="${own('index.html')}">${say('portal.regency', { name: snapshot.regency.name })}</a><a href="${other}" lang="${language === 'id' ? 'en' : 'id'}">${say('portal.language')}</a></header>
<main>
<h1>${body.title}</h1>
${body.content}
</main>
<footer><span>${say('portal.at', { number: snapshot.number, time: moment(snapshot.at) })}</span><span>${say('portal.publishedBy', { office: snapshot.event.office })}</span><a href="${own('koreksi.html')}">${say('portal.foot.corrections')}</a><a href="${own('data.html')}">${say('portal.foot.data')}</a><a href="${own('cara-periksa.html')}">${say('portal.foot.check')}</a><a href="${own('privasi.html')}">${say('portal.foot.privacy')}</a></footer>
${script !== undefined && html`<script>${trusted(script)}</script>`}</body></html>
`;
  return page.markup;
}
