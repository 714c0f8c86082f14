export { type BoothConfig, BoothConfigSchema } from './booth-config.ts';
export { type BoothOptions, type BoothServer, startBooth } from './booth-server.ts';
export type { BoothState, QuestionAnswer } from './cast/booth-state.ts';
export { readVoices, spokenLanguages } from './voices.ts';
