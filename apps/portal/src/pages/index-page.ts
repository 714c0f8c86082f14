import type { LeftVillage, PublishedVillage } from '@bilik/publication';
import { html, type Piece } from './html.ts';
import type { PageBody } from './layout.ts';
import { type PageContext, shapeOf, subDistrictPath, villagePath } from './page-context.ts';

/** More names would make the first page larger than 30 kB: then the sub-districts are listed alone. */
const VILLAGES_ON_FIRST_PAGE = 330;

/**
 * Puts a search field over the list: without a script there is no field that does nothing. It reads the list that is there, keeps nothing
 * and asks nobody.
 */
function searchScript(label: string, none: string): string {
  return `{const s=document.querySelectorAll("section"),l=document.createElement("label"),i=document.createElement("input"),n=document.createElement("p");l.textContent=${quoted(label)};i.type="search";i.autocomplete="off";n.textContent=${quoted(none)};n.hidden=true;n.setAttribute("role","status");l.append(i);s[0].before(l,n);i.addEventListener("input",()=>{const q=i.value.trim().toLowerCase();let f=0;for(const x of s){let a=0;for(const v of x.querySelectorAll("li")){v.hidden=!v.firstChild.textContent.toLowerCase().includes(q);a+=!v.hidden}x.hidden=!a;f+=a}n.hidden=f>0})}`;
}

/** A text inside a script inside a page. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}

/** The first page: all villages by sub-district. */
export function indexPage(context: PageContext): PageBody {
  const { snapshot, say, language } = context;
  const { regency, subDistricts, villages, event, left = [] } = snapshot;
  const isSmall = villages.length <= VILLAGES_ON_FIRST_PAGE;
  const { coverage, villages: counted } = regency.totals;
  return {
    path: 'index.html',
    title: event.title[language],
    content: html`<p>${say('portal.regency', { name: regency.name })}: ${say('portal.coverage', coverage)}; ${say('portal.coverage.villages', counted)}.</p>
<p class="soft">${say(isSmall ? 'portal.index.lead' : 'portal.index.tooMany')}</p>
${
  isSmall
    ? html`<p class="soft">${legend(context)}</p>
${subDistricts.map(
  ({
    code,
    name,
  }) => html`<section><h2><a href="${subDistrictPath(code)}">${say('portal.subDistrict', { name })}</a></h2><ul class="v">${villages.filter((village) => village.code.startsWith(`${code}.`)).map(villageLine)}</ul></section>
`,
)}`
    : html`<ul class="v">${subDistricts.map(({ code, name }) => html`<li><a href="${subDistrictPath(code)}">${say('portal.subDistrict', { name })}</a></li>`)}</ul>`
}${left.length > 0 && html`<section><h2>${say('portal.left')}</h2><ul>${left.map((village) => leftLine(context, village))}</ul></section>`}`,
    ...(isSmall ? { script: searchScript(say('portal.search'), say('portal.search.none')) } : {}),
  };
}

function villageLine({ code, name, state, places }: PublishedVillage): Piece {
  const counted = places.filter(({ result }) => result !== null).length;
  return html`<li><a href="${villagePath(code)}">${name}</a> ${shapeOf(state)} ${counted}/${places.length}</li>`;
}

/** A village that was in the event and is in it no more, so that nobody looks for its figures. */
function leftLine({ say, day }: PageContext, { name, code, on, reason }: LeftVillage): Piece {
  return html`<li><b>${name}</b> (${code}). ${say('portal.left.why', { date: day(on), reason })}</li>`;
}

/** What the shapes mean: nobody must guess. */
function legend({ say }: PageContext): string {
  const states = ['none', 'provisional', 'determined'] as const;
  return `${states.map((state) => `${shapeOf(state)} ${say(`portal.state.${state}`)}`).join(' · ')} · 3/4: ${say('portal.coverage', { counted: 3, expected: 4 })}`;
}
