import { command, openDoor, question } from '@bilik/server';
import { z } from 'zod';
import type { Deliveries } from './deliveries.ts';

const Name = z.string().regex(/^[0-9a-f]{64}$/);
const Begin = z.strictObject({ manifest: z.string().max(16_384) });
const Piece = z.strictObject({
  delivery: Name,
  file: z.int().min(0).max(2),
  at: z.int().min(0),
  bytes: z.base64().max(200_000),
});
const Finish = z.strictObject({ delivery: Name });

/** The receiver's door: three commands, each safe to repeat. @returns the address under which it answers */
export async function openReceiveDoor(
  deliveries: Deliveries,
  options: {
    readonly host: string;
    readonly port: number;
    readonly onBroken: (error: Error, route: string) => void;
  },
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const door = openDoor({
    bodyLimitBytes: 256 * 1024,
    hostNames: [options.host],
    anyPort: true,
    onBroken: options.onBroken,
  });
  command(door, '/api/deliveries', Begin, ({ manifest }) => deliveries.begin(manifest));
  command(door, '/api/deliveries/piece', Piece, ({ bytes, ...piece }) =>
    deliveries.takePiece({ ...piece, bytes: Buffer.from(bytes, 'base64') }),
  );
  command(door, '/api/deliveries/finish', Finish, ({ delivery }) => deliveries.finish(delivery));
  question(door, '/', () => 'bilik receive');
  const url = await door.listen({ host: options.host, port: options.port });
  return { url, close: () => door.close().then(() => undefined) };
}
