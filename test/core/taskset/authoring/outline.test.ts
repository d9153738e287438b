import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { foldsOf, outlineOf, type Part } from '../../../../src/core/taskset/authoring/outline.ts';
import { type Sketch } from '../../../../src/core/taskset/authoring/sketch.ts';
import { sketchOf } from '../../../../src/core/taskset/authoring/sketchOf.ts';

const TASK = `title: T
questions:
  - id: '1.1'
    kind: choice
    title: Gates
    points: 1.5
    options:
      - { id: a, text: Yes, correct: true }
      - id: b
        text: >-
          No
          way
  - id: 1b
    kind: text
    points: 1
`;

const view = (text: string, file = 'a/task.yaml') => ({ file, text, files: [], tasks: new Map() });
const shown = ({ name, detail, parts }: Part): string[] => [
  `${name} (${detail})`,
  ...parts.flatMap((inner) => shown(inner).map((line) => `  ${line}`)),
];
const outline = (text: string, file?: string) => outlineOf(view(text, file)).flatMap(shown);

describe('the outline of a task', () => {
  it('names its questions with their kinds and points, and what is in them', () => {
    expect(outline(TASK)).toEqual([
      '1.1 Gates (choice, 1.5 points)',
      '  options (2)',
      '    Yes (correct)',
      '    No ()',
      '1b (text, 1 point)',
    ]);
  });

  it('shows what can be read of a broken text', () => {
    expect(outline(TASK.replace('title: Gates', "title: 'Gates"))).toEqual(
      expect.arrayContaining(['1b (text, 1 point)']),
    );
  });

  it('keeps each part inside its question', () => {
    const check = (part: Part): void => {
      expect(part.nameStart).toBeGreaterThanOrEqual(part.start);
      expect(part.nameEnd).toBeLessThanOrEqual(part.end);
      expect(part.name).not.toBe('');
      for (const inner of part.parts) {
        expect(inner.start).toBeGreaterThanOrEqual(part.start);
        expect(inner.end).toBeLessThanOrEqual(part.end);
        check(inner);
      }
    };
    for (const [path, text] of FILES) outlineOf(view(text, path)).forEach(check);
  });

  it('of a set names its tasks', () => {
    expect(outline('tasks: [a, b-c]', 'taskset.yaml')).toEqual(['a ()', 'b-c ()']);
  });
});

describe('what is folded', () => {
  it('are entries and fields of more than one line, to their last', () => {
    expect(foldsOf(TASK)).toEqual([
      [1, 14],
      [2, 11],
      [6, 11],
      [8, 11],
      [9, 11],
      [12, 14],
    ]);
  });
});

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const FILES = globSync('{tasks,media/template}/**/task{,set}.yaml', { cwd: ROOT }).map(
  (path): [string, string] => [path, readFileSync(`${ROOT}${path}`, 'utf8')],
);

describe('the sketch of a text', () => {
  it.each(FILES)('has the fields and entries that YAML has: %s', (_, text) => {
    expect(fieldsOfSketch(sketchOf(text))).toEqual(fieldsOfValue(parse(text)));
  });

  it.each(FILES)('can be made of every beginning: %s', (_, text) => {
    for (let end = 0; end < text.length; end += 97) {
      const { end: last } = sketchOf(text.slice(0, end));
      expect(last).toBeLessThanOrEqual(end);
    }
  });

  it('of deep brackets is made in the end', () => {
    expect(sketchOf(`a: ${'['.repeat(500)}`).kind).toBe('map');
  });
});

function fieldsOfSketch({ kind, entries }: Sketch): unknown {
  if (kind === 'list') return entries.map(({ value }) => fieldsOfSketch(value));
  if (kind !== 'map') return 'scalar';
  return Object.fromEntries(entries.map(({ key, value }) => [key, fieldsOfSketch(value)]));
}

function fieldsOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fieldsOfValue);
  if (typeof value !== 'object' || value === null) return 'scalar';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fieldsOfValue(inner)]),
  );
}
