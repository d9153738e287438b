/** What an author has written for a question beyond what students see, put in order for reading. */

import { type QuestionKind } from '../answer/answer.ts';
import { type ModelReference, type Question, type QuestionOf } from './taskSet.ts';

export interface SolutionEntry {
  /** plain: a name, an amount */
  readonly label?: string | undefined;
  /** Markdown with LaTeX, like `remark` */
  readonly text?: string | undefined;
  /** what students are told about it */
  readonly remark?: string | undefined;
  /** of options: whether it is right to select it */
  readonly right?: boolean | undefined;
}

export interface SolutionPart {
  readonly title: string;
  readonly entries: readonly SolutionEntry[];
}

/** Parts without entries are left out. */
export function solutionOf(question: Question): SolutionPart[] {
  const { hints, explanation } = question;
  const parts = [
    ...partsOf<QuestionKind>(question),
    part('Hints', hints, (text) => ({ text })),
    part('Explanation', explanation === undefined ? [] : [explanation], (text) => ({ text })),
  ];
  return parts.filter(({ entries }) => entries.length > 0);
}

const PARTS: { readonly [K in QuestionKind]: (question: QuestionOf<K>) => SolutionPart[] } = {
  choice: ({ options }) => [
    part('Options', options, ({ id, text, correct, feedback }) => ({
      label: id,
      text,
      remark: feedback,
      right: correct,
    })),
  ],
  expression: ({ answers, form, mistakes, followOn }) => [
    part('Right answers', answers, (latex) => ({ text: maths(latex) })),
    part('Required form', form, ({ points, feedback }) => ({
      label: upTo(points),
      remark: feedback,
    })),
    mistaken(mistakes, ({ answer }) => maths(answer)),
    part('Right after earlier mistakes', followOn, ({ from, answer }) => ({
      label: `from ${from.join(', ')}`,
      text: `\`${answer}\``,
    })),
  ],
  derivation: ({ facts, connected }) => [
    part('Facts', facts, ({ name, points, feedback }) => ({
      label: `${name}, ${amount(points)}`,
      remark: feedback,
    })),
    part('Connected from start to goal', [connected], (points) => ({ label: amount(points) })),
  ],
  drawing: ({ function: drawn, pieces, mistakes }) => [
    part('Function', [drawn], (latex) => ({ text: maths(latex) })),
    part('Pieces', pieces, ({ name, points }) => ({
      label: points === undefined ? name : `${name}, ${amount(points)}`,
    })),
    mistaken(mistakes, ({ function: other }) => maths(other)),
  ],
  diagram: ({ alternatives }) => [
    part('Also accepted', alternatives, ({ name, points, feedback }) => ({
      label: `${name}, ${amount(points)}`,
      remark: feedback,
    })),
  ],
  text: ({ rubric }) => [
    part('Rubric', rubric, ({ criterion, points, sample }) => ({
      label: amount(points),
      text: criterion,
      remark: sample,
    })),
  ],
  code: ({ model, checks, examples }) => [
    modelPart(model),
    checked(checks),
    part('Example programs', examples, ({ path, verdict, mistake }) => ({
      label: path,
      text: told(verdict, mistake),
    })),
  ],
  lines: ({ model, checks, examples }) => [
    modelPart(model),
    checked(checks),
    part('Example changes', examples, ({ name, verdict, mistake }) => ({
      label: name,
      text: told(verdict, mistake),
    })),
  ],
};

function partsOf<K extends QuestionKind>(question: QuestionOf<K>): SolutionPart[] {
  return PARTS[question.kind](question);
}

function part<T>(title: string, of: readonly T[], entry: (each: T) => SolutionEntry): SolutionPart {
  return { title, entries: of.map(entry) };
}

/** The file, and where it is from. */
function modelPart({ file, source }: ModelReference): SolutionPart {
  return part('Model', [file], (label) => ({ label, text: source }));
}

interface Mistake {
  readonly name: string;
  readonly feedback: string;
  readonly points?: number | undefined;
}

function mistaken<M extends Mistake>(
  mistakes: readonly M[],
  text: (mistake: M) => string,
): SolutionPart {
  return part('Mistakes that are recognised', mistakes, (mistake) => ({
    label: [mistake.name, ...(mistake.points === undefined ? [] : [upTo(mistake.points)])].join(
      ', ',
    ),
    text: text(mistake),
    remark: mistake.feedback,
  }));
}

interface Check {
  readonly title: string;
  readonly points: number;
  readonly required?: boolean | undefined;
}

function checked(checks: readonly Check[]): SolutionPart {
  return part('Checks', checks, ({ title, points, required }) => ({
    label: required === true ? 'required' : amount(points),
    text: title,
  }));
}

const maths = (latex: string): string => `$${latex}$`;

const amount = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`;

const upTo = (points: number): string => (points === 0 ? 'no points' : `at most ${amount(points)}`);

const told = (verdict: string, mistake: string | undefined): string =>
  mistake === undefined ? verdict : `${verdict}: ${mistake}`;
