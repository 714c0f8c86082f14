import { CHECK_PAGE_PATH, CHECKPOINT_PATH, KEY_PATH, MANIFEST_PATH, SNAPSHOT_PATH } from '@bilik/publication';
import { inLanguage } from './check-address.ts';
import { html } from './html.ts';
import type { PageBody } from './layout.ts';
import { figuresLine, optionNames, type PageContext, placePath, placeTitle } from './page-context.ts';

/** Where each table of open data stands. */
export const DATA_PATHS = {
  villages: 'data/desa.csv',
  places: 'data/tps.csv',
  corrections: 'data/koreksi.csv',
  nist: 'data/nist-sp-1500-100.json',
} as const;

/** Pages in English stand one folder deeper. */
const upOf = ({ language }: PageContext): string => (language === 'id' ? '' : '../');

/** Every change after publication: corrections are news, no shame. */
export function correctionsPage(context: PageContext): PageBody {
  const { snapshot, say, moment } = context;
  const places = new Map(
    snapshot.villages.flatMap((village) =>
      village.places.map((place) => [place.id as string, { village, place }]),
    ),
  );
  const newestFirst = [...snapshot.corrections].reverse();
  return {
    path: 'koreksi.html',
    title: say('portal.corrections'),
    content: html`<p>${say('portal.corrections.lead')}</p>
${
  newestFirst.length === 0
    ? html`<p>${say('portal.corrections.none')}</p>`
    : newestFirst.map(({ place: id, version, at, reason, before, after }) => {
        const found = places.get(id);
        if (found === undefined) throw new Error(`A correction of ${id}, which is not in the snapshot`);
        const names = optionNames(context, found.village);
        return html`<h2><a href="${placePath(id)}">${placeTitle(context, found.place)}, ${found.village.name}</a>: ${say('portal.version', { version })}</h2>
<p>${say('portal.corrections.when')}: ${moment(at)}</p><p>${say('portal.corrections.reason')}: ${reason}</p>
<p>${say('portal.corrections.from')}: ${figuresLine(context, before, names)}</p><p>${say('portal.corrections.to')}: ${figuresLine(context, after, names)}</p>
`;
      })
}`,
  };
}

export function dataPage(context: PageContext): PageBody {
  const { say } = context;
  const up = upOf(context);
  const links = [
    [DATA_PATHS.villages, say('portal.data.villages')],
    [DATA_PATHS.places, say('portal.data.places')],
    [DATA_PATHS.corrections, say('portal.data.corrections')],
    [DATA_PATHS.nist, say('portal.data.nist')],
    [SNAPSHOT_PATH, say('portal.data.snapshot')],
    [MANIFEST_PATH, say('portal.data.manifest')],
    [CHECKPOINT_PATH, say('portal.data.checkpoint')],
    [KEY_PATH, say('portal.data.key')],
  ] as const;
  return {
    path: 'data.html',
    title: say('portal.data'),
    content: html`<p>${say('portal.data.lead')}</p>
<p>${say('portal.data.languages')}</p>
<ul>${links.map(
      ([path, label]) => html`<li><a href="${up}${path}">${label}</a></li>
`,
    )}</ul>`,
  };
}

/** @param logKey the log's public key as others write it down */
export function howToCheckPage(context: PageContext, logKey: string): PageBody {
  const { say } = context;
  return {
    path: 'cara-periksa.html',
    title: say('portal.how'),
    content: html`<ol><li>${say('portal.how.numbers')}</li>
<li>${say('portal.how.record')} <a href="${upOf(context)}${inLanguage(CHECK_PAGE_PATH, context.language)}">${say('portal.how.record.open')}</a></li>
<li>${say('portal.how.code')}</li>
<li>${say('portal.how.site')}</li>
<li>${say('portal.how.log')}</li></ol>
<p>${say('portal.how.key')}</p><p><code>${logKey}</code></p>`,
  };
}

export function privacyPage({ say }: PageContext): PageBody {
  return {
    path: 'privasi.html',
    title: say('portal.privacy'),
    content: html`<ul><li>${say('portal.privacy.visitor')}</li><li>${say('portal.privacy.voter')}</li><li>${say('portal.privacy.tracker')}</li><li>${say('portal.privacy.candidates')}</li></ul>`,
  };
}
