import type { Door } from '../door.ts';

/** Who may call a route: everybody, or whoever has a session in one of these roles. What a role is, only the house knows. */
export type Admission = 'everybody' | readonly string[];

declare module 'fastify' {
  interface FastifyContextConfig {
    admits?: Admission;
  }
}

/**
 * Opens routes that all admit the same. At a door with a doorkeeper every route stands in such a room: one outside admits nobody.
 * @param open registers the routes on the door that it is given
 * @returns what `open` returned
 */
export async function openRoom<Value>(
  door: Door,
  admits: Admission,
  open: (room: Door) => Value | Promise<Value>,
): Promise<Value> {
  let opened: { readonly value: Value } | undefined;
  await door.register(async (room) => {
    room.addHook('onRoute', (route) => {
      route.config = { ...route.config, admits };
    });
    opened = { value: await open(room) };
  });
  if (opened === undefined) throw new Error('A room of the door was not opened');
  return opened.value;
}
