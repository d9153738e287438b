/** Whether a model is one that can be attacked: rows of numbers in, one number for each row out, with a gradient. */
import { type PortReport } from '../../engine/inspect/describeModel.ts';
import { type InspectedModel } from '../wire/inspected.ts';

/** Sentences; none where it is. */
export function modelProblems(model: InspectedModel): string[] {
  const { trouble, noGradient, trials } = model;
  if (trouble !== undefined) return [trouble];
  const problems = [inputProblem(model.inputs), outputProblem(model)].flatMap((each) => each ?? []);
  if (noGradient !== undefined) problems.push(`it cannot be differentiated: ${noGradient}`);
  if (trials.some(({ finite }) => !finite)) {
    problems.push('its output for an input of zeros is not finite');
  }
  return problems;
}

/** How many numbers a row has; undefined where the model takes any number, or no rows. */
export function widthOf({ inputs: [input] }: Pick<InspectedModel, 'inputs'>): number | undefined {
  const width = input?.shape?.length === 2 ? input.shape[1] : undefined;
  return typeof width === 'number' ? width : undefined;
}

function inputProblem([input]: readonly PortReport[]): string | undefined {
  if (input?.shape === undefined || input.shape.length === 2) return undefined;
  return `its input ${input.name} must be rows of numbers, [n, d]; found ${shapeText(input.shape)}`;
}

function outputProblem({ trials, outputs: [output] }: InspectedModel): string | undefined {
  const wrong = trials.find(
    ({ input: [rows], output: [out, one, ...others] }) =>
      out !== rows || one !== 1 || others.length > 0,
  );
  if (wrong === undefined) return undefined;
  const { input, output: found } = wrong;
  return `its output ${output?.name ?? ''} must be one number for each row, [${input[0] ?? 1}, 1] for ${shapeText(input)}; found ${shapeText(found)}`;
}

export function shapeText(shape: readonly (number | string)[]): string {
  return `[${shape.join(', ')}]`;
}
