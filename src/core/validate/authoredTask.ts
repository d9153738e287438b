/** A task as its author wrote it, with the place of everything in it. */

import { type TaskSetFiles } from '../taskset/files.ts';
import { type Problem } from '../taskset/problem.ts';
import { type Path, type YamlText } from '../taskset/yamlText.ts';

/** A text that people read, and where a place in it stands. */
export interface PlacedText {
  readonly text: string;
  problemAt(offset: number, message: string): Problem;
}

export class AuthoredTask {
  /** its folder */
  readonly id: string;
  readonly value: unknown;
  readonly #files: TaskSetFiles;
  readonly #yaml: YamlText;

  constructor(id: string, files: TaskSetFiles, yaml: YamlText) {
    this.id = id;
    this.value = yaml.value;
    this.#files = files;
    this.#yaml = yaml;
  }

  problemAt(path: Path, message: string): Problem {
    return this.#yaml.problemAt(path, message);
  }

  hasFile(name: string): boolean {
    const path = `${this.id}/${name}`;
    return this.#files.texts.has(path) || this.#files.binaries.has(path);
  }

  /** A text that stands in the YAML itself. */
  inPlace(path: Path, text: string): PlacedText {
    return {
      text,
      problemAt: (offset, message) => this.#yaml.problemInText(path, offset, message),
    };
  }

  /** The Markdown files of the task that its fields name. */
  inFiles(): PlacedText[] {
    return [...stringsIn(this.value)]
      .filter((name) => /\.md$/i.test(name))
      .flatMap((name) => {
        const file = `${this.id}/${name}`;
        const text = this.#files.texts.get(file);
        if (text === undefined) return [];
        const problemAt = (offset: number, message: string): Problem => ({
          file,
          ...placeIn(text, offset),
          message,
        });
        return [{ text, problemAt }];
      });
  }
}

/** Every text in a value, each once. */
export function stringsIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') found.add(next);
    else if (typeof next === 'object' && next !== null)
      open.push(...(Object.values(next) as unknown[]));
  }
  return found;
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
