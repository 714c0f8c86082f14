export type { Answer, Door, DoorOptions, DoorRefusal, Guard } from './door.ts';
export { command, NoInput, openDoor, question, readInput } from './door.ts';
export type { LiveEvents } from './live-events.ts';
export { openLiveEvents } from './live-events.ts';
export { servePage } from './pages.ts';
