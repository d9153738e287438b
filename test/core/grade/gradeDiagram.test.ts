/** Diagrams as students draw them, to the exam's question and to other networks: none may be misjudged. */

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { gradingAlone } from '../../../src/core/grade/grading.ts';
import { gradeRehearsal } from '../../../src/core/grade/rehearse.ts';
import { rehearsalsOf } from '../../../src/core/grade/rehearsalsOf.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { type Corpus, type DrawnAnswer, diagramCorpora } from './diagram/corpus.ts';

const loaded = await loadTaskSet(fileURLToPath(new URL('../../../tasks/ml1/', import.meta.url)));
if (!loaded.ok) throw new Error('the bundled exam cannot be loaded');
const corpora = diagramCorpora(loaded.value);
const run = cannotRun('no program here');

const judge = ({ question }: Corpus, { answer }: DrawnAnswer): Promise<Verdict> =>
  grade(question, answer, gradingAlone(run));

describe('the corpus of diagrams', () => {
  it('has sixty answers and more, to the exam and to three other networks at least', () => {
    expect(corpora.flatMap(({ answers }) => answers).length).toBeGreaterThanOrEqual(60);
    expect(corpora.length).toBeGreaterThanOrEqual(4);
  });

  it.each(corpora)('has no answer to $title under the name of another', ({ answers }) => {
    const names = answers.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });
});

describe.each(corpora)('$title', (corpus) => {
  it('accepts its own network in every form that its author allows', async () => {
    const rehearsals = rehearsalsOf(corpus.set).filter(
      ({ question }) => question === corpus.question,
    );
    for (const rehearsal of rehearsals) {
      const verdict = await gradeRehearsal(corpus.set, rehearsal, run);
      expect(rehearsal.complaint(verdict), rehearsal.name).toBeUndefined();
    }
    expect(rehearsals.length).toBeGreaterThan(corpus.question.network.edges.length);
  });

  it.each(corpus.answers)('$name: $verdict', async (expected) => {
    const { verdict, points, feedback, evidence } = await judge(corpus, expected);
    expect({ verdict, feedback }).toEqual({ verdict: expected.verdict, feedback });
    if (expected.points !== undefined) expect(points).toBe(expected.points);
    if (expected.form !== undefined) expect(evidence?.['form']).toBe(expected.form);
    for (const words of expected.says ?? []) expect(feedback.join('\n')).toContain(words);
  });
});
