/** A foreign model looked at from inside the server: what it says of itself, and what onnxruntime makes of it. */
import { describeModel } from '../../engine/inspect/describeModel.ts';
import { readForeignModel } from '../../engine/onnx/guard.ts';
import { type ModelTrial, type InspectedModel } from '../wire/inspected.ts';
import { ServedModel } from './servedModel.ts';

/** Throws a sentence when it is no model that may be loaded. */
export async function inspectedModel(bytes: Uint8Array): Promise<InspectedModel> {
  const report = describeModel(readForeignModel(bytes));
  return { ...report, ...(await tried(bytes)) };
}

/** Rows are independent, and there may be any number of them: one and three are tried. */
const ROWS = [1, 3];

async function tried(bytes: Uint8Array): Promise<Pick<InspectedModel, 'trials' | 'trouble'>> {
  const trials: ModelTrial[] = [];
  try {
    const model = await ServedModel.load(bytes, 'cpu');
    const [batch, ...inner] = model.signature.input.shape;
    for (const rows of typeof batch === 'number' ? [batch] : ROWS) {
      const input = [rows, ...inner.map((size) => (typeof size === 'number' ? size : 1))];
      const { shape, data } = await model.evaluate(zeros(input));
      trials.push({
        input,
        output: shape,
        finite: data.every((number) => Number.isFinite(number)),
      });
    }
    await model.release();
    return { trials };
  } catch (error) {
    return { trials, trouble: error instanceof Error ? error.message : String(error) };
  }
}

function zeros(shape: readonly number[]) {
  const size = shape.reduce((product, each) => product * each, 1);
  return { shape, data: new Float32Array(size) };
}
