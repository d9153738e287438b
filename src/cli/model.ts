/** `exambench model`: what an ONNX file is, and whether a task can use it. */

import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { distFolder } from './distFolder.ts';

export const model: Command = {
  name: 'model',
  summary: 'Says what an ONNX model is, and whether a task can use it.',
  usage: `Usage: exambench model <file.onnx> [--json]

Prints the model's inputs and outputs, its operators, its parameters, whether it has a gradient, its SHA-256, and what
to write into task.yaml. The file is looked at in a process of its own, with limits on time and memory.

  --json  Print {file, size, sha256, usable, problems, model} as JSON.

Exit code: 0 a task can use it, 1 it cannot, 2 the file could not be read.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('expected one file');
    const { inspectFile } = await import('../runtime/modelFile/inspectFile.ts');
    const { modelJson, modelText, problemsOf } = await import('./modelText.ts');
    const inspected = await inspectFile(file, distFolder);
    const named = { given: file, name: basename(file) };
    io.stdout(values.json === true ? modelJson(named, inspected) : modelText(named, inspected));
    return problemsOf(inspected).length === 0 ? 0 : 1;
  },
};
