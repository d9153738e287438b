/** Reads a task set from its files: everything in place, or every problem with its place. */

import { type Result, failure, success } from '../result.ts';
import { drawVariant } from '../variants/drawing.ts';
import { type Planned, blamed } from '../variants/plan.ts';
import { type Found, mergedProblems, namedProblems } from '../variants/variantProblems.ts';
import { strayBackgrounds } from './checkDrawing.ts';
import { strayContinuations } from './checkFormulas.ts';
import { type Checked, checkYaml, readYamlFile } from './checkedYaml.ts';
import { type TaskSetFiles } from './files.ts';
import { strayChanges } from './loadLines.ts';
import { readOrder } from './parameters.ts';
import { type Problem, inReadingOrder } from './problem.ts';
import { sameAmount, sumOf } from './questionSource.ts';
import { repairedHead } from './repairedHead.ts';
import { type AuthoredTaskSet, taskSetSchema } from './schema/taskSetSchema.ts';
import { REVEALS, type TaskSet, questionsOf } from './taskSet.ts';
import { type ParsedTask, TaskTemplate } from './taskTemplate.ts';
import { type YamlText } from './yamlText.ts';

const TASK_SET_FILE = 'taskset.yaml';

/** More would help nobody. */
const MOST_PROBLEMS = 100;

export interface VariantChoice {
  /** from 1, and 0 is the first; counts only where the set has variants, and may be one that it has no more */
  readonly variant?: number | undefined;
}

/** One variant of the set, the first unless stated. */
export function parseTaskSet(
  files: TaskSetFiles,
  { variant = 1 }: VariantChoice = {},
): Result<TaskSet, Problem[]> {
  const template = readTemplate(files);
  if (!template.ok) return failure(shown([...template.error, ...problemsBelow(files)]));
  const number = Math.max(variant, 1);
  const read = template.value.variant(number);
  if (read.ok) return read;
  return failure(shown(namedProblems(read.error, template.value.count === 0 ? undefined : number)));
}

/** Every variant; the set alone where it has none. What is the same in many of them is one object. */
export function parseEveryVariant(files: TaskSetFiles): Result<readonly TaskSet[], Problem[]> {
  const template = readTemplate(files);
  if (!template.ok) return failure(shown([...template.error, ...problemsBelow(files)]));
  const count = template.value.count;
  const read = Array.from({ length: Math.max(count, 1) }, (_, place) =>
    template.value.variant(place + 1),
  );
  const problems = mergedProblems(read.map((each) => (each.ok ? [] : each.error)));
  const sets = read.flatMap((each) => (each.ok ? [each.value] : []));
  problems.push(...unlikeQuestions(sets));
  return problems.length > 0 ? failure(shown(problems)) : success(sets);
}

function readTemplate(files: TaskSetFiles): Result<SetTemplate, Problem[]> {
  const yaml = readYamlFile(files, TASK_SET_FILE);
  if (!yaml.ok) return yaml;
  const head = checkYaml(yaml.value, taskSetSchema);
  if (!head.ok) return head;
  const plan = readOrder(yaml.value, { variants: head.value.value.variants, numeric: [] });
  return plan.ok ? success(new SetTemplate(files, head.value, plan.value)) : plan;
}

/** What can be said of the tasks although the head is wrong. */
function problemsBelow(files: TaskSetFiles): Problem[] {
  const yaml = readYamlFile(files, TASK_SET_FILE);
  const head = yaml.ok ? repairedHead(yaml.value.value) : undefined;
  if (!yaml.ok || head === undefined) return [];
  const plan = readOrder(yaml.value, { variants: head.variants, numeric: [] });
  if (!plan.ok) return [];
  const read = new SetTemplate(files, { value: head, yaml: yaml.value }, plan.value).variant(1);
  const found = read.ok ? [] : read.error;
  const below = found.filter(({ problem }) => problem.file !== TASK_SET_FILE);
  return namedProblems(below, head.variants === undefined ? undefined : 1);
}

function shown(problems: readonly Problem[]): Problem[] {
  return inReadingOrder(problems).slice(0, MOST_PROBLEMS);
}

/** A set as its author wrote it. */
class SetTemplate {
  readonly #authored: AuthoredTaskSet;
  readonly #yaml: YamlText;
  readonly #plan: Planned;
  readonly #tasks: readonly TaskTemplate[];

  constructor(files: TaskSetFiles, { value, yaml }: Checked<AuthoredTaskSet>, plan: Planned) {
    this.#authored = value;
    this.#yaml = yaml;
    this.#plan = plan;
    const { language, variants, replacements = 'on', copy = 'whole' } = value;
    const around = {
      files,
      language,
      variants,
      replacements,
      copy,
      numeric: plan.numeric,
    } as const;
    this.#tasks = value.tasks.map((id) => new TaskTemplate(id, around));
  }

  /** how many variants there are */
  get count(): number {
    return this.#authored.variants ?? 0;
  }

  /** @param number which variant; counts only where there are any */
  variant(number: number): Result<TaskSet, Found[]> {
    const { id, variantSeed = '' } = this.#authored;
    const scope = { scope: [id, variantSeed], variant: this.count === 0 ? 0 : number };
    const drawn = drawVariant(this.#plan, scope, new Map());
    if (!drawn.ok) return failure([this.#undrawn(drawn.error)]);
    const parsed = this.#tasks.map((task) => task.variant(scope, drawn.value));
    const problems = parsed.flatMap((task) => found(task.problems, task.varies));
    problems.push(...found(wrongList(this.#authored, this.#yaml), false));
    const set = assemble(this.#authored, parsed, scope.variant);
    const varies = parsed.some((task) => task.varies);
    const isWhole = parsed.every(({ missing }) => !missing);
    problems.push(...found(repeatedQuestions(parsed), varies));
    if (isWhole) problems.push(...found(this.#strays(set), varies));
    if (isWhole && this.count > 0 && !varies) problems.push(this.#idle());
    return problems.length > 0 ? failure(problems) : success(set);
  }

  /** Of a set all of whose questions could be read. */
  #strays(set: TaskSet): Problem[] {
    return [
      ...strayContinuations(set),
      ...strayBackgrounds(set),
      ...strayChanges(set),
      ...wrongSum(set, this.#authored, this.#yaml),
    ];
  }

  #undrawn(message: string): Found {
    return { problem: this.#yaml.problemAt([blamed(this.#plan)], message), varies: true };
  }

  #idle(): Found {
    const message =
      'nothing differs between the variants: draw parameters, or shuffle the options of a choice';
    return { problem: this.#yaml.problemAt(['variants'], message), varies: false };
  }
}

function found(problems: readonly Problem[], varies: boolean): Found[] {
  return problems.map((problem) => ({ problem, varies }));
}

function assemble(
  authored: AuthoredTaskSet,
  parsed: readonly ParsedTask[],
  variant: number,
): TaskSet {
  const { id, title, language, version, mode = 'practice', reveal = REVEALS, handIn } = authored;
  const tasks = parsed.map(({ task }) => task).filter((task) => task !== undefined);
  return {
    id,
    title,
    language,
    version,
    points: sumOf(tasks),
    mode,
    variants: authored.variants ?? 0,
    variant,
    copy: authored.copy ?? 'whole',
    reveal: mode === 'exam' ? [] : reveal,
    ...(handIn === undefined ? {} : { handIn: { ...handIn, recipients: handIn.recipients ?? [] } }),
    ...(authored.commitment === undefined ? {} : { commitment: authored.commitment }),
    tasks,
  };
}

function wrongList({ tasks }: AuthoredTaskSet, yaml: YamlText): Problem[] {
  return tasks.flatMap((id, index) =>
    tasks.indexOf(id) === index
      ? []
      : [yaml.problemAt(['tasks', index], `the task '${id}' is listed twice`)],
  );
}

function repeatedQuestions(parsed: readonly ParsedTask[]): Problem[] {
  const seen = new Set<string>();
  return parsed.flatMap(({ task }) =>
    (task?.questions ?? []).flatMap(({ id, at }) => {
      const repeated = seen.has(id);
      seen.add(id);
      return repeated ? [{ ...at, message: `there is another question '${id}' in the set` }] : [];
    }),
  );
}

function wrongSum(set: TaskSet, { points }: AuthoredTaskSet, yaml: YamlText): Problem[] {
  return sameAmount(points, set.points)
    ? []
    : [
        yaml.problemAt(
          ['points'],
          `must be the sum over all questions that count: expected ${set.points}, found ${points}`,
        ),
      ];
}

/** Answers, points and statistics belong to a question whatever its variant. */
function unlikeQuestions([first, ...others]: readonly TaskSet[]): Problem[] {
  const known = new Map(
    first === undefined ? [] : questionsOf(first).map((each) => [each.id, each]),
  );
  for (const set of others) {
    const unlike = questionsOf(set).find(({ id, kind, points }) => {
      const same = known.get(id);
      return same?.kind !== kind || same.points !== points;
    });
    if (unlike !== undefined) {
      const message = `id, kind and points must be the same in every variant: '${unlike.id}' with ${unlike.points} is in variant ${set.variant}, but not in the first`;
      return [{ ...unlike.at, message }];
    }
  }
  return [];
}
