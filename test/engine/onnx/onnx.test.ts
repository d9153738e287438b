import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  floatConstant,
  floatsOf,
  intConstant,
  integersOf,
} from '../../../src/engine/onnx/constant.ts';
import { guardModel } from '../../../src/engine/onnx/guard.ts';
import {
  type Attributes,
  float,
  int,
  ints,
  type Model,
  text,
} from '../../../src/engine/onnx/model.ts';
import { readModel } from '../../../src/engine/onnx/read.ts';
import { outputShape, signatureOf } from '../../../src/engine/onnx/signature.ts';
import { writeModel } from '../../../src/engine/onnx/write.ts';
import { modelNode, modelOf } from '../../support/model.ts';
import { attackModel } from '../../support/ortBackend.ts';

const attributes: Attributes = {
  a: int(-3),
  b: float(0.5),
  c: text('grüße'),
  d: ints([1, -1]),
  e: { kind: 'floats', value: [0.25, 4] },
  f: { kind: 'strings', value: ['x', 'y'] },
  g: { kind: 'tensor', value: intConstant([2], [1, -2]) },
  h: { kind: 'graph', value: modelOf([modelNode('Relu', ['x'], 'y')]).graph },
};

describe('an ONNX file', () => {
  test('is read back as it was written, with every kind of attribute', () => {
    const model = modelOf([modelNode('Anything', ['x', '', 'w'], 'y', attributes)]);
    expect(readModel(writeModel(model))).toEqual(model);
  });

  test('tells the signature of a model that PyTorch exported', async () => {
    const signature = signatureOf('m', readModel(await attackModel('mlp2_relu')));
    expect(signature.input).toEqual({ name: 'z', shape: ['N', 2] });
    expect(signature.output).toEqual({ name: 'f', shape: ['N', 1] });
  });

  test('is refused with a sentence when it is something else', async () => {
    const source = new Uint8Array(await readFile(new URL(import.meta.url)));
    expect(() => readModel(source)).toThrow('not an ONNX model');
  });

  test('never makes the reader do anything but read or throw', async () => {
    const bytes = await attackModel('mlp2_relu');
    const place = fc.nat(bytes.length - 1);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 20 }),
        place,
        (edits, end) => {
          const damaged = bytes.slice(0, end);
          for (const [at, byte] of edits) damaged[at] = byte;
          try {
            guardModel(readModel(damaged));
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('constants', () => {
  test('keep floats and integers exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.float()), fc.array(fc.maxSafeInteger()), (floats, integers) => {
        const data = Float32Array.from(floats);
        expect(floatsOf(floatConstant([data.length], data))).toEqual(data);
        expect(integersOf(intConstant([integers.length], integers))).toEqual(
          integers.map((n) => n + 0),
        );
      }),
    );
  });
});

describe('a foreign model is refused when it', () => {
  const relu = modelNode('Relu', ['x'], 'y');
  const refused: [string, Model, string][] = [
    ['uses an old operator set', modelOf([relu], { opset: 9 }), 'operator set 9'],
    ['uses a newer operator set', modelOf([relu], { opset: 99 }), 'operator set 99'],
    ['loops', modelOf([modelNode('Loop', ['x'], 'y')]), 'node y (Loop): control flow'],
    ['has a graph in a node', modelOf([modelNode('Foo', ['x'], 'y', attributes)]), 'control flow'],
    ['uses operators of others', modelOf([{ ...relu, domain: 'com.example' }]), 'com.example'],
    ['uses a value before it is made', modelOf([modelNode('Relu', ['z'], 'y')]), 'input z'],
    ['makes a value twice', modelOf([relu, relu]), 'y is defined twice'],
    ['never makes its output', modelOf([modelNode('Relu', ['x'], 'z')]), 'output y'],
    [
      'is too large',
      modelOf(Array.from({ length: 10_001 }, (_, i) => modelNode('Relu', ['x'], `v${i}`))),
      '10001 nodes',
    ],
  ];

  test.each(refused)('%s', (_what, model, message) => {
    expect(() => guardModel(model)).toThrow(message);
  });
});

describe('the output shape', () => {
  const signature = signatureOf('m', modelOf([modelNode('MatMul', ['x', 'w'], 'y')]));

  test('follows from the input’s where the sizes have names', () => {
    expect(outputShape(signature, [5, 2])).toEqual([5, 1]);
  });
  test('is refused with both shapes named when the input does not fit', () => {
    expect(() => outputShape(signature, [5, 3])).toThrow('[5,3], expected [n,2]');
    expect(() => outputShape(signature, [2])).toThrow('[2], expected [n,2]');
  });
  test('is unknown where the model does not tell', () => {
    const free = modelOf([modelNode('Relu', ['x'], 'y')], { output: ['m', 1] });
    expect(outputShape(signatureOf('m', free), [5, 2])).toBeUndefined();
  });
});
