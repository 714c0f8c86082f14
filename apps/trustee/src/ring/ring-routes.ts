import { command, type Door, question } from '@bilik/server';
import { BUNDLE_LIMIT_BYTES, ROUNDS, ShownName } from '@bilik/transfer';
import { z } from 'zod';
import { PASSPHRASE_LENGTH } from '../api/passphrase-length.ts';
import { type Answer, accept, refuse } from '../api/refusal.ts';
import { type Changing, openKeyRoutes } from '../api/routes.ts';
import type { DurableFile } from '../store/durable-file.ts';
import type { TrusteeDevice } from '../trustee-device.ts';
import type { KeyRing } from './key-ring.ts';
import { BoardFile, exchangeWithBoard, setBoard } from './notice-board.ts';
import { ringState } from './ring-state.ts';

const Passphrase = z.string().min(1).max(PASSPHRASE_LENGTH.most).optional();
const BeginInput = z.strictObject({
  plan: z
    .string()
    .min(1)
    .max(256 * 1024),
  member: z.string().min(1).max(60),
  passphrase: z.string().min(PASSPHRASE_LENGTH.least).max(PASSPHRASE_LENGTH.most),
});
const AdvanceInput = z.strictObject({ round: z.enum(ROUNDS), passphrase: Passphrase });
const RoundInput = z.strictObject({ round: z.enum(ROUNDS) });
const AddInput = z.strictObject({ message: z.string().min(1).max(BUNDLE_LIMIT_BYTES) });
const RemoveInput = z.strictObject({ round: z.enum(ROUNDS), name: ShownName });
const AbandonInput = z.strictObject({ ceremony: ShownName });
const BoardInput = BoardFile.omit({ format: true }).partial().strict();
const AtPlace = z.object({ place: z.string().max(20) });

/** Wires the ring of a device: the sitting for all places at once, and each finished key under the place that it is for. */
export function openRingRoutes(
  door: Door,
  ring: KeyRing,
  parts: {
    readonly single: TrusteeDevice;
    readonly boardFile: DurableFile<BoardFile | null>;
    readonly isExercise: boolean;
    readonly changing: Changing;
    readonly onChange: () => void;
  },
): void {
  const { single, boardFile, changing } = parts;
  question(door, '/api/ring/state', () =>
    ringState(ring, {
      isExercise: parts.isExercise,
      isSingle: single.ceremony.step() !== 'empty',
      board: boardFile.read()?.address ?? null,
    }),
  );
  command(door, '/api/ring/begin', BeginInput, (input) => changing(() => ring.begin(input)));
  command(door, '/api/ring/advance', AdvanceInput, ({ round, passphrase }) =>
    changing(() => ring.advance(round, passphrase)),
  );
  command(door, '/api/ring/own', RoundInput, ({ round }) => ring.ownBundle(round));
  command(door, '/api/ring/add', AddInput, ({ message }) => changing(() => ring.add(message)));
  command(door, '/api/ring/remove', RemoveInput, ({ round, name }) =>
    changing(() => ring.remove(round, name)),
  );
  command(door, '/api/ring/abandon', AbandonInput, ({ ceremony }) =>
    changing((): Answer<void> => {
      const left = ring.abandon(ceremony);
      if (!left.ok) return left;
      const forgotten = boardFile.replace(null);
      return forgotten.ok ? accept(undefined) : forgotten;
    }),
  );
  command(door, '/api/ring/exchange', BoardInput, ({ address, code }) =>
    changing(async () => {
      if (address !== undefined && code !== undefined) {
        const kept = setBoard(boardFile, { address, code });
        if (!kept.ok) return kept;
      }
      const board = boardFile.read() ?? undefined;
      return board === undefined ? refuse({ type: 'board-unknown' }) : exchangeWithBoard(ring, board);
    }),
  );
  openKeyRoutes(
    door,
    '/api/keys/:place',
    ({ params }) => {
      const { place } = AtPlace.parse(params);
      return ring.sitting()?.keys.find((key) => key.place === place)?.device;
    },
    parts.onChange,
  );
}
