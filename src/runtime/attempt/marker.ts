/** `.exambench/attempt.json`: says that a folder belongs to an exam, and which attempt it is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, replaceFile } from './durableFile.ts';

export interface AttemptMarker {
  readonly taskSet: string;
  /** of the task set when the attempt was started */
  readonly version: string;
  /** letters, digits and hyphens: it names a folder */
  readonly attempt: string;
  /** which variant of the set the student has; 0: it had none when the attempt was started */
  readonly variant: number;
  /** `contentHash` of the task set when the attempt was started; attempts of earlier versions do not know it */
  readonly content?: string | undefined;
  /** how the student calls themselves, once they were asked */
  readonly student?: string | undefined;
}

export const MARKER_FOLDER = '.exambench';
const MARKER_FILE = 'attempt.json';

/** Undefined when the folder holds no attempt. Throws, naming the file, when the marker is damaged. */
export async function readMarker(studentFolder: string): Promise<AttemptMarker | undefined> {
  const path = markerPath(studentFolder);
  try {
    return parseMarker(await readFile(path, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path}: ${reason}`, { cause: error });
  }
}

export async function writeMarker(studentFolder: string, marker: AttemptMarker): Promise<void> {
  await replaceFile(markerPath(studentFolder), `${JSON.stringify(marker, undefined, 2)}\n`);
}

function markerPath(studentFolder: string): string {
  return join(studentFolder, MARKER_FOLDER, MARKER_FILE);
}

function parseMarker(text: string): AttemptMarker {
  const value: unknown = JSON.parse(text);
  const content = read(value, 'content');
  const student = read(value, 'student');
  return {
    taskSet: nameIn(value, 'taskSet', NAME),
    version: nameIn(value, 'version', VERSION),
    attempt: nameIn(value, 'attempt', NAME),
    variant: variantIn(value),
    ...(content === undefined ? {} : { content: nameIn(value, 'content', HASH) }),
    ...(student === undefined ? {} : { student: nameIn(value, 'student', STUDENT) }),
  };
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/;
const VERSION = /^[^\s]{1,100}$/;
const STUDENT = /^.{1,200}$/su;
const HASH = /^[0-9a-f]{64}$/;

function nameIn(value: unknown, key: keyof AttemptMarker, pattern: RegExp): string {
  const found = read(value, key);
  if (typeof found === 'string' && pattern.test(found)) return found;
  throw new Error(`"${key}" must match ${pattern.source}, found ${JSON.stringify(found)}`);
}

/** Attempts of earlier versions do not know it. */
function variantIn(value: unknown): number {
  const found = read(value, 'variant') ?? 0;
  if (typeof found === 'number' && Number.isInteger(found) && found >= 0 && found <= 1e5) {
    return found;
  }
  throw new Error(`"variant" must be a whole number, found ${JSON.stringify(found)}`);
}

function read(value: unknown, key: keyof AttemptMarker): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
