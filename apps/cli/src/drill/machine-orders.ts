import { z } from 'zod';

/** What a drill lets happen to parts of the station's machine. */
export const MachineOrders = z.strictObject({
  /** Each next one is higher: the machine says which it has taken. */
  number: z.int(),
  /** How far its clock is ahead, in milliseconds. */
  clockAheadMs: z.number(),
  /** The second medium says that it is full. */
  stickIsFull: z.boolean(),
});
export type MachineOrders = z.output<typeof MachineOrders>;

/** Names the file in which the orders lie; the station's process reads it again at every SIGUSR2. */
export const ORDERS_VARIABLE = 'BILIK_DRILL_ORDERS';

/** Where the machine says which orders it has taken last. */
export const takenPath = (orders: string): string => `${orders}.taken`;
