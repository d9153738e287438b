/** What is said of the field or the value that is pointed at. */
import { QUESTION_KINDS } from '../../answer/answer.ts';
import { fieldsOf, fitting, formsAt, textOf } from './expected.ts';
import { explained, KINDS, secrecyOf } from './explained.ts';
import { schemaOf } from './formatSchema.ts';
import { namesAt } from './references.ts';
import { formatOf, type SetView } from './setView.ts';
import { type Pointed, pointedAt } from './spot.ts';

export interface Explanation {
  /** Markdown */
  readonly text: string;
  /** offsets of what it is about */
  readonly start: number;
  readonly end: number;
}

export function explanationAt(view: SetView, offset: number): Explanation | undefined {
  const pointed = pointedAt(view.text, offset);
  if (pointed === undefined) return undefined;
  const text = (pointed.part === 'value' ? ofName(view, pointed) : '') || ofField(view, pointed);
  const { start, end } = pointed;
  return text === '' ? undefined : { text, start, end };
}

/** A kind of question, or the thing that a scalar names. */
function ofName(view: SetView, { root, steps, value }: Pointed): string {
  const trail = trailOf({ steps });
  const kind = QUESTION_KINDS.find((each) => each === value.text);
  if (trail.join('.') === 'questions.kind' && kind !== undefined) return KINDS[kind];
  const forms = formsAt(schemaOf(formatOf(view)), steps);
  const named = namesAt(view, root, { steps, forms })?.find(({ name }) => name === value.text);
  if (named === undefined) return '';
  const { detail, file } = named;
  return [
    `**${value.text}**${detail === '' ? '' : `: ${detail}`}`,
    file === undefined ? '' : `\`${file}\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The nearest field of the format around. */
function ofField(view: SetView, { steps }: Pointed): string {
  const last = steps.findLastIndex(({ key }) => typeof key === 'string');
  const step = steps[last];
  if (step === undefined) return '';
  const around = formsAt(schemaOf(formatOf(view)), steps.slice(0, last));
  const forms = formsAt(schemaOf(formatOf(view)), steps.slice(0, last + 1));
  if (forms.length === 0) return '';
  const field = fieldsOf(fitting(around, step.within)).find(({ name }) => name === step.key);
  const kind = textOf(steps[2]?.within, 'kind');
  return explained(forms, field?.required ?? false, secrecyOf(trailOf({ steps }), kind));
}

function trailOf({ steps }: Pick<Pointed, 'steps'>): readonly string[] {
  return steps.flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
}
