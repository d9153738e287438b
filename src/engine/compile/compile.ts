/**
 * Step program → ONNX model. Calls of models become the models' own nodes, gradients the nodes of the reverse pass, and
 * iterations an ONNX `Loop`. Pure: the same program gives the same bytes.
 */
import { writeModel } from '../onnx/write.ts';
import { type StepProgram } from '../trace/program.ts';
import { type CompiledProgram } from './assembled.ts';
import { type LoadedModel } from './expand.ts';
import { loopGraph } from './loop.ts';
import { lower } from './lowering.ts';
import { plainGraph } from './plain.ts';

const OPSET = 18;

/**
 * Throws with the student's line where an operator, a shape or a derivative is not possible.
 */
export function compileProgram(
  program: StepProgram,
  models: ReadonlyMap<string, LoadedModel>,
): CompiledProgram {
  const lowered = lower(program, models);
  const { graph, names, nodes } = isLoop(program) ? loopGraph(lowered) : plainGraph(lowered);
  const called = program.nodes.flatMap((node) => (node.kind === 'model' ? [node.model] : []));
  const opset = Math.max(OPSET, ...called.map((id) => models.get(id)?.model.opset ?? 0));
  // Operator set 21 came with version 10 of the file format, 18 with version 8.
  const irVersion = opset >= 21 ? 10 : 8;
  return { bytes: writeModel({ irVersion, opset, graph }), ...names, nodes };
}

function isLoop({ carried, schedules, outputs }: StepProgram): boolean {
  return carried.length > 0 || schedules > 0 || outputs.some(({ each }) => each);
}
