import type { PublishedSubDistrict } from '@bilik/publication';
import { html } from './html.ts';
import type { PageBody } from './layout.ts';
import { type PageContext, shapeOf, villagePath } from './page-context.ts';

/** All villages of a sub-district with their state and sums. */
export function subDistrictPage(
  context: PageContext,
  { code, name, totals }: PublishedSubDistrict,
): PageBody {
  const { snapshot, say, count, share } = context;
  const villages = snapshot.villages.filter((village) => village.code.startsWith(`${code}.`));
  const title = say('portal.subDistrict', { name });
  return {
    path: `kecamatan/${code}.html`,
    title,
    content: html`<p>${say('portal.coverage', totals.coverage)}; ${say('portal.coverage.villages', totals.villages)}.</p>
<p>${say('portal.turnout')}: ${share(totals.users, totals.registeredCounted)}</p>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table><thead><tr><th scope="col">${say('portal.villages')}</th><th scope="col" class="n">${say('portal.places')}</th><th scope="col" class="n">${say('portal.valid')}</th><th scope="col" class="n">${say('portal.invalid')}</th></tr></thead><tbody>
${villages.map(
  (
    village,
  ) => html`<tr><th scope="row"><a href="../${villagePath(village.code)}">${village.name}</a><br><span class="stage">${shapeOf(village.state)} ${say(`portal.state.${village.state}`)} · ${say(`portal.stage.${village.stage.name}`)}</span></th><td class="n">${village.places.filter(({ result }) => result !== null).length}/${village.places.length}</td><td class="n">${village.totals === null ? '–' : count(village.totals.valid)}</td><td class="n">${village.totals === null ? '–' : count(village.totals.invalid)}</td></tr>
`,
)}</tbody></table></div>`,
  };
}
