/**
 * Whether a program has left the process as it found it: every object that it can reach by name, the language's own
 * included, still has the same properties, and nothing waits to happen. Written without methods of the language, since
 * a program may have replaced them. What hides on purpose is not found: only programs of one author follow each other.
 */
import process from 'node:process';
import { runInNewContext } from 'node:vm';
import { createTorch } from '../../torch/createTorch.ts';

const { getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;
const { is } = Object;

interface Seen {
  readonly object: object;
  readonly parent: object | null;
  readonly isOpen: boolean;
  readonly names: readonly PropertyKey[];
  readonly properties: readonly (PropertyDescriptor | undefined)[];
}

/** What there is now; the answer to whether it is still the same. */
export function rememberWorld(): () => boolean {
  const globals = lookAt(globalThis, languageNames());
  const world = everythingFrom([...valuesOf(globals), ...hidden(), ...engine()]);
  const allNames = ownKeys(globalThis);
  const waiting = process.getActiveResourcesInfo().length;
  return () => {
    if (!areSame(ownKeys(globalThis), allNames) || !hasSameProperties(globals)) return false;
    for (let i = 0; i < world.length; i++) if (!isSame(world[i])) return false;
    return process.getActiveResourcesInfo().length <= waiting;
  };
}

/** Of Node's globals, some are made when they are first asked for: only the names of most are looked at. */
const OF_NODE = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

function languageNames(): PropertyKey[] {
  const names = runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[];
  return [...names, ...OF_NODE];
}

/** Prototypes that no property leads to. */
function hidden(): object[] {
  const made = [
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
    (function* () {})(),
    (async function* () {})(),
    function* () {},
    async function* () {},
    async () => {},
  ];
  return made.map((each) => getPrototypeOf(each) as object);
}

/** What a program gets of the engine: its classes and functions are the same for all programs of a process. */
function engine(): object[] {
  const torch = createTorch({
    evaluate: () => {
      throw new Error('nothing is run here');
    },
    modelShape: (_model, shape) => shape,
  });
  const { module } = torch;
  const z = module.zeros([1]).requiresGrad_();
  return [module, z, z.add(z), new module.optim.SGD([z], { lr: 1 }), torch.model('model')];
}

function everythingFrom(roots: readonly object[]): Seen[] {
  const found = new Set(roots);
  const world: Seen[] = [];
  // a set that grows while it is walked is walked to its new end
  for (const object of found) {
    if (object === globalThis) continue;
    const seen = lookAt(object, ownKeys(object));
    world.push(seen);
    for (const next of valuesOf(seen)) found.add(next);
  }
  return world;
}

function lookAt(object: object, names: readonly PropertyKey[]): Seen {
  return {
    object,
    parent: getPrototypeOf(object),
    isOpen: isExtensible(object),
    names,
    properties: names.map((name) => getOwnPropertyDescriptor(object, name)),
  };
}

/** Nothing is asked: what a getter would give is not the world's. */
function valuesOf({ parent, properties }: Seen): object[] {
  const values = properties.flatMap((property): unknown[] => Object.values(property ?? {}));
  return [parent, ...values].filter(isThing);
}

function isThing(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isSame(seen: Seen | undefined): boolean {
  if (seen === undefined) return false;
  const { object, parent, isOpen, names } = seen;
  if (getPrototypeOf(object) !== parent || isExtensible(object) !== isOpen) return false;
  return areSame(ownKeys(object), names) && hasSameProperties(seen);
}

function hasSameProperties({ object, names, properties }: Seen): boolean {
  for (let i = 0; i < names.length; i++) {
    const property = getOwnPropertyDescriptor(object, names[i] ?? '');
    if (!isSameProperty(property, properties[i])) return false;
  }
  return true;
}

function areSame(a: readonly PropertyKey[], b: readonly PropertyKey[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isSameProperty(
  now: PropertyDescriptor | undefined,
  before: PropertyDescriptor | undefined,
): boolean {
  if (now === undefined || before === undefined) return now === before;
  return (
    is(now.value, before.value) &&
    now.get === before.get &&
    now.set === before.set &&
    now.writable === before.writable &&
    now.enumerable === before.enumerable &&
    now.configurable === before.configurable
  );
}
