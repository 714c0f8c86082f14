export {
  CARDS_A_PACK,
  type CardPack,
  mayHandOver,
  maySeal,
  type PackRefusal,
  type PackState,
  packsOf,
} from './card-packs.ts';
