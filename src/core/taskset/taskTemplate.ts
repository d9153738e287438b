/** A task as its author wrote it, from which every variant is made. */

import type * as z from 'zod/mini';
import { drawVariant } from '../variants/drawing.ts';
import { fillFiles } from '../variants/filledFiles.ts';
import { fillYaml } from '../variants/filledYaml.ts';
import { type Planned, blamed } from '../variants/plan.ts';
import { type Values } from '../variants/range.ts';
import { type VariantScope } from '../variants/variantScope.ts';
import { checkFilled, readYamlFile } from './checkedYaml.ts';
import { type TaskSetFiles } from './files.ts';
import { type Shelf, type Surroundings, loadTask } from './loadTask.ts';
import { readableQuestions } from './readableQuestions.ts';
import { type OuterOrder, readOrder } from './parameters.ts';
import { type Problem } from './problem.ts';
import { studentTaskSchema } from './schema/studentSchema.ts';
import { type AuthoredTask, taskSchema } from './schema/taskSchema.ts';
import { type Task, type TaskSet } from './taskSet.ts';
import { type YamlText } from './yamlText.ts';

const TASK_FILE = 'task.yaml';

/** A task as far as it could be read. */
export interface ParsedTask {
  readonly task?: Task;
  readonly problems: readonly Problem[];
  /** not all of its questions could be read */
  readonly missing: boolean;
  /** false: it is the same in every variant */
  readonly varies: boolean;
}

/** The set around a task. */
export type SetAround = OuterOrder &
  Pick<Surroundings, 'language' | 'replacements'> &
  Pick<TaskSet, 'copy'> & { readonly files: TaskSetFiles };

interface Template {
  readonly yaml: YamlText;
  readonly plan: Planned;
}

export class TaskTemplate {
  readonly #id: string;
  readonly #set: SetAround;
  readonly #schema: z.ZodMiniType<AuthoredTask>;
  readonly #template: Template | readonly Problem[];
  readonly #shelf: Shelf = new Map();
  /** of a task that is always the same */
  #only: ParsedTask | undefined;

  constructor(id: string, set: SetAround) {
    this.#id = id;
    this.#set = set;
    this.#schema = set.copy === 'student' ? studentTaskSchema : taskSchema;
    this.#template = readTemplate(`${id}/${TASK_FILE}`, set);
  }

  /** @param outer what was drawn for the whole set */
  variant(variant: VariantScope, outer: Values): ParsedTask {
    if (!('plan' in this.#template))
      return { problems: this.#template, missing: true, varies: false };
    if (this.#only !== undefined) return this.#only;
    const own = { ...variant, scope: [...variant.scope, this.#id] };
    const parsed = this.#make(this.#template, own, outer);
    if (!parsed.varies) this.#only = parsed;
    return parsed;
  }

  #make({ yaml, plan }: Template, variant: VariantScope, outer: Values): ParsedTask {
    const drawn = drawVariant(plan, variant, outer);
    if (!drawn.ok) {
      const undrawn = yaml.problemAt([blamed(plan)], drawn.error);
      return { problems: [undrawn], missing: true, varies: true };
    }
    const values = drawn.value;
    const files = fillFiles(this.#set.files, this.#id, values);
    const filled = fillYaml(yaml, values);
    const checked = checkFilled(filled, this.#schema);
    const stray = [...filled.problems, ...files.problems];
    const isDrawn = values.size > 0;
    const around = { ...this.#set, id: this.#id, files, variant };
    if (!checked.ok) {
      const others = readableQuestions(filled.yaml, this.#schema);
      const loaded = others && loadTask(others, around, this.#shelf);
      const problems = [...stray, ...checked.error, ...(loaded?.problems ?? [])];
      return { ...loaded, problems, missing: true, varies: isDrawn };
    }
    const { task, problems } = loadTask(checked.value, around, this.#shelf);
    const varies = isDrawn || isShuffled(checked.value.value);
    return { task, problems: [...stray, ...problems], missing: false, varies };
  }
}

function readTemplate(file: string, set: SetAround): Template | readonly Problem[] {
  const yaml = readYamlFile(set.files, file);
  if (!yaml.ok) return yaml.error;
  const plan = readOrder(yaml.value, set);
  return plan.ok ? { yaml: yaml.value, plan: plan.value } : plan.error;
}

function isShuffled({ questions }: AuthoredTask): boolean {
  return questions.some((question) => question.kind === 'choice' && question.shuffle === true);
}
