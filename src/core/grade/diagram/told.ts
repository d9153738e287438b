/** Which differences are told: all that is drawn wrongly, and what is missing as long as it is not most of the network. */

import { type Difference, type DifferenceKind } from '../../network/difference.ts';
import { differenceWords } from './differenceWords.ts';
import { type Held } from './held.ts';

export interface Told {
  readonly difference: Difference;
  readonly message: string;
}

const ORDER: readonly DifferenceKind[] = [
  'missing-node',
  'missing-edge',
  'reversed-edge',
  'superfluous-node',
  'superfluous-edge',
  'wrong-label',
  'wrong-role',
];

/** Whoever has drawn little is not given the rest by handing it in. */
const MOST_MISSING = 2;
/** Nobody reads more. */
const MOST = 20;
/** Of what has next to nothing in common with the network there is no use in telling all. */
const MOST_OF_WRONG = 5;

export function toldDifferences(held: Held): Told[] {
  const { differences, shares } = held.reading;
  const told = differences.map((difference) => ({
    difference,
    message: differenceWords(difference, held),
  }));
  told.sort((one, other) => rank(one) - rank(other) || compareTexts(one.message, other.message));
  const isMissing = ({ difference: { kind } }: Told): boolean => kind.startsWith('missing');
  const missing = told.filter(isMissing);
  const lost = missing.reduce((sum, { difference }) => sum + difference.cost, 0);
  const shown = lost > shares / 2 ? missing.slice(0, MOST_MISSING) : missing;
  return [...shown, ...told.filter((each) => !isMissing(each))].slice(
    0,
    held.points > 0 ? MOST : MOST_OF_WRONG,
  );
}

function rank({ difference }: Told): number {
  return ORDER.indexOf(difference.kind);
}

/** By code units: the same everywhere. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
