import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gradeDrawing } from '../../../../src/core/grade/gradeDrawing.ts';
import { problemText } from '../../../../src/core/taskset/problem.ts';
import { type QuestionOf, questionsOf } from '../../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../../src/runtime/taskSetFiles.ts';
import { drawing, drawingQuestion } from '../../../support/drawings.ts';

interface CorpusAnswer {
  readonly name: string;
  readonly draw: readonly string[];
  readonly labels?: readonly string[];
  readonly verdict: string;
  /** exactly, or from … to */
  readonly points?: number | readonly [number, number];
  readonly mistake?: string;
  /** of the labels, in order */
  readonly marks?: readonly string[];
  /** what the feedback has to contain */
  readonly says?: string;
}

interface Corpus {
  /** a question of the bundled exam, or the fields of one */
  readonly question: string | Readonly<Record<string, unknown>>;
  readonly answers: readonly CorpusAnswer[];
}

const FOLDER = fileURLToPath(new URL('corpus/', import.meta.url));

const loaded = await loadTaskSet(fileURLToPath(new URL('../../../../tasks/ml1/', import.meta.url)));
if (!loaded.ok) throw new Error(loaded.error.map(problemText).join('\n'));
const bundled = questionsOf(loaded.value);

function questionOf(named: Corpus['question']): QuestionOf<'drawing'> {
  if (typeof named !== 'string') return drawingQuestion(named);
  const question = bundled.find(({ id }) => id === named);
  if (question?.kind !== 'drawing') throw new Error(`${named} is no drawing question`);
  return question;
}

const corpora = readdirSync(FOLDER).map((file) => {
  const corpus = JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as Corpus;
  return { file, question: questionOf(corpus.question), answers: corpus.answers };
});

describe.each(corpora)('the drawings of $file', ({ question, answers }) => {
  it.each(answers)('$name', (answer) => {
    const verdict = gradeDrawing(question, drawing(answer.draw, answer.labels));
    const said = JSON.stringify(verdict, undefined, 1);
    const [least, most] = [answer.points ?? 0].flat().concat(answer.points ?? 0);
    expect(verdict.verdict, said).toBe(answer.verdict);
    expect(verdict.points, said).toBeGreaterThanOrEqual(least ?? 0);
    expect(verdict.points, said).toBeLessThanOrEqual(most ?? 0);
    expect(verdict.evidence?.['mistake'], said).toBe(answer.mistake);
    if (answer.says !== undefined) expect(verdict.feedback.join('\n')).toContain(answer.says);
    if (answer.marks !== undefined) expect(marksIn(verdict.evidence)).toEqual(answer.marks);
  });
});

function marksIn(evidence: Readonly<Record<string, unknown>> | undefined): unknown[] {
  const labels = evidence?.['labels'];
  return Array.isArray(labels)
    ? labels.map((mark: unknown) => (mark as { verdict: string }).verdict)
    : [];
}

it('has a hundred answers', () => {
  expect(corpora.flatMap(({ answers }) => answers).length).toBeGreaterThanOrEqual(100);
});
