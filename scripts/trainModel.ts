/**
 * `npm run train`: trains the bundled model with our own engine and writes it, its data and its SHA-256 into the exam.
 * The same seeds give the same data; the last bits of the weights depend on the processor, so the file is checked in.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { OrtBackend } from '../test/support/ortBackend.ts';
import { moons } from './model/moons.ts';
import { onnxFile } from './model/onnxFile.ts';
import { train } from './model/train.ts';
import { at } from './project.ts';

const task = 'tasks/ml1/5-programming';
const POINTS_PER_CLASS = 100;
const DATA_SEED = 1;
const WEIGHT_SEED = 2;

const points = moons(POINTS_PER_CLASS, DATA_SEED);
const backend = new OrtBackend();
const layers = await train(points, WEIGHT_SEED, (request) => backend.run(request));
const bytes = onnxFile(layers);
const sha256 = createHash('sha256').update(bytes).digest('hex');
writeFileSync(at(task, 'model.onnx'), bytes);
writeFileSync(
  at(task, 'training-data.csv'),
  ['x1,x2,t', ...points.x.map(([x1, x2], i) => `${x1},${x2},${points.t[i] ?? 0}`), ''].join('\n'),
);
const manifest = readFileSync(at(task, 'task.yaml'), 'utf8');
writeFileSync(at(task, 'task.yaml'), manifest.replace(/sha256: [0-9a-f]{64}/, `sha256: ${sha256}`));
console.log(`${task}/model.onnx: ${bytes.length} bytes, SHA-256 ${sha256}`);
