import { describe, expect, it } from 'vitest';
import { rememberWorld } from '../../../src/runtime/studentRunner/world.ts';
import { createTorch } from '../../../src/torch/createTorch.ts';

const { module: torch } = createTorch({
  evaluate: () => {
    throw new Error('nothing is run');
  },
  modelShape: (_model, shape) => shape,
});
const tensors = Object.getPrototypeOf(torch.zeros([1])) as object;
const generators = Object.getPrototypeOf(function* () {}) as object;

/** What `isClean` says while the property is another one; then everything is as it was. */
function cleanWith(object: object, name: PropertyKey, isClean: () => boolean): boolean {
  const before = Reflect.getOwnPropertyDescriptor(object, name);
  const value = (): number => 4;
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
  const found = isClean();
  Reflect.deleteProperty(object, name);
  if (before !== undefined) Object.defineProperty(object, name, before);
  return found;
}

describe('the world that a program leaves', () => {
  it('is clean after a program that computes', () => {
    const isClean = rememberWorld();
    const numbers = [3, 1, 2].map((each) => each * 2).toSorted();
    expect(new Map([[numbers, torch.ones([2])]]).size).toBe(1);
    expect(isClean()).toBe(true);
  });

  it.each([
    ['a global of its own', globalThis, 'leftBehind'],
    ['another method of lists', Array.prototype, 'map'],
    ['a new method of texts', String.prototype, 'shout'],
    ['another Math.random', Math, 'random'],
    ['another Array', globalThis, 'Array'],
    ['another setTimeout', globalThis, 'setTimeout'],
    ['another method of tensors', tensors, 'relu'],
    ['a method of all generators', generators, 'left'],
  ])('is not after %s', (_what, object, name) => {
    expect(cleanWith(object, name, rememberWorld())).toBe(false);
  });

  it('is not while something waits to happen', () => {
    const isClean = rememberWorld();
    const timer = setTimeout(() => undefined, 60_000);
    const found = isClean();
    clearTimeout(timer);
    expect(found).toBe(false);
  });
});
