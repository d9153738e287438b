/** A YAML template with its parameters filled in: problems still point into the template. */

import { type Problem } from '../taskset/problem.ts';
import { type Path, type YamlText } from '../taskset/yamlText.ts';
import { aloneIn, fillText, type FilledText } from './filledText.ts';
import { type Values } from './range.ts';

export interface FilledYaml {
  readonly yaml: YamlText;
  readonly problems: readonly Problem[];
  /** The same, with texts in place of the numbers at these paths; undefined when there are none. */
  readonly asTexts: (paths: readonly Path[]) => YamlText | undefined;
}

/** What says how is drawn is itself no template. */
const UNFILLED: readonly PropertyKey[] = ['parameters', 'require'];

export function fillYaml(template: YamlText, values: Values): FilledYaml {
  const filling = new YamlFilling(template, values);
  const yaml = { ...template, ...filling.places(), value: filling.fill(template.value, []) };
  return {
    yaml,
    problems: filling.problems,
    asTexts: (paths) => {
      const wanted = new Set(paths.map(keyOf).filter((key) => filling.alone.has(key)));
      if (wanted.size === 0) return undefined;
      const again = new YamlFilling(template, values, wanted);
      return { ...yaml, value: again.fill(template.value, []) };
    },
  };
}

class YamlFilling {
  readonly problems: Problem[] = [];
  /** where a number stands alone, so that it became a number */
  readonly alone = new Set<string>();
  readonly #template: YamlText;
  readonly #values: Values;
  readonly #texts: ReadonlySet<string>;
  readonly #filled = new Map<string, FilledText>();

  constructor(template: YamlText, values: Values, texts: ReadonlySet<string> = new Set()) {
    this.#template = template;
    this.#values = values;
    this.#texts = texts;
  }

  places(): Pick<YamlText, 'problemInText'> {
    return {
      problemInText: (path, offset, message) => {
        const origin = this.#filled.get(keyOf(path))?.originOf(offset) ?? offset;
        return this.#template.problemInText(path, origin, message);
      },
    };
  }

  fill(value: unknown, path: Path): unknown {
    if (typeof value === 'string') return this.#fillText(value, path);
    if (Array.isArray(value))
      return value.map((entry, place) => this.fill(entry, [...path, place]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => {
        const isOrder = path.length === 0 && UNFILLED.includes(key);
        return [key, isOrder ? entry : this.fill(entry, [...path, key])];
      }),
    );
  }

  #fillText(text: string, path: Path): unknown {
    if (!text.includes('{{')) return text;
    const key = keyOf(path);
    const alone = aloneIn(text, this.#values);
    if (alone !== undefined && !this.#texts.has(key)) {
      this.alone.add(key);
      return this.#values.get(alone);
    }
    const filled = fillText(text, this.#values, 'mathematics');
    this.#filled.set(key, filled);
    for (const { offset, message } of filled.unknown) {
      this.problems.push(this.#template.problemInText(path, offset, message));
    }
    return filled.text;
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(String));
}
