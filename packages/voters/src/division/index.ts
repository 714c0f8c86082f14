export { type DivisionRefusal, type DivisionRules, divideVillage, MOST_PLACES } from './divide-village.ts';
export { describePlace } from './place-description.ts';
export {
  type DividedPlace,
  type DivisionMove,
  type DivisionMoveRefusal,
  divisionOf,
  moveInDivision,
  type PlacePart,
  type VillageDivision,
} from './village-division.ts';
export {
  compareNeighbourhoods,
  type DividedPerson,
  householdsOf,
  type Neighbourhood,
  type VotingHousehold,
} from './voting-household.ts';
