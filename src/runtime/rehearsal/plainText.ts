/**
 * Data as text: the same for equal data, another one for other data. Not for what has a meaning beyond its data, such
 * as an object of a class or a function.
 */

class NotPlain extends Error {
  override readonly name = 'NotPlain';
}

/** Deeper than any data of ours; what contains itself ends here, too. */
const DEEPEST = 200;

/** Undefined where something in it is no plain data. */
export function plainText(data: unknown): string | undefined {
  try {
    return textOf(data, 0);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'boolean' || value === undefined || value === null) return String(value);
  if (typeof value !== 'object' || depth > DEEPEST) throw new NotPlain();
  const inner = (part: unknown): string => textOf(part, depth + 1);
  if (Array.isArray(value)) return `[${Array.from(value, inner).join()}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Map.prototype) return `map${inner([...(value as Map<unknown, unknown>)])}`;
  if (prototype === Set.prototype) return `set${inner([...(value as Set<unknown>)])}`;
  if (prototype !== Object.prototype && prototype !== null) throw new NotPlain();
  return `{${propertiesOf(value)
    .map(([name, part]) => `${JSON.stringify(name)}:${inner(part)}`)
    .join()}}`;
}

/** In their order: an order may mean something. */
function propertiesOf(object: object): (readonly [string, unknown])[] {
  return Reflect.ownKeys(object).map((name) => {
    const property = Reflect.getOwnPropertyDescriptor(object, name);
    if (typeof name === 'symbol' || property === undefined || !('value' in property)) {
      throw new NotPlain();
    }
    return [name, property.value];
  });
}
