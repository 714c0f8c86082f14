export type { Door, DoorOptions, Guard } from './door.ts';
export { command, NoInput, openDoor, question, readInput } from './door.ts';
export { type DoorLimits, HALL_LIMITS } from './limits.ts';
export type { LiveEvents, LiveEventsOptions } from './live-events.ts';
export { openLiveEvents } from './live-events.ts';
export { type OneByOne, type OneByOneOptions, openOneByOne, type TooManyWaiting } from './one-by-one.ts';
export { servePage } from './pages.ts';
export type { Answer, DoorRefusal } from './refusal.ts';
export { systemTimer, type Timer } from './timer.ts';
