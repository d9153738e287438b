/** What an editor says of a field of the format: what it is for, what may stand there, and who sees it. */
import { QUESTION_KINDS, type QuestionKind } from '../../answer/answer.ts';
import { EXAM_FIELDS } from '../../publish/examQuestion.ts';
import { PRACTICE_FIELDS, type Purpose } from '../../publish/practiceFields.ts';
import { isParameter, type Schema } from './formatSchema.ts';
import { valuesOf } from './expected.ts';

/** What a question of each kind asks for, and who judges. */
export const KINDS: Readonly<Record<QuestionKind, string>> = {
  choice: 'Options to select: one right one, or any number of them.',
  drawing: 'A drawing on the plane, judged against a function.',
  expression: 'A formula, judged by its value.',
  derivation: 'A chain of formulas from a start to a goal, every step of which is tried.',
  text: 'An answer in words, graded by a person with a rubric.',
  diagram: 'A network of nodes and edges, judged by labels and connections.',
  code: 'A program, judged by running it.',
  lines: 'Changes to a program by line numbers, judged by running the changed program.',
};

const SEEN: Readonly<Record<Purpose, string>> = {
  shown: 'Students see it.',
  grading:
    'Secret in an exam. Copies for practice hold it, since answers are judged by it there, and show none of it before.',
  author: 'Secret: in no copy for students. It only proves the question right.',
  hints: 'Secret in an exam. Shown in practice when `reveal` has `hints`.',
  explanations: 'Secret in an exam. Shown in practice when `reveal` has `explanations`.',
  'model-answers': 'Secret in an exam. Shown in practice when `reveal` has `model-answers`.',
};

const SECRET = 'Secret: in no copy for students.';

/** Of fields outside of questions; the others are not secret. */
const SECRETS: ReadonlySet<string> = new Set(['variantSeed', 'parameters', 'require']);

/** Parts of a field that is judged by which students see nonetheless. */
const SHOWN_PARTS: ReadonlySet<string> = new Set(['options.id', 'options.text']);

/** Who sees a field: `trail` are the names of fields that lead to it, from the top of the file. */
export function secrecyOf(trail: readonly string[], kind: string | undefined): string {
  const [first = '', field = ''] = trail;
  if (first !== 'questions') return SECRETS.has(first) ? SECRET : '';
  const known = QUESTION_KINDS.find((each) => each === kind);
  if (known === undefined || field === '') return '';
  if (SHOWN_PARTS.has(trail.slice(1, 3).join('.'))) return SEEN.shown;
  const purpose = new Map<string, Purpose>(Object.entries(PRACTICE_FIELDS[known])).get(field);
  if (purpose === undefined) return '';
  const isKept = isKeptInExam(known, field) && (field !== 'options' || trail.length === 2);
  return purpose === 'grading' && isKept ? KEPT : SEEN[purpose];
}

const KEPT =
  'Copies for students hold what is needed for reading answers; the rest is secret in an exam.';

function isKeptInExam(kind: QuestionKind, field: string): boolean {
  const fields = new Map<string, { readonly schema: unknown }>(Object.entries(EXAM_FIELDS[kind]));
  const loaded = field === 'mathematics' ? 'declarations' : field;
  return fields.get(loaded)?.schema !== undefined;
}

/** A number that may differ by variant. */
function isDrawable(forms: readonly Schema[]): boolean {
  const isNumber = forms.some(({ type }) => type === 'number' || type === 'integer');
  return isNumber && forms.some(isParameter);
}

/** Markdown. */
export function explained(forms: readonly Schema[], required: boolean, secrecy: string): string {
  const description = forms.find((form) => form.description !== undefined)?.description ?? '';
  const values = valuesOf(forms).map((value) => `\`${value}\``);
  return [
    description,
    isDrawable(forms) ? "A number, or a parameter: `'{{name}}'`." : '',
    values.length > 1 ? `One of ${values.join(', ')}.` : '',
    required ? 'Required.' : '',
    secrecy,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
