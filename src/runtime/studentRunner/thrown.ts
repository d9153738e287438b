/** Words for whatever was thrown. Any property of it may throw again. */

const maxLength = 4000;

export interface Description {
  readonly message: string;
  /** undefined when it has none, or hides it */
  readonly stack: string | undefined;
}

export function describeThrown(thrown: unknown): Description {
  try {
    return thrown instanceof Error ? describeError(thrown) : describeValue(thrown);
  } catch {
    return { message: 'an object was thrown that cannot be described', stack: undefined };
  }
}

function describeError(error: Error): Description {
  const { name, message: text } = error;
  const stack = typeof error.stack === 'string' ? error.stack : undefined;
  const message = name === 'Error' ? text : `${name}: ${text}`;
  return { message: message.slice(0, maxLength), stack };
}

function describeValue(value: unknown): Description {
  const what = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return { message: `${what.slice(0, maxLength)} was thrown, which is no Error`, stack: undefined };
}
