/** A few things that are used by one at a time: who comes waits until one is free. */

export interface Turns<T> {
  take(): Promise<T>;
  giveBack(thing: T): void;
}

export function turns<T>(things: readonly T[]): Turns<T> {
  const free = [...things];
  const waiting: ((thing: T) => void)[] = [];
  return {
    take: () =>
      new Promise((resolve) => {
        // the one given back last is warm
        const thing = free.pop();
        if (thing === undefined) waiting.push(resolve);
        else resolve(thing);
      }),
    giveBack: (thing) => {
      const next = waiting.shift();
      if (next === undefined) free.push(thing);
      else next(thing);
    },
  };
}

export async function taking<T, R>(turn: Turns<T>, use: (thing: T) => Promise<R>): Promise<R> {
  const thing = await turn.take();
  try {
    return await use(thing);
  } finally {
    turn.giveBack(thing);
  }
}
