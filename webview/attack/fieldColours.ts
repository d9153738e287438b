/** Colours of the field: blue below zero, orange above (told apart by colour-blind readers too), the background at zero. */

import { type ScaleOptions } from '@observablehq/plot';
import { type Colours } from './colours.ts';

/** A few extreme corners would make everything else pale. */
const KEPT_SHARE = 0.96;

function reach(values: readonly number[]): number {
  const sizes = values
    .map(Math.abs)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const most = sizes[Math.floor((sizes.length - 1) * KEPT_SHARE)];
  return most === undefined || most === 0 ? 1 : most;
}

export function fieldColours(values: readonly number[], colours: Colours): ScaleOptions {
  const most = reach(values);
  return {
    type: 'diverging',
    pivot: 0,
    domain: [-most, most],
    clamp: true,
    range: [colours.negative, colours.background, colours.positive],
    interpolate: 'lab',
  };
}
