import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerShape } from '../../src/protocol/answerShape.ts';
import {
  Misshapen,
  list,
  number,
  object,
  oneOf,
  optional,
  string,
} from '../../src/protocol/shape.ts';
import { taskViewStateShape } from '../../src/protocol/taskShape.ts';
import { aState } from './taskFixture.ts';

const person = object<{ name: string; age?: number | undefined }>({
  name: string,
  age: optional(number),
});

describe('a shape', () => {
  it('keeps declared fields and drops the rest', () => {
    expect(person({ name: 'Ada', age: 36, password: 'x' }, 'person')).toEqual({
      name: 'Ada',
      age: 36,
    });
    expect(person({ name: 'Ada' }, 'person')).toEqual({ name: 'Ada' });
  });

  it('names the place, what was expected and what was found', () => {
    const read = () => list(person)([{ name: 'Ada' }, { name: [] }], 'people');
    expect(read).toThrow('people[1].name: expected a text, found a list');
    expect(() => oneOf('a', 'b')('c', 'letter')).toThrow(`letter: expected 'a' or 'b', found "c"`);
  });

  it('reads back the NaN that JSON wrote as null', () => {
    const arrived: unknown = JSON.parse(JSON.stringify([1, Number.NaN, Number.POSITIVE_INFINITY]));
    expect(list(number)(arrived, 'loss')).toEqual([1, Number.NaN, Number.NaN]);
  });

  it.each([
    [{ selected: ['a'] }],
    [{ text: '' }],
    [{ files: { 'a.ts': '1' } }],
    [{ latex: 'x^2' }],
    [{ steps: [{ latex: 'x' }, { relation: '<=', latex: 'y', reason: 'z' }] }],
    [{ nodes: [{ id: 'n1', label: 'h' }], edges: [{ from: 'n1', to: 'n1' }] }],
    [{ edits: [{ line: 8, action: 'delete' }] }],
    [
      {
        items: [
          {
            type: 'ray',
            points: [
              [0, 0],
              [1, 1],
            ],
          },
        ],
        labels: [{ at: [0, 1], latex: 'y' }],
      },
    ],
  ])('takes %j as the answer that it is', (answer) => {
    expect(answerShape(answer, 'answer')).toEqual(answer);
  });

  it('refuses what is no answer', () => {
    expect(() => answerShape({ choice: 'a' }, 'answer')).toThrow('answer: expected an answer');
  });

  it('never throws anything but Misshapen, whatever arrives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          taskViewStateShape(value, 'state');
        } catch (error) {
          expect(error).toBeInstanceOf(Misshapen);
        }
      }),
      { seed: 1 },
    );
  });

  it('refuses a task of which one field is missing', () => {
    for (const field of ['task', 'questions', 'restricted', 'figures', 'taskSetTitle']) {
      const rest = Object.fromEntries(Object.entries(aState).filter(([key]) => key !== field));
      expect(() => taskViewStateShape(rest, 'state'), field).toThrow(`state.${field}: expected`);
    }
  });
});
