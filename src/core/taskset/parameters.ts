/** What is drawn for a set or a task, read from its YAML. */

import { type Result, failure } from '../result.ts';
import { type Planned, planDrawing } from '../variants/plan.ts';
import { NO_VARIANTS } from '../variants/variantScope.ts';
import { checkYaml } from './checkedYaml.ts';
import { type Problem } from './problem.ts';
import { drawingOrder } from './schema/parametersSchema.ts';
import { type YamlText } from './yamlText.ts';

export interface OuterOrder {
  /** how many variants the set has; undefined: none */
  readonly variants: number | undefined;
  /** parameters of the set that are numbers */
  readonly numeric: readonly string[];
}

export function readOrder(
  yaml: YamlText,
  { variants, numeric }: OuterOrder,
): Result<Planned, Problem[]> {
  const checked = checkYaml(yaml, drawingOrder);
  if (!checked.ok) return checked;
  const order = checked.value.value;
  if (variants === undefined && Object.keys(order.parameters ?? {}).length > 0) {
    return failure([yaml.problemAtKey(['parameters'], NO_VARIANTS)]);
  }
  const planned = planDrawing(order, numeric);
  if (planned.ok) return planned;
  return failure(planned.error.map(({ path, message }) => yaml.problemAt(path, message)));
}
