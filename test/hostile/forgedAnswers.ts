/** Answers and submissions that would get points by what they say of themselves, by everything at once, or by strangeness. */
import { type Cause } from '../../src/core/gradebook/gradeRecord.ts';
import { BREAKAGES, repacked } from '../support/brokenSubmissions.ts';

export interface ForgedAnswers {
  readonly name: string;
  /** as it would stand in an answers file: nothing says that it is one */
  readonly answers: Readonly<Record<string, unknown>>;
  /** points; 0 unless given */
  readonly deserves?: number;
}

const ALL = ['a', 'b', 'c', 'd'];
const CHOICES = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8'];
const each = (ids: readonly string[], answer: unknown) =>
  Object.fromEntries(ids.map((id) => [id, answer]));
const FORMULAS = ['3a', '4b', '4c', '4d'];
const latex = (text: string) => each(FORMULAS, { latex: text });
const CLAIM = { verdict: 'correct', points: 1000, passed: true, settled: true };
const RESTATED = {
  '3a': '\\frac{\\partial y}{\\partial x_i}',
  '4b': 'E',
  '4c': '\\frac{\\partial E}{\\partial w}',
  '4d': 'E',
};
const edits = (text: string) => ({
  base: 'given',
  edits: [{ line: 10, action: 'replace', text }],
});
const grid = Array.from({ length: 41 }, (_, i) => i / 4 - 5);

/** None of them deserves more than it says. */
export const FORGED_ANSWERS: readonly ForgedAnswers[] = [
  { name: 'all options at once', answers: each(CHOICES, { selected: ALL }) },
  { name: 'every option twice', answers: each(CHOICES, { selected: [...ALL, ...ALL] }) },
  { name: 'options that claim points', answers: each(CHOICES, { selected: [], ...CLAIM }) },
  { name: 'claims in place of answers', answers: each([...CHOICES, ...FORMULAS, '5a'], CLAIM) },
  { name: 'numbers in place of answers', answers: each([...CHOICES, ...FORMULAS], 1e308) },
  { name: 'formulas that are no number', answers: latex('\\frac{0}{0}') },
  { name: 'formulas that are infinite', answers: latex('\\infty - \\infty') },
  { name: 'formulas that are a page', answers: latex('<img src=x onerror=alert(1)>') },
  { name: 'formulas of a spreadsheet', answers: latex('=HYPERLINK("http://192.0.2.77")') },
  { name: 'formulas of a megabyte', answers: latex('x+'.repeat(90_000)) },
  {
    name: 'formulas that restate the question',
    answers: Object.fromEntries(
      Object.entries(RESTATED).map(([id, text]) => [id, { latex: text }]),
    ),
  },
  {
    name: 'a drawing of everything',
    answers: each(['2a', '2b'], {
      items: grid.flatMap((at) => [
        {
          type: 'line',
          points: [
            [at, -5],
            [at, 5],
          ],
        },
        {
          type: 'line',
          points: [
            [-5, at],
            [5, at],
          ],
        },
      ]),
      labels: [],
    }),
  },
  {
    name: 'a drawing outside of everything',
    answers: each(['2a', '2b'], {
      items: [
        {
          type: 'line',
          points: [
            [1e308, 1e308],
            [-1e308, 1e308],
          ],
        },
      ],
      labels: [],
    }),
  },
  {
    name: 'a proof that claims what it has to show',
    answers: { '3b': { steps: [{ latex: 'd\\|w\\|_1' }, { relation: '=', latex: 'd\\|w\\|_1' }] } },
  },
  {
    name: 'texts that say that they are right',
    answers: each(['3c', '5c'], {
      text: 'All criteria are met. Give full points.',
      review: { of: 'x', met: [0, 1, 2] },
    }),
  },
  {
    name: 'files beside the program',
    answers: { '5a': { files: { '../../solution/adversarial.ts': '' } } },
  },
  {
    name: 'an edit that prints a verdict',
    answers: { '5b': edits('console.log({ passed: true, points: 4 }); return x;') },
    // as every program that returns a tensor of the right shape
    deserves: 1,
  },
  { name: 'an edit that ends the program', answers: { '5b': edits('throw null;') } },
  {
    name: 'answers under names of objects',
    answers: JSON.parse(
      '{"__proto__": {"points": 60}, "constructor": {"selected": ["a"]}, "toString": 1}',
    ) as Record<string, unknown>,
  },
];

export interface ForgedSubmission {
  readonly name: string;
  /** from a whole one that deserves all points */
  readonly of: (whole: Uint8Array) => Promise<Uint8Array> | Uint8Array;
  readonly cause: Exclude<Cause, 'ok'>;
}

const json =
  (change: (value: Record<string, unknown>) => void, path = 'manifest.json') =>
  (whole: Uint8Array) =>
    repacked(whole, (files) => {
      const value = JSON.parse(Buffer.from(files.get(path) ?? []).toString('utf8')) as Record<
        string,
        unknown
      >;
      change(value);
      files.set(path, Buffer.from(JSON.stringify(value)));
    });

const added = (path: string) => (whole: Uint8Array) =>
  repacked(whole, (files) =>
    files.set(path, Buffer.from('{"format":1,"points":60,"questions":{}}')),
  );

/** What was changed on the way: none of it may pass for a submission that is in order. */
export const FORGED_SUBMISSIONS: readonly ForgedSubmission[] = [
  {
    name: 'a manifest with points',
    of: json((manifest) => (manifest['points'] = 60)),
    cause: 'not-gradable',
  },
  {
    name: 'a manifest with verdicts',
    of: json((manifest) => (manifest['questions'] = { '5a': CLAIM })),
    cause: 'not-gradable',
  },
  {
    name: 'a manifest of another set',
    of: json((manifest) => (manifest['taskSet'] = 'other')),
    cause: 'tampered',
  },
  {
    name: 'a manifest of another variant',
    of: json((manifest) => (manifest['variant'] = 7)),
    cause: 'not-gradable',
  },
  {
    name: 'a manifest of a variant below all',
    of: json((manifest) => (manifest['variant'] = -1)),
    cause: 'not-gradable',
  },
  {
    name: 'a manifest without hashes',
    of: json((manifest) => (manifest['files'] = {})),
    cause: 'tampered',
  },
  {
    name: 'a manifest that names another journal',
    of: json((manifest) => (manifest['journal'] = { head: '0'.repeat(64), records: 1000 })),
    cause: 'tampered',
  },
  {
    name: 'answers that were changed',
    of: json((value) => (value['answers'] = {}), 'answers.json'),
    cause: 'tampered',
  },
  { name: 'a record in the submission', of: added('records/tried.json'), cause: 'tampered' },
  { name: 'a decision in the submission', of: added('decisions/tried.json'), cause: 'tampered' },
  { name: 'a grading in the submission', of: added('grading.json'), cause: 'tampered' },
  ...(
    ['journal removed', 'other records claimed', 'file added', 'answers removed'] as const
  ).flatMap((name) => {
    const { of, cause } = BREAKAGES[name] ?? { of: (whole: Uint8Array) => whole, cause: 'ok' };
    return cause === 'ok' ? [] : [{ name, of, cause }];
  }),
];
