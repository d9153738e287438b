/** A shape in the words of a declaration: `matrix d h`. */

import { type Shape, type Size } from '../size.ts';

export function declaredShape(shape: Shape): string {
  const sizes = shape.map(sizeWords);
  const [first, second] = sizes;
  if (first === undefined) return 'scalar';
  if (second === undefined) return `vector ${first}`;
  return `${shape.length === 2 ? 'matrix' : 'tensor'} ${sizes.join(' ')}`;
}

function sizeWords({ names, plus }: Size): string {
  const parts = Object.entries(names).flatMap(([name, often]) =>
    Array.from({ length: Math.abs(often) }, () => (often < 0 ? `-${name}` : `+${name}`)),
  );
  const number = plus === 0 && parts.length > 0 ? '' : `${plus < 0 ? '' : '+'}${plus}`;
  return `${parts.join('')}${number}`.replace(/^\+/, '');
}
