/** Protobuf written by hand, so that it can be written wrongly. */

export type Field = Uint8Array;

export function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest % 128n);
    rest /= 128n;
    bytes.push(rest > 0n ? low + 128 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function tag(field: number, wire: number): Uint8Array {
  return varint(field * 8 + wire);
}

export function number(field: number, value: number | bigint): Field {
  return joined([tag(field, 0), varint(value)]);
}

export function bytes(field: number, content: Uint8Array): Field {
  return joined([tag(field, 2), varint(content.length), content]);
}

export function text(field: number, content: string): Field {
  return bytes(field, new TextEncoder().encode(content));
}

export function message(field: number, fields: readonly Field[]): Field {
  return bytes(field, joined(fields));
}

export function times(count: number, field: Field): Field {
  const whole = new Uint8Array(count * field.length);
  for (let at = 0; at < whole.length; at += field.length) whole.set(field, at);
  return whole;
}
