/** Sizes that the place of a vector of ones has still to tell: unknowns, found by what they have to be equal to. */

import { type Shape, type Size } from '../size.ts';
import { fixedNumber, sameSize } from './sizes.ts';

/** No name of a question begins like this. */
const OPEN = '?';

export class OpenSizes {
  readonly #found = new Map<string, Size>();
  #count = 0;

  fresh(): Size {
    this.#count += 1;
    return { names: { [`${OPEN}${this.#count}`]: 1 }, plus: 0 };
  }

  /** The size itself where it is known by now. */
  resolve(size: Size): Size {
    const name = openName(size);
    const found = name === undefined ? undefined : this.#found.get(name);
    return found === undefined ? size : this.resolve(found);
  }

  resolveShape(shape: Shape): Shape {
    return this.#count === 0 ? shape : shape.map((size) => this.resolve(size));
  }

  /** Whether they are the same, or can be by making an open one what the other is. */
  unify(left: Size, right: Size): boolean {
    const [one, other] = [this.resolve(left), this.resolve(right)];
    if (sameSize(one, other)) return true;
    const [oneName, otherName] = [openName(one), openName(other)];
    // a vector of one component would be a number, so ones never have size 1
    if (oneName !== undefined && fixedNumber(other) !== 1) this.#found.set(oneName, other);
    else if (otherName !== undefined && fixedNumber(one) !== 1) this.#found.set(otherName, one);
    else return false;
    return true;
  }

  unifyShapes(left: Shape, right: Shape): boolean {
    return (
      left.length === right.length &&
      left.every((size, axis) => {
        const other = right[axis];
        return other !== undefined && this.unify(size, other);
      })
    );
  }
}

export function isOpen(size: Size): boolean {
  return openName(size) !== undefined;
}

function openName(size: Size): string | undefined {
  return Object.keys(size.names).find((name) => name.startsWith(OPEN));
}
