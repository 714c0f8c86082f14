import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { MachineOrders, ORDERS_VARIABLE, takenPath } from './machine-orders.ts';

// Loaded before a station in a drill, and by nothing else: its clock and its stick are told to fail as a real machine's do.

const path = process.env[ORDERS_VARIABLE] ?? '';
let orders: MachineOrders = { number: 0, clockAheadMs: 0, stickIsFull: false };
const read = (): void => {
  if (!existsSync(path)) return;
  orders = MachineOrders.parse(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(takenPath(path), String(orders.number));
};
read();
process.on('SIGUSR2', read);

const machineNow = Date.now;
Date.now = () => machineNow() + orders.clockAheadMs;

/** What SQLite says of a full medium. */
const FULL = { code: 'ERR_SQLITE_ERROR', errcode: 13 } as const;
const secondFolder = process.argv[process.argv.indexOf('--second') + 1] ?? '';
const carryOut = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function exec(this: DatabaseSync, sql: string): void {
  if (orders.stickIsFull && sql === 'COMMIT' && this.location()?.startsWith(secondFolder) === true) {
    throw Object.assign(new Error('database or disk is full'), FULL);
  }
  carryOut.call(this, sql);
};
