/** Diagrams as students draw them, each with the verdict that it must get. */

import { readFileSync, readdirSync } from 'node:fs';
import { type DiagramAnswer } from '../../../../src/core/answer/answer.ts';
import { type VerdictKind } from '../../../../src/core/grade/verdict.ts';
import { parseTaskSet } from '../../../../src/core/taskset/parseTaskSet.ts';
import { problemText } from '../../../../src/core/taskset/problem.ts';
import {
  type QuestionOf,
  type TaskSet,
  questionsOf,
} from '../../../../src/core/taskset/taskSet.ts';
import { filesOf } from '../../../support/taskSet.ts';
import { diagramOf } from '../../../support/diagrams.ts';

interface Written {
  readonly name: string;
  readonly draw?: readonly string[];
  /** in place of `draw`: what cannot be drawn in few words */
  readonly answer?: unknown;
  readonly verdict: VerdictKind;
  readonly points?: number;
  /** what the feedback must say */
  readonly says?: readonly string[];
  /** which network it must be taken for */
  readonly form?: string;
}

export interface DrawnAnswer extends Omit<Written, 'draw' | 'answer'> {
  readonly answer: DiagramAnswer;
}

interface File {
  readonly title: string;
  /** id of a question of the bundled exam, or a question as an author writes it */
  readonly bundled?: string;
  readonly question?: Readonly<Record<string, unknown>>;
  readonly answers: readonly Written[];
}

export interface Corpus {
  readonly title: string;
  readonly set: TaskSet;
  readonly question: QuestionOf<'diagram'>;
  readonly answers: readonly DrawnAnswer[];
}

const FOLDER = new URL('corpus/', import.meta.url);

export function diagramCorpora(exam: TaskSet): Corpus[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as File;
      const set = file.question === undefined ? exam : setOf(file.question);
      const question = questionsOf(set).find(
        ({ id, kind }) => kind === 'diagram' && (file.bundled === undefined || id === file.bundled),
      );
      if (question?.kind !== 'diagram') throw new Error(`${name} has no diagram question`);
      return { title: file.title, set, question, answers: file.answers.map(drawnAnswer) };
    });
}

function drawnAnswer({ draw, answer, ...expected }: Written): DrawnAnswer {
  return { ...expected, answer: draw === undefined ? (answer as DiagramAnswer) : diagramOf(draw) };
}

/** A set of one diagram question. */
function setOf(question: Readonly<Record<string, unknown>>): TaskSet {
  const full = { id: 'a', kind: 'diagram', title: 'Network', prompt: 'Draw it.', ...question };
  const parsed = parseTaskSet(
    filesOf({
      'taskset.yaml': `format: 1
id: drawn
title: Drawn
language: en
version: 1.0.0
points: ${String(question['points'])}
tasks: [network]
`,
      // every JSON is YAML
      'network/task.yaml': JSON.stringify({ title: 'Network', questions: [full] }),
    }),
  );
  if (!parsed.ok) throw new Error(parsed.error.map(problemText).join('\n'));
  return parsed.value;
}
