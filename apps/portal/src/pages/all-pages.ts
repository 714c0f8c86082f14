import {
  CHECK_PAGE_PATH,
  correctionsCsv,
  KEY_PATH,
  nistReport,
  placesCsv,
  SNAPSHOT_PATH,
  type Snapshot,
  snapshotText,
  villagesCsv,
} from '@bilik/publication';
import { LANGUAGES } from '@bilik/words';
import { indexPage } from './index-page.ts';
import { type PageBody, writePage } from './layout.ts';
import { inLanguage, type PageContext, pageContext } from './page-context.ts';
import { placePage } from './place-page.ts';
import { correctionsPage, DATA_PATHS, dataPage, howToCheckPage, privacyPage } from './plain-pages.ts';
import { subDistrictPage } from './sub-district-page.ts';
import { villagePage } from './village-page.ts';

/** What the site is made of besides the snapshot and its files. */
export interface PageFacts {
  /** The log's public key as others write it down. */
  readonly logKey: string;
  /** The built page on which visitors check records and codes. */
  readonly checkPage: string;
}

/** Every file that follows from a snapshot, by path: the same snapshot gives the same bytes. Files of evidence are not among them. */
export function* allPages(
  snapshot: Snapshot,
  { logKey, checkPage }: PageFacts,
): Generator<readonly [string, string]> {
  for (const language of LANGUAGES) {
    const context = pageContext(snapshot, language);
    for (const body of bodiesOf(context, logKey)) {
      yield [inLanguage(language, body.path), writePage(context, body)];
    }
  }
  yield [DATA_PATHS.villages, villagesCsv(snapshot)];
  yield [DATA_PATHS.places, placesCsv(snapshot)];
  yield [DATA_PATHS.corrections, correctionsCsv(snapshot)];
  yield [DATA_PATHS.nist, nistReport(snapshot)];
  yield [SNAPSHOT_PATH, snapshotText(snapshot)];
  yield [KEY_PATH, `${logKey}\n`];
  yield [CHECK_PAGE_PATH, snapshot.kind === 'exercise' ? marked(checkPage) : checkPage];
}

/** The checking page is built once for all sites: in an exercise's site it says LATIHAN before anything is checked. */
function marked(checkPage: string): string {
  return checkPage.replace('<html ', '<html data-site="exercise" ');
}

function* bodiesOf(context: PageContext, logKey: string): Generator<PageBody> {
  const { snapshot } = context;
  yield indexPage(context);
  for (const subDistrict of snapshot.subDistricts) yield subDistrictPage(context, subDistrict);
  for (const village of snapshot.villages) {
    yield villagePage(context, village);
    for (const place of village.places) yield placePage(context, village, place);
  }
  yield correctionsPage(context);
  yield dataPage(context);
  yield howToCheckPage(context, logKey);
  yield privacyPage(context);
}
