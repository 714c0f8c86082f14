export { correctionsCsv, csvCell, isFormula, placesCsv, villagesCsv } from './csv.ts';
export { nistReport } from './nist.ts';
