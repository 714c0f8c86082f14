import type { PublishedPart, PublishedPlace, PublishedVillage } from '@bilik/publication';
import { qrPath } from '@bilik/ui/qr-path';
import encodeQR from 'qr';
import { checkAddress, codeCheckAddress, inLanguage } from './check-address.ts';
import { html, type Piece, trusted } from './html.ts';
import type { PageBody } from './layout.ts';
import {
  blankLabel,
  figuresLine,
  optionNames,
  type PageContext,
  placeTitle,
  villagePath,
} from './page-context.ts';

/** A polling place: its figures, and everything by which anybody checks them. */
export function placePage(context: PageContext, village: PublishedVillage, place: PublishedPlace): PageBody {
  const { say, count, language } = context;
  const { registered, result, withheld, mode, id } = place;
  const up = language === 'id' ? '../' : '../../';
  return {
    path: `tps/${id}.html`,
    title: `${placeTitle(context, place)}, ${village.name}`,
    content: html`<p class="soft"><a href="../${villagePath(village.code)}">${say('portal.village', { name: village.name })}</a> · ${id} · ${say(`portal.mode.${mode}`)}</p>
<p>${say('portal.registered.sex', { count: count(registered.L + registered.P), men: count(registered.L), women: count(registered.P) })}</p>
${
  result === null
    ? html`<p class="state">${withheld === undefined ? say('portal.place.none') : say('portal.place.withheld', { version: withheld.version, reason: withheld.reason })}</p>`
    : html`${figuresTable(context, village, result.figures)}
<p class="soft">${say('portal.version', { version: result.version })}</p>
${result.parts.map((part, index) => partOf(context, { village, place, part, up, number: result.parts.length > 1 ? index + 1 : undefined }))}`
}
${evidenceLink(context, id, up)}`,
  };
}

/** Whoever saw another sheet on the wall says so; a result that is not in yet may be sent too. */
function evidenceLink({ say, snapshot }: PageContext, place: string, up: string): Piece {
  const { id, evidencePage } = snapshot.event;
  if (evidencePage === null) return null;
  const isAnywhere = evidencePage.startsWith('https:');
  return html`<p class="noprint"><a href="${isAnywhere ? '' : up}${evidencePage}#/${id}/${place}">${say('portal.sendEvidence')}</a>${isAnywhere ? null : html` <span class="soft">${say('portal.sendEvidence.here')}</span>`}</p>`;
}

function figuresTable(
  context: PageContext,
  village: PublishedVillage,
  figures: PublishedPart['figures'],
): Piece {
  const { say, count } = context;
  const names = optionNames(context, village);
  const rows = [
    ...figures.options.map(({ key, votes }) => [names.get(key) ?? key, votes] as const),
    [say('portal.valid'), figures.valid] as const,
    [say('portal.invalid'), figures.invalid] as const,
    [blankLabel(context, village), figures.blank] as const,
    [say('portal.total'), figures.total] as const,
    [say('portal.users'), figures.users] as const,
  ];
  return html`<div class="wide"><table><tbody>
${rows.map(
  ([label, value]) => html`<tr><th scope="row">${label}</th><td class="n">${count(value)}</td></tr>
`,
)}</tbody></table></div>`;
}

interface ShownPart {
  readonly village: PublishedVillage;
  readonly place: PublishedPlace;
  readonly part: PublishedPart;
  /** From the page to the root of the site. */
  readonly up: string;
  /** Of a place with several parts. */
  readonly number: number | undefined;
}

function partOf(context: PageContext, shown: ShownPart): Piece {
  const { say, snapshot, language } = context;
  const { village, place, part, up, number } = shown;
  const { source, evidence } = part;
  const check = inLanguage(
    checkAddress({ kind: snapshot.kind, contest: village.contest }, place, part),
    language,
  );
  return html`<h2>${number === undefined ? say('portal.evidence') : say('portal.part', { number })}</h2>
<p>${say(`portal.source.${source}`)}</p>
${number !== undefined && figuresTable(context, village, part.figures)}
${evidence.record !== null && html`<p class="noprint"><a href="${up}${check}">${say('portal.check')}</a></p><p class="noprint"><a href="${up}${check}">${say('portal.check.tracker')}</a></p>`}
<ul>${download(context, up, evidence.record, say('portal.download.record'))}${download(context, up, evidence.signedResult, say('portal.download.signedResult'))}${download(context, up, evidence.voidList, say('portal.download.voidList'))}</ul>
${evidence.sheetPhotos.map((photo, index) => sheetPhoto(context, shown, photo, index + 1))}
${evidence.codePhoto === 'not-shown' && html`<p>${say('portal.codePhoto.not-shown')}</p>`}
${evidence.code !== null && codeOf(context, shown, evidence.code)}`;
}

function download({ filePath, say }: PageContext, up: string, sha256: string | null, label: string): Piece {
  if (sha256 === null) return null;
  return html`<li><a href="${up}${filePath(sha256)}" download>${label}</a><br><span class="soft">${say('portal.hash')}: <code>${sha256}</code></span></li>
`;
}

/** The photo says the same numbers to those who cannot see it. */
function sheetPhoto(
  context: PageContext,
  { village, place, part, up }: ShownPart,
  sha256: string,
  page: number,
): Piece {
  const { say, filePath } = context;
  const figures = figuresLine(context, part.figures, optionNames(context, village));
  const path = `${up}${filePath(sha256)}`;
  return html`<p><a href="${path}"><img class="photo" src="${path}" alt="${say('portal.sheetPhoto', { place: placeTitle(context, place), page, figures })}" loading="lazy"></a></p>
<p><a href="${path}" download>${say('portal.download.photo')}</a><br><span class="soft">${say('portal.hash')}: <code>${sha256}</code></span></p>
`;
}

const QUIET_ZONE_MODULES = 4;

/** Dark on white always: cheap cameras do not read the reverse. */
function codeOf(
  { say, snapshot, language }: PageContext,
  { place, part, up }: ShownPart,
  text: string,
): Piece {
  // a center signs what two people read from a sheet; the board did not
  const means = part.source === 'sheet' ? 'portal.code.means.sheet' : 'portal.code.means';
  const address = codeCheckAddress(snapshot, place.id, text);
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE_MODULES });
  const size = modules.length;
  return html`<h2>${say('portal.code')}</h2><p>${say(means)}</p>
<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${say('portal.code')}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${trusted(qrPath(modules))}"/></svg>
<details><summary>${say('portal.code.text')}</summary><p><code>${text}</code></p></details>
${address !== undefined && html`<p><a href="${up}${inLanguage(address, language)}">${say('portal.code.check')}</a></p>`}`;
}
