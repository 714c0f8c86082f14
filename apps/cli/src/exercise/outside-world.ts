import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVirtualPrinter, type TwinCommand, type VirtualPrinter } from '@bilik/devices';
import { type ElectionDefinition, parseElectionDefinition } from '@bilik/election';
import { bitmapToPng, pollingPlaceName } from '@bilik/papers';
import { command, NoInput, openDoor, openLiveEvents, question, servePage } from '@bilik/server';
import { z } from 'zod';
import type { RegencyDesk } from '../regency/open-regency.ts';
import { openRegencyDesk, shownRegency } from '../regency/regency-desk.ts';
import { CardCode, openCardPile } from './card-pile.ts';
import { HALL_BOARD } from './exercise-devices.ts';
import type { ExerciseHome, ExercisePorts } from './exercise-home.ts';
import { packageAnnouncementPath } from './exercise-package.ts';
import { openPaperTray, PAPER_PLACES, type PaperTray } from './paper-tray.ts';
import {
  cardPilePath,
  cardSheetsPath,
  envelopesPath,
  pinEnvelopesPath,
  readTestCards,
  returnedCardsPath,
  testCardSheetsPath,
} from './prepare.ts';
import { lookAtBoard, mayOpenBox } from './station-day.ts';
import { openTechnician, type Technician } from './technician.ts';
import { layTestTable } from './test-table.ts';

/** What stands for the world outside the devices: the pile of cards, the printers and their paper, envelopes with passphrases. */
export interface OutsideWorld {
  readonly url: string;
  readonly tray: PaperTray;
  readonly technician: Technician;
  readonly printers: readonly VirtualPrinter[];
  readonly stop: () => Promise<void>;
}

/** Where the outside world opens a screen as one of the prepared devices. */
export const openingPath = (device: string): string => `/buka/${device}`;

const HEARTBEAT_MS = 15_000;

const BoothNumber = z.int().min(1).max(20);

const PrinterTrick = z.strictObject({
  booth: BoothNumber,
  trick: z.enum(['jam', 'clear-jam', 'run-out', 'new-roll', 'unplug', 'plug-in', 'lie', 'tell-truth']),
});

/** Rows after which a trick strikes: in the middle of a slip. */
const MIDDLE_OF_A_SLIP_ROWS = 400;

const TRICKS: Record<z.output<typeof PrinterTrick>['trick'], TwinCommand> = {
  jam: { type: 'jam', afterRows: MIDDLE_OF_A_SLIP_ROWS, noticed: true },
  'clear-jam': { type: 'clear-jam' },
  'run-out': { type: 'run-out', afterMillimetres: MIDDLE_OF_A_SLIP_ROWS / 8 },
  'new-roll': { type: 'new-roll' },
  unplug: { type: 'unplug', afterRows: MIDDLE_OF_A_SLIP_ROWS },
  'plug-in': { type: 'plug-in' },
  lie: { type: 'lie', how: 'answers-without-moving' },
  'tell-truth': { type: 'lie', how: 'none' },
};

export function readDefinition(home: ExerciseHome): ElectionDefinition {
  const definition = parseElectionDefinition(
    JSON.parse(readFileSync(join(home.station, 'place', 'definition.json'), 'utf8')),
  );
  if (!definition.ok) throw new Error('The prepared definition is damaged. Begin anew with --fresh.');
  return definition.value;
}

export async function openOutsideWorld(input: {
  readonly home: ExerciseHome;
  readonly ports: ExercisePorts;
  /** The regency to which the place belongs, when it has one here. */
  readonly regency?: RegencyDesk | undefined;
  readonly onBroken: (error: Error, route: string) => void;
}): Promise<OutsideWorld> {
  const { home, ports } = input;
  const definition = readDefinition(home);
  const technician = openTechnician(home, `http://127.0.0.1:${ports.station}`);
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const pile = openCardPile(cardPilePath(home), returnedCardsPath(home));
  const testCards = readTestCards(home);
  const tray = openPaperTray({ folder: home.outside, definition, random });
  const door = openDoor({ bodyLimitBytes: 16 * 1024, hostNames: [], onBroken: input.onBroken });
  const live = openLiveEvents(door, '/api/live', HEARTBEAT_MS);
  const printers: VirtualPrinter[] = [];
  /** Of each printer's window: how often it changed, so that a page knows a new picture from an old one. */
  const looks = new Map<number, number>();
  const changed = (booth: number): void => {
    looks.set(booth, (looks.get(booth) ?? 0) + 1);
    live.announce();
  };
  for (let booth = 1; booth <= definition.booths; booth += 1) {
    printers.push(
      await startVirtualPrinter({
        port: ports.printer(booth),
        onPaper(piece) {
          tray.receive(booth, piece);
          changed(booth);
        },
        onWindow: () => changed(booth),
      }),
    );
  }
  const booths = Array.from({ length: definition.booths }, (_, index) => index + 1);

  const opening = (device: string) => `http://127.0.0.1:${ports.outside}${openingPath(device)}`;

  question(door, '/api/outside', async () => ({
    day: (await lookAtBoard(technician)) ?? null,
    village: definition.area.village.name,
    pollingPlace: pollingPlaceName(definition),
    title: definition.title,
    cardsLeft: pile.left(),
    cardsReturned: pile.returned(),
    cardPool: definition.tokenCards,
    slips: {
      box: tray.count('slip-box'),
      spoiled: tray.count('spoiled'),
      trackers: tray.count('trackers'),
      scraps: tray.count('scraps'),
    },
    trackersInHand: tray.trackersInHand(),
    tests: layTestTable(definition, testCards, tray.testSlips()),
    printers: printers.map((printer, index) => ({
      booth: index + 1,
      ...printer.state(),
      // some blank paper always lies between head and knife: what hangs is what bears ink
      windowLook: looks.get(index + 1) ?? 0,
      slipHangs: printer.window().data.some((byte) => byte !== 0),
    })),
    regency: input.regency === undefined ? null : shownRegency(input.regency.standing()),
    addresses: {
      station: `http://127.0.0.1:${ports.station}`,
      desks: Array.from({ length: definition.desks }, (_, index) => opening(`desk-${index + 1}`)),
      board: opening(HALL_BOARD),
      booths: booths.map((booth) => `http://127.0.0.1:${ports.booth(booth)}/bilik/`),
      trustees: definition.trustees.members.map(({ name, interest }, index) => ({
        name,
        interest,
        url: `http://127.0.0.1:${ports.trustee(index + 1)}/`,
      })),
    },
    pins: JSON.parse(readFileSync(pinEnvelopesPath(home), 'utf8')),
    envelopes: existsSync(envelopesPath(home)) ? JSON.parse(readFileSync(envelopesPath(home), 'utf8')) : [],
  }));
  command(door, '/api/take-card', NoInput, () => {
    const code = pile.take();
    live.announce();
    return code === undefined ? { ok: false, error: { type: 'pile-empty' } } : { ok: true, value: { code } };
  });
  command(door, '/api/return-card', z.strictObject({ code: CardCode }), ({ code }) => {
    const isReturned = pile.giveBack(code);
    live.announce();
    return isReturned ? { ok: true, value: {} } : { ok: false, error: { type: 'not-taken' } };
  });
  command(door, '/api/burn-test-paper', NoInput, () => {
    tray.burnTestPaper();
    live.announce();
    return { ok: true, value: {} };
  });
  command(door, '/api/printer', PrinterTrick, ({ booth, trick }) => {
    const printer = printers[booth - 1];
    if (printer === undefined) return { ok: false, error: { type: 'no-such-booth' } };
    printer.command(TRICKS[trick]);
    changed(booth);
    return { ok: true, value: printer.state() };
  });
  command(door, '/api/take-tracker-home', z.strictObject({ booth: BoothNumber }), ({ booth }) => {
    tray.takeHome(booth);
    live.announce();
    return { ok: true, value: {} };
  });
  command(door, '/api/open-box', NoInput, async () =>
    mayOpenBox(await lookAtBoard(technician))
      ? { ok: true, value: { slips: tray.tipOut() } }
      : { ok: false, error: { type: 'polls-not-closed' } },
  );
  if (input.regency !== undefined) openRegencyDesk(door, input.regency, live.announce);
  /** A click opens a screen of the station as the device that it is: the technician has it added at that moment. */
  door.get('/buka/:device', async (request, reply) => {
    const wanted = z.strictObject({ device: z.string().max(20) }).safeParse(request.params);
    const link = wanted.success ? await technician.linkFor(wanted.data.device) : undefined;
    return link === undefined ? reply.callNotFound() : reply.redirect(link);
  });
  door.get('/window/:file', (request, reply) => {
    const booth = /^([0-9]{1,2})\.png$/.exec(
      z.strictObject({ file: z.string() }).parse(request.params).file,
    )?.[1];
    const window = printers[Number(booth) - 1]?.window();
    if (window === undefined || window.height === 0) return reply.callNotFound();
    return reply
      .header('content-type', 'image/png')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(Buffer.from(bitmapToPng(window)));
  });
  door.get('/paper/:place/:file', async (request, reply) => {
    const wanted = z
      .strictObject({ place: z.enum(PAPER_PLACES), file: z.string().max(40) })
      .safeParse(request.params);
    if (!wanted.success) return reply.callNotFound();
    const { place, file } = wanted.data;
    const isShut = place === 'slip-box' && !mayOpenBox(await lookAtBoard(technician));
    const picture = isShut ? undefined : tray.picture(place, file);
    if (picture === undefined) return reply.callNotFound();
    return reply.header('content-type', 'image/png').send(Buffer.from(picture));
  });
  // the same cards as printed sheets, in an order of their own; those of the test; the paper at the door
  for (const [path, paper] of [
    ['/kartu.pdf', cardSheetsPath(home)],
    ['/kartu-uji.pdf', testCardSheetsPath(home)],
    ['/pengumuman.pdf', packageAnnouncementPath(home)],
  ] as const) {
    door.get(path, (_request, reply) => {
      if (!existsSync(paper)) return reply.callNotFound();
      return reply.header('content-type', 'application/pdf').send(readFileSync(paper));
    });
  }
  const pages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'pages');
  await servePage(door, '/luar/', join(pages, 'outside'));
  door.get('/', (_request, reply) => reply.redirect('/luar/'));
  const url = await door.listen({ host: '127.0.0.1', port: ports.outside });
  return {
    url,
    tray,
    technician,
    printers,
    async stop() {
      live.end();
      await door.close();
      for (const printer of printers) await printer.stop();
    },
  };
}
