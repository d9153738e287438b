import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../src/core/grade/codeRun.ts';
import { gradingAlone } from '../../src/core/grade/grading.ts';
import { grade } from '../../src/core/grade/grade.ts';
import { rehearse } from '../../src/core/grade/rehearse.ts';
import { rehearsalsOf } from '../../src/core/grade/rehearsalsOf.ts';
import { problemText } from '../../src/core/taskset/problem.ts';
import { publicTaskSet } from '../../src/core/taskset/publicTaskSet.ts';
import { type QuestionKind } from '../../src/core/answer/answer.ts';
import { type QuestionOf, questionsOf } from '../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';

const FOLDER = fileURLToPath(new URL('../../tasks/ml1/', import.meta.url));
const run = cannotRun('not here');

const loaded = await loadTaskSet(FOLDER);
if (!loaded.ok) throw new Error(loaded.error.map(problemText).join('\n'));
const set = loaded.value;
const questions = questionsOf(set);

/** The right options, from the exam's solution. */
const RIGHT = { 1.1: 'a', 1.2: 'd', 1.3: 'd', 1.4: 'b', 1.5: 'c', 1.6: 'c', 1.7: 'a', 1.8: 'b' };
/** Where the source was damaged. */
const NOTED = ['1.4', '1.5', '1.6', '1.7', '5a', '5b'];

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

describe('the bundled exam', () => {
  it('has all five tasks and all questions, with 60 points', () => {
    expect(set.tasks.map((task) => task.questions.map(({ id }) => id).join(' '))).toEqual([
      '1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8',
      '2a 2b',
      '3a 3b 3c',
      '4a 4b 4c 4d',
      '5a 5b 5c',
    ]);
    expect([set.id, set.points, set.language]).toEqual(['ml1', 60, 'en']);
  });

  it.each(questions.filter(({ kind }) => kind === 'choice'))(
    '$id gives full points for its right option only, with feedback for each',
    async (question) => {
      const options = ['a', 'b', 'c', 'd'];
      for (const option of options) {
        const verdict = await grade(question, { selected: [option] }, gradingAlone(run));
        const right = RIGHT[question.id as unknown as keyof typeof RIGHT] === option;
        expect(verdict.verdict, option).toBe(right ? 'correct' : 'wrong');
        expect(verdict.points).toBe(right ? question.points : 0);
        expect(verdict.feedback.join('').length).toBeGreaterThan(20);
      }
    },
  );

  it('grades its own answers as its author says, as far as no program is run', async () => {
    const { problems, notRun } = await rehearse([set], run);
    expect(problems).toEqual([]);
    expect(notRun.every(({ name }) => /5[ab]|programming/.test(name))).toBe(true);
    expect(rehearsalsOf(set).length).toBeGreaterThanOrEqual(questions.length);
  });

  it('says where its source is damaged', () => {
    const noted = questions.filter(({ sourceNote }) => sourceNote !== undefined);
    expect(noted.map(({ id }) => id)).toEqual(NOTED);
    expect(set.tasks[1]?.sourceNote).toContain('lost an argument');
  });

  it('has hints for every question', () => {
    expect(questions.filter(({ hints }) => hints.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('lets an author switch the replacement questions off', async () => {
    const off = await withoutReplacements();
    expect(off).toEqual({ points: 57, first: ['1.1', '1.2', '1.3', '1.6', '1.7', '1.8'] });
  });

  it('typesets: every formula of every text is understood', () => {
    const formulas = textsOf(set.tasks).flatMap(formulasOf);
    expect(formulas.length).toBeGreaterThan(150);
    for (const { latex, display } of formulas) {
      const strict = { displayMode: display, throwOnError: true, strict: 'error' } as const;
      expect(() => katex.renderToString(latex, strict), latex).not.toThrow();
    }
  });

  it('shows nothing of its solutions', () => {
    const shown = JSON.stringify(publicTaskSet(set));
    for (const secret of questions.flatMap((question) => secretsOf(question))) {
      expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
  });
});

describe('the skeleton', () => {
  it('has the lines of the source: z from 3, the optimizer in 6, the loop from 7, the result in 14', () => {
    const lines = readFileSync(`${FOLDER}5-programming/student/adversarial.ts`, 'utf8').split('\n');
    expect(lines[1]).toContain('function adversarial(x: Tensor, t: Tensor, model: Model)');
    expect(lines[2]).toContain('3: create z');
    expect(lines[5]).toContain('new optim.SGD([z]');
    expect(lines[6]).toContain('7: optimise z');
    expect(lines.slice(7, 13).join('')).toBe('');
    expect(lines[13]).toBe('  return z;');
  });

  it('fits the reference solution into the same lines', () => {
    const lines = readFileSync(`${FOLDER}5-programming/solution/adversarial.ts`, 'utf8').split(
      '\n',
    );
    expect(lines[5]).toContain('new optim.SGD([z]');
    expect(lines[9]).toContain('const loss');
    expect(lines[13]).toBe('  return z.detach();');
  });
});

interface Formula {
  readonly latex: string;
  readonly display: boolean;
}

/** Formulas as the reader's Markdown has them, outside of code. */
function formulasOf(text: string): Formula[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const displayed = [...prose.matchAll(/\$\$([\s\S]+?)\$\$/g)].map((match) => match[1] ?? '');
  const inline = [...prose.replace(/\$\$[\s\S]+?\$\$/g, '').matchAll(/\$([^$\n]+?)\$/g)];
  return [
    ...displayed.map((latex) => ({ latex, display: true })),
    ...inline.map((match) => ({ latex: match[1] ?? '', display: false })),
  ];
}

const SECRETS: {
  readonly [K in QuestionKind]: (question: QuestionOf<K>) => readonly string[];
} = {
  choice: ({ options }) => options.map(({ feedback }) => feedback),
  expression: ({ answers, mistakes, form }) => [
    ...answers,
    ...mistakes.map(({ feedback }) => feedback),
    ...form.map(({ feedback }) => feedback),
  ],
  derivation: ({ facts, reference }) => [
    ...facts.flatMap(({ name, feedback }) => [name, feedback]),
    JSON.stringify(reference),
  ],
  drawing: ({ pieces, mistakes, examples }) => [
    JSON.stringify(pieces),
    ...mistakes.map(({ feedback }) => feedback),
    ...examples.map(({ name }) => name),
  ],
  text: ({ modelAnswer }) => [modelAnswer],
  diagram: ({ network, alternatives, examples }) => [
    JSON.stringify(network.edges),
    ...[...alternatives, ...examples].map(({ name }) => name),
  ],
  lines: ({ given }) => [given],
  code: ({ reference }) => Object.values(reference),
};

function secretsOf<K extends QuestionKind>(question: QuestionOf<K>): readonly string[] {
  return SECRETS[question.kind](question);
}

async function withoutReplacements(): Promise<{ points: number; first: string[] }> {
  const { cp, mkdtemp, readFile, rm, writeFile } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const copy = await mkdtemp(`${tmpdir()}/ml1-`);
  try {
    await cp(FOLDER, copy, { recursive: true });
    const head = await readFile(`${copy}/taskset.yaml`, 'utf8');
    const off = head
      .replace('points: 60', 'points: 57')
      .replace('replacements: on', 'replacements: off');
    await writeFile(`${copy}/taskset.yaml`, off);
    const changed = await loadTaskSet(copy);
    if (!changed.ok) throw new Error(changed.error.map(problemText).join('\n'));
    return {
      points: changed.value.points,
      first: changed.value.tasks[0]?.questions.map(({ id }) => id) ?? [],
    };
  } finally {
    await rm(copy, { recursive: true });
  }
}
