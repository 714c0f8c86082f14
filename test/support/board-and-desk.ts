import type { Browser, Page } from 'playwright-core';
import { openBrowser, watchErrors } from './chromium.ts';
import { letIn } from './paired-pages.ts';
import type { StationOnLan } from './station-http.ts';

/** The pages of a board and of the first desk, in one browser. */
export interface BoardAndDesk {
  readonly browser: Browser;
  readonly board: Page;
  readonly desk: Page;
  /** What the pages reported; must stay empty. */
  readonly errors: readonly string[];
}

/** Opens both as devices that are paired already; the board at its view of who came. */
export async function openBoardAndDesk({ station, sessionOf }: StationOnLan): Promise<BoardAndDesk> {
  const errors: string[] = [];
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(15_000);
  const openPage = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    watchErrors(page, errors);
    await page.goto(`${station.url}${path}`);
    return page;
  };
  await letIn(context, station, sessionOf('desk-1'));
  await letIn(context, station, sessionOf('board-1'));
  const board = await openPage('/papan/?device=board-1#kehadiran');
  const desk = await openPage('/meja/?device=desk-1');
  return { browser, board, desk, errors };
}
