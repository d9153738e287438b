/** What `exambench model` prints. */

import { type PortReport } from '../engine/inspect/describeModel.ts';
import { type InspectedFile } from '../runtime/modelFile/inspectFile.ts';
import { modelProblems, shapeText } from '../runtime/modelFile/modelProblems.ts';
import { type InspectedModel } from '../runtime/wire/inspected.ts';
import { printable } from './plainText.ts';

interface Named {
  /** as on the command line */
  readonly given: string;
  /** without its folders */
  readonly name: string;
}

/** Sentences on why no task can use the model. */
export function problemsOf({ model: found, refused }: InspectedFile): string[] {
  return found === undefined ? [refused ?? 'it could not be looked at'] : modelProblems(found);
}

export function modelText({ given, name }: Named, inspected: InspectedFile): string {
  const { model, size, sha256 } = inspected;
  const problems = problemsOf(inspected);
  const lines = [
    `${given}: ${size} bytes`,
    `SHA-256     ${sha256}`,
    ...(model === undefined ? [] : facts(model)),
    ...problems.map((problem) => `${model === undefined ? 'not accepted' : 'problem'}: ${problem}`),
    ...(problems.length > 0 ? [] : ['', 'For task.yaml:', '', ...yaml(name, sha256)]),
  ];
  return `${printable(lines.join('\n'))}\n`;
}

export function modelJson({ given }: Named, inspected: InspectedFile): string {
  const { size, sha256, model } = inspected;
  const problems = problemsOf(inspected);
  const json = { file: given, size, sha256, usable: problems.length === 0, problems, model };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function facts(model: InspectedModel): string[] {
  const { inputs, outputs, irVersion, opset, operators, nodes, parameters, noGradient } = model;
  const used = Object.entries(operators).map(([op, count]) =>
    count === 1 ? op : `${op} ×${count}`,
  );
  return [
    ...inputs.map((port) => `input       ${portText(port)}`),
    ...outputs.map((port) => `output      ${portText(port)}`),
    `format      ONNX operator set ${opset}, IR version ${irVersion}`,
    `operators   ${used.join(', ')} (${nodes} nodes)`,
    `parameters  ${parameters}`,
    `gradient    ${noGradient === undefined ? 'yes, of the output by the input' : 'no'}`,
  ];
}

function portText({ name, type, shape }: PortReport): string {
  return `${name}: ${type}${shape === undefined ? '' : ` ${shapeText(shape)}`}`;
}

function yaml(name: string, sha256: string): string[] {
  return [
    'model:',
    `  file: ${name}`,
    `  sha256: ${sha256}`,
    '  source: who made it, with which data, and under which licence',
  ];
}
