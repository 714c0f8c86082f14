import { PHASES } from '@bilik/words/catalogue/phase';
import { OFFICE_ROLES } from '@bilik/words/office-roles';
import { z } from 'zod/mini';

/** What the world outside says of itself. */
export const OutsideView = z.object({
  village: z.string(),
  pollingPlace: z.string(),
  cardsLeft: z.number(),
  /** Cards that came back unused. */
  cardsReturned: z.number(),
  cardPool: z.number(),
  /** How far the day is; null while the station does not answer. */
  day: z.nullable(
    z.object({
      phase: z.enum(PHASES),
      casts: z.number(),
      onTheirWay: z.number(),
      openCases: z.number(),
      shares: z.object({ given: z.number(), needed: z.number() }),
      testDue: z.nullable(z.enum(['self-test', 'begin-logic-test', 'logic-test'])),
    }),
  ),
  slips: z.object({ box: z.number(), spoiled: z.number(), trackers: z.number(), scraps: z.number() }),
  /** Booth by booth: cards of the logic and accuracy test with what is touched, and its slips as hands count them. */
  tests: z.array(
    z.object({
      booth: z.number(),
      cards: z.array(z.object({ code: z.string(), choices: z.array(z.string()) })),
      slips: z.array(z.object({ option: z.string(), votes: z.number() })),
    }),
  ),
  trackersInHand: z.array(z.object({ booth: z.number(), file: z.string() })),
  printers: z.array(
    z.object({
      booth: z.number(),
      pluggedIn: z.boolean(),
      paper: z.string(),
      jam: z.string(),
      lie: z.string(),
      /** Rises whenever the window shows something else. */
      windowLook: z.number(),
      /** Printed paper, not yet cut, is in the window. */
      slipHangs: z.boolean(),
    }),
  ),
  /** The regency to which the place belongs; null: it stands alone here. */
  regency: z.nullable(
    z.object({
      step: z.enum(['waits', 'database', 'areas', 'lists', 'offices', 'processes', 'open', 'failed']),
      url: z.string(),
      /** Polling places on paper, once they were looked at. */
      arrived: z.nullable(
        z.object({ definitive: z.number(), of: z.number(), held: z.number(), forYou: z.number() }),
      ),
      said: z.nullable(z.string()),
      people: z.array(
        z.object({
          account: z.enum([
            'kabupaten',
            'penyelia',
            'pengetik-1',
            'pengetik-2',
            'pengetik-3',
            'kecamatan',
            'panitia-desa',
            'panitia-kertas',
            'dukcapil',
            'desk',
            'teknisi',
            'auditor',
            'pemantau',
          ]),
          name: z.string(),
          role: z.enum(OFFICE_ROLES),
          areaName: z.string(),
          /** From this page's root. */
          url: z.string(),
        }),
      ),
    }),
  ),
  addresses: z.object({
    desks: z.array(z.string()),
    board: z.string(),
    booths: z.array(z.string()),
    trustees: z.array(z.object({ name: z.string(), interest: z.string(), url: z.string() })),
  }),
  /** Everybody's PIN; people in the order of the definition. */
  pins: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      role: z.enum(['chair', 'member', 'desk-officer', 'technician', 'supervisor']),
      pin: z.string(),
    }),
  ),
  envelopes: z.array(z.object({ trustee: z.number(), name: z.string(), passphrase: z.string() })),
});
export type OutsideView = z.output<typeof OutsideView>;

export const TakenCard = z.object({ code: z.string() });
export const OpenedBox = z.object({ slips: z.array(z.string()) });
export const Anything = z.unknown();
export const Refusal = z.object({ type: z.string() });

export type Trick =
  | 'jam'
  | 'clear-jam'
  | 'run-out'
  | 'new-roll'
  | 'unplug'
  | 'plug-in'
  | 'lie'
  | 'tell-truth';
