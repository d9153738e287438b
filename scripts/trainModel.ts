/**
 * `npm run train [-- exam|template]`: trains a model with our own engine and writes it and its SHA-256 into its task. The same seeds give the same data; the last bits of the weights depend on the processor, so the file is checked in.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OrtBackend } from '../test/support/ortBackend.ts';
import { moons } from './model/moons.ts';
import { onnxFile } from './model/onnxFile.ts';
import { type LabelledPoints } from './model/points.ts';
import { ring } from './model/ring.ts';
import { type Network, train } from './model/train.ts';
import { at } from './project.ts';

interface Trained {
  /** the task's folder */
  readonly task: string;
  /** of the graph */
  readonly name: string;
  /** the points are handed out, too */
  readonly data?: string;
  readonly points: LabelledPoints;
  readonly network: Network;
}

const models = {
  exam: {
    task: 'tasks/ml1/5-programming',
    name: 'moons',
    data: 'training-data.csv',
    points: moons(100, 1),
    network: { sizes: [2, 16, 16, 1], seed: 2 },
  },
  template: {
    task: 'media/template/4-program',
    name: 'ring',
    points: ring(60, 3),
    network: { sizes: [2, 8, 8, 1], seed: 4 },
  },
} as const satisfies Readonly<Record<string, Trained>>;

async function write({ task, name, data, points, network }: Trained): Promise<void> {
  const backend = new OrtBackend();
  const layers = await train(points, network, (request) => backend.run(request));
  const bytes = onnxFile(name, layers);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(at(task, 'model.onnx'), bytes);
  if (data !== undefined) writeFileSync(at(task, data), table(points));
  const manifest = readFileSync(at(task, 'task.yaml'), 'utf8');
  writeFileSync(
    at(task, 'task.yaml'),
    manifest.replaceAll(/sha256: [0-9a-f]{64}/g, `sha256: ${sha256}`),
  );
  console.log(`${task}/model.onnx: ${bytes.length} bytes, SHA-256 ${sha256}`);
}

function table({ x, t }: LabelledPoints): string {
  return ['x1,x2,t', ...x.map(([x1, x2], i) => `${x1},${x2},${t[i] ?? 0}`), ''].join('\n');
}

const { positionals } = parseArgs({ allowPositionals: true });
for (const [which, model] of Object.entries(models)) {
  if (positionals.length === 0 || positionals.includes(which)) await write(model);
}
