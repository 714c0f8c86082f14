export { correctionsCsv, csvCell, placesCsv, villagesCsv } from './csv.ts';
export { nistReport } from './nist.ts';
