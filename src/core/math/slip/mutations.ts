/** Which slips can be made at which kind of node. */

import { type Mutations } from './mutation.ts';
import { callSlips, casesSlips, foldSlips, indicatorSlips, symbolSlips } from './nameSlips.ts';
import {
  normSlips,
  powerSlips,
  productSlips,
  quotientSlips,
  signSlips,
  sumSlips,
  transposeSlips,
} from './operationSlips.ts';

export const MUTATIONS: Mutations = {
  symbol: symbolSlips,
  negate: signSlips,
  sum: sumSlips,
  product: productSlips,
  quotient: quotientSlips,
  power: powerSlips,
  transpose: transposeSlips,
  norm: normSlips,
  call: callSlips,
  fold: foldSlips,
  indicator: indicatorSlips,
  cases: casesSlips,
};
