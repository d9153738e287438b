import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { QUESTION_KINDS } from '../../../../src/core/answer/answer.ts';
import { taskSchema } from '../../../../src/core/taskset/schema/taskSchema.ts';
import { taskSetSchema } from '../../../../src/core/taskset/schema/taskSetSchema.ts';
import { accepted, labels } from '../../../support/typedYaml.ts';

const issues = (text: string) => taskSchema.safeParse(parse(text)).error?.issues ?? [];

describe.each(QUESTION_KINDS)('a whole question of kind %s', (kind) => {
  it('is one that reading accepts, as an entry', () => {
    expect(issues(accepted('title: T\nquestions:\n  - |', `kind: ${kind}`))).toEqual([]);
  });

  it('is one that reading accepts, below its list', () => {
    expect(issues(accepted('title: T\nquestions:\n  |', `- kind: ${kind}`))).toEqual([]);
  });

  it('is one that reading accepts, after another', () => {
    const first = accepted('title: T\nquestions:\n  - |', 'kind: text');
    expect(issues(accepted(`${first}\n  |`, `- kind: ${kind}`))).toEqual([]);
  });

  it('comes with its kind', () => {
    const text = accepted('title: T\nquestions:\n  - kind: |\n', kind);
    expect(issues(text)).toEqual([]);
  });
});

describe('a field with a sensible value', () => {
  it('makes a set, one required field after the other', () => {
    let text = '|';
    for (;;) {
      const next = labels(text, 'taskset.yaml').find((label) =>
        /^(format|id|title|language|version|points|tasks)$/.test(label),
      );
      if (next === undefined) break;
      text = `${accepted(text, next, 'taskset.yaml')}\n|`;
    }
    const set: unknown = parse(text.replace('|', '').replace("'1a'", 'my-set'));
    expect(taskSetSchema.safeParse(set).error?.issues ?? []).toEqual([]);
  });

  it.each(QUESTION_KINDS)('is accepted beside the others of a question of kind %s', (kind) => {
    const whole = `${accepted('title: T\nquestions:\n  - |', `kind: ${kind}`)}\n    |`;
    const optional = labels(whole);
    expect(optional.length).toBeGreaterThan(3);
    for (const name of optional) {
      const text = accepted(whole, name);
      expect(issues(text), `${name}\n${text}`).toEqual([]);
    }
  });

  it('is the rest of a map behind its colon', () => {
    const text = accepted('title: T\nmathematics: |', 'declare');
    expect(parse(text)).toEqual({ title: 'T', mathematics: { declare: 'x: scalar' } });
  });
});
