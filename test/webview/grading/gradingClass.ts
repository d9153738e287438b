/** A small class for the grading view, as the host tells of it: real HTML by the makers of results' pages, invented students. */
import {
  type AnswerEntry,
  type AnswerSheet,
  type RubricRow,
} from '../../../src/protocol/gradingMessages.ts';
import { prose, proseLine } from '../../../src/report/prose.ts';

export interface ClassQuestion {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly prompt: string;
  readonly modelAnswer?: string;
  readonly rubric: readonly RubricRow[];
  readonly answers: readonly ClassAnswer[];
}

export interface ClassAnswer {
  readonly student: string;
  readonly sheet: AnswerSheet;
  readonly standing: AnswerEntry['standing'];
}

export const block = (text: string): string => String(prose(text));
const line = (text: string): string => String(proseLine(text));

const TEXTS = [
  'The bound limits the slope of $y$: $\\lVert\\nabla y\\rVert \\le d\\,\\lVert w\\rVert_1$. So one **penalises** $\\lVert w\\rVert_1$.',
  'It makes the gradient small.',
  'I do not know.',
  "A large $w$ gives a steep function:\n\n$$|y(x) - y(x')| \\le d\\,\\lVert w\\rVert_1 \\, \\lVert x - x'\\rVert_\\infty$$\n\n- hence small weights\n- hence `weight_decay`",
];

const STUDENTS = [
  'Ada Lovelace',
  'Emmy Noether',
  'Kurt Gödel',
  'Sofja Kowalewskaja',
  'Alan Turing',
];

/** Names are made of two, so that large classes have different ones. */
const studentAt = (nth: number): string => {
  const name = STUDENTS[nth % STUDENTS.length] ?? '';
  return nth < STUDENTS.length ? name : `${name} ${Math.floor(nth / STUDENTS.length) + 1}`;
};

const OPEN_TEXT = {
  outcome: { words: 'a person grades it', tone: 'open' },
  remarks: [],
  points: 0,
  settled: false,
  identical: [],
} as const;

interface Given {
  readonly first: number;
  readonly count: number;
  readonly texts?: readonly string[];
}

/** Open answers; keys begin somewhere, so that they are no positions. */
export function openAnswers({ first, count, texts = TEXTS }: Given): ClassAnswer[] {
  return Array.from({ length: count }, (_, nth) => ({
    student: studentAt(nth),
    standing: 'open' as const,
    sheet: { key: first + 7 * nth, answer: block(texts[nth % texts.length] ?? ''), ...OPEN_TEXT },
  }));
}

export const RUBRIC: readonly RubricRow[] = [
  {
    criterion: line('The bound limits the slope of $y$.'),
    points: 1,
    sample: line('$y$ changes slowly where $\\lVert w\\rVert_1$ is small'),
  },
  { criterion: line('Hence $\\lVert w\\rVert_1$ is penalised.'), points: 1 },
  { criterion: line('It names the L1 regularisation.'), points: 0.5 },
];

const rubricQuestion = (count: number): ClassQuestion => ({
  id: '3c',
  title: 'What the bound is good for',
  points: 2,
  prompt: block(
    'Say in *two sentences* what the bound $\\lVert\\nabla y\\rVert \\le d\\,\\lVert w\\rVert_1$ is good for.',
  ),
  modelAnswer: block(
    'It limits how strongly $y$ reacts to $x$; so one adds $\\lambda\\lVert w\\rVert_1$ to the loss.',
  ),
  rubric: RUBRIC,
  answers: openAnswers({ first: 1000, count }),
});

/** One was checked to its end, one could not be checked. */
const expressionQuestion: ClassQuestion = {
  id: '4b',
  title: 'A derivative',
  points: 3,
  prompt: block('Give $\\partial \\ell/\\partial h_2$.'),
  modelAnswer: block('$2(y - t)$'),
  rubric: [],
  answers: [
    {
      student: studentAt(0),
      standing: 'checked',
      sheet: {
        ...OPEN_TEXT,
        key: 2000,
        answer: block('$2(y-t)$'),
        outcome: { words: 'correct', tone: 'right' },
        points: 3,
        settled: true,
      },
    },
    {
      student: studentAt(1),
      standing: 'open',
      sheet: {
        ...OPEN_TEXT,
        key: 2007,
        answer: block('$\\int (y-t)$'),
        outcome: { words: 'could not be checked', tone: 'none' },
        remarks: [line('The sign $\\int$ is not known.')],
        points: 0.5,
      },
    },
  ],
};

/** @param count of answers to the question with a rubric */
export const smallClass = (count = 4): readonly ClassQuestion[] => [
  rubricQuestion(count),
  expressionQuestion,
  {
    id: '1.1',
    title: 'Gates',
    points: 1,
    prompt: block('Which?'),
    rubric: [],
    answers: [],
  },
];
