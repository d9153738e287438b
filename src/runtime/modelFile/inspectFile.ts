/** Looks at an ONNX file that somebody brings, in a process of its own with little memory. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { MOST_BYTES, walkModel } from '../../engine/onnx/walk/walkModel.ts';
import { openModelServer } from '../attack/modelServer.ts';
import { RunError } from '../attack/failure.ts';
import { type InspectedModel } from '../wire/inspected.ts';

export interface InspectedFile {
  /** of the file, in bytes */
  readonly size: number;
  /** lower-case hexadecimal */
  readonly sha256: string;
  /** absent when it is refused */
  readonly model?: InspectedModel;
  /** why it may not be loaded */
  readonly refused?: string;
}

/** Beside this, some times its own size. */
const BASE_MIB = 900;
const COPIES = 6;

/** Throws only when the file cannot be read, or the model server does not start. `dist`: folder of the built programs. */
export async function inspectFile(path: string, dist: string): Promise<InspectedFile> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) {
    throw new Error(`${path}: expected at most ${MOST_BYTES} bytes, found ${size}`);
  }
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { size, sha256, ...(await looked(bytes, dist)) };
}

/** What the walk refuses never reaches another process. */
async function looked(
  bytes: Uint8Array,
  dist: string,
): Promise<Pick<InspectedFile, 'model' | 'refused'>> {
  try {
    walkModel(bytes);
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
  const server = openModelServer(dist, BASE_MIB + (COPIES * bytes.length) / 2 ** 20);
  try {
    return { model: await server.inspect({ bytes }) };
  } catch (error) {
    if (error instanceof RunError) return { refused: error.message };
    throw error;
  } finally {
    server.close();
  }
}
