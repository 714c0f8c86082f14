import { lawText } from '@bilik/election';
import type { PublishedVillage, VillageTotals, VoteFigures } from '@bilik/publication';
import { html, type Piece } from './html.ts';
import type { PageBody } from './layout.ts';
import { blankLabel, optionNames, type PageContext, placePath, placeTitle, shapeOf } from './page-context.ts';

/** A village: stage, result with its state, coverage, and why each number is what it is. */
export function villagePage(context: PageContext, village: PublishedVillage): PageBody {
  const { say, day, snapshot, language } = context;
  const { code, name, stage, state, totals, votingDate } = village;
  const subDistrict = snapshot.subDistricts.find((area) => code.startsWith(`${area.code}.`));
  return {
    path: `desa/${code}.html`,
    title: say('portal.village', { name }),
    content: html`<p class="soft"><a href="../kecamatan/${code.slice(0, 8)}.html">${say('portal.subDistrict', { name: subDistrict?.name ?? '' })}</a> · ${code}</p>
<p>${say('portal.stage', { stage: say(`portal.stage.${stage.name}`), date: day(stage.since) })}${stage.note !== null && ` ${stage.note[language]}`}</p>
${votingDate !== null && html`<p>${say('portal.votingDate', { date: day(votingDate) })}</p>`}
<p class="state">${shapeOf(state)} ${say(`portal.state.${state}`)}${totals !== null && ` · ${say('portal.coverage', totals.coverage)}`}</p>
${totals === null || village.contest === null ? html`<p>${say('portal.candidates.none')}</p>` : resultOf(context, village, totals)}
${placesOf(context, village)}
${whyOf(context, village)}`,
  };
}

function resultOf(context: PageContext, village: PublishedVillage, totals: VillageTotals): Piece {
  const { say, count, share } = context;
  const names = optionNames(context, village);
  // pages in English stand one folder deeper
  const up = context.language === 'id' ? '../' : '../../';
  const photos = new Map(
    village.contest?.candidates.map(({ number, name, photo }) => [`c${number}`, { number, name, photo }]),
  );
  const { coverage, registered, users } = totals;
  const hasBlankInside = village.state !== 'none' && totals.blank > 0;
  return html`${coverage.counted > 0 && coverage.counted < coverage.expected && html`<p class="warn">${say('portal.incomplete')}</p>`}
${determinationOf(context, village)}
${fallenOf(context, village)}
<p>${say('portal.registered')}: ${say('portal.registered.sex', { count: count(registered.L + registered.P), men: count(registered.L), women: count(registered.P) })}</p>
<div class="wide" tabindex="0" role="region" aria-label="${say('portal.candidates')}"><table><caption>${village.contest?.title[context.language]}: ${say('portal.candidates')}</caption><thead><tr><th scope="col" colspan="2">${say('portal.option')}</th><th scope="col" class="n">${say('portal.votes')}</th><th scope="col" class="n">${say('portal.share')}</th></tr></thead><tbody>
${totals.options.map(({ key, votes }) => {
  const candidate = photos.get(key);
  const photo = candidate?.photo;
  return html`<tr><td>${photo && candidate && html`<img src="${up}${context.filePath(photo)}" alt="${say('portal.photoOf', candidate)}" width="96" height="64" loading="lazy">`}</td><th scope="row">${names.get(key) ?? key}</th><td class="n">${count(votes)}</td><td class="n">${share(votes, totals.valid)}</td></tr>
`;
})}</tbody><tfoot><tr><td></td><th scope="row">${say('portal.valid')}</th><td class="n">${count(totals.valid)}</td><td></td></tr></tfoot></table></div>
<div class="wide"><table><tbody>
${row(say('portal.invalid'), count(totals.invalid))}${hasBlankInside && row(blankLabel(context, village), count(totals.blank))}${row(say('portal.total'), count(totals.total))}${row(say('portal.users'), count(users))}${row(say('portal.turnout'), share(users, totals.registeredCounted))}</tbody></table></div>`;
}

function row(label: string, value: string): Piece {
  return html`<tr><th scope="row">${label}</th><td class="n">${value}</td></tr>
`;
}

function determinationOf(context: PageContext, village: PublishedVillage): Piece {
  const { say, day, language, snapshot } = context;
  const { determination } = village;
  if (determination === null) return null;
  const elected =
    determination.candidate === null
      ? undefined
      : optionNames(context, village).get(`c${determination.candidate}`);
  return html`<p class="state">${elected === undefined ? say('portal.determined.nobody') : say('portal.determined.elected', { title: snapshot.event.headTitle[language], name: elected })}</p>
<p>${say('portal.determined', { date: day(determination.on), document: determination.document })}${determination.reason !== null && ` ${determination.reason[language]}`}</p>`;
}

/** What was determined in public once and does not hold any more, with the reason. */
function fallenOf(context: PageContext, { fallen = [], ...village }: PublishedVillage): Piece {
  const { say, day } = context;
  const names = optionNames(context, village);
  return fallen.length === 0
    ? null
    : html`<h2>${say('portal.fallen')}</h2><ul>${fallen.map(({ candidate, on, document, at, why }) => {
        const elected = candidate === null ? undefined : names.get(`c${candidate}`);
        return html`<li>${say('portal.determined', { date: day(on), document })} ${elected ?? say('portal.determined.nobody')}. ${say('portal.fallen.why', { date: day(at.slice(0, 10)), why })}</li>`;
      })}</ul>`;
}

/** Each polling place with its own figures, and their sum under them: whoever doubts the sum adds it up. */
function placesOf(context: PageContext, village: PublishedVillage): Piece {
  const { say, count } = context;
  const names = optionNames(context, village);
  const keys = village.totals?.options.map(({ key }) => key) ?? [];
  const cells = (figures: VoteFigures) => [
    ...keys.map((key) => figures.options.find((option) => option.key === key)?.votes ?? 0),
    figures.valid,
    figures.invalid,
    figures.blank,
    figures.total,
    figures.users,
  ];
  const heads = [
    ...keys.map((key) => names.get(key) ?? key),
    say('portal.valid'),
    say('portal.invalid'),
    blankLabel(context, village),
    say('portal.total'),
    say('portal.users'),
  ];
  const numbers = (figures: VoteFigures) =>
    cells(figures).map((cell) => html`<td class="n">${count(cell)}</td>`);
  return html`<h2>${say('portal.why')}</h2><p>${say('portal.why.lead')}</p>
<p class="move soft">${say('portal.table.move')}</p>
<div class="wide first" tabindex="0" role="region" aria-label="${say('portal.why')}"><table><thead><tr><th scope="col">${say('portal.places')}</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}</tr></thead><tbody>
${village.places.map(
  (
    place,
  ) => html`<tr><th scope="row"><a href="../${placePath(place.id)}">${placeTitle(context, place)}</a></th>${place.result === null ? html`<td colspan="${heads.length}">${say('portal.state.none')}</td>` : numbers(place.result.figures)}</tr>
`,
)}</tbody>${village.totals !== null && html`<tfoot><tr><th scope="row">${say('portal.sum')}</th>${numbers(village.totals)}</tr></tfoot>`}</table></div>`;
}

/** The rules step by step, each with the regulation that it rests on. */
function whyOf({ say, rulePackOf, language }: PageContext, village: PublishedVillage): Piece {
  if (village.outcome === null || village.state === 'none') return null;
  const pack = rulePackOf(village);
  const citation = (id: string) => {
    const found = pack.citations.find((cited) => cited.id === id);
    return (
      found && `${lawText(found.title, language)}${found.article === undefined ? '' : `, ${found.article}`}`
    );
  };
  return html`<ol>${village.outcome.steps.map(
    ({
      sentence,
      cites,
    }) => html`<li>${sentence[language]}${cites.length > 0 && html` <span class="soft">(${cites.flatMap((id) => citation(id) ?? []).join('; ')})</span>`}</li>
`,
  )}</ol>
<p class="soft">${say('portal.rules', { name: pack.name[language], version: pack.version })}</p>`;
}
