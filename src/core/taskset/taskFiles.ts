/** Resolves what a `task.yaml` refers to, and collects what is wrong with it at the place of the reference. */

import { type FilledFiles } from '../variants/filledFiles.ts';
import { picturesOf } from './pictures.ts';
import { type Problem } from './problem.ts';
import { type Markdown } from './schema/fields.ts';
import { type FileTexts, type ModelReference } from './taskSet.ts';
import { type Place } from './place.ts';
import { type Path, type YamlText } from './yamlText.ts';

/** What every webview shows. */
const PICTURE_ENDING = /\.(svg|png|jpe?g|gif|webp)$/i;

/** Keeps the targets of pictures inside the task's folder. */
const CONFINED = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/;

export class TaskFiles {
  readonly #folder: string;
  readonly #files: FilledFiles;
  readonly #yaml: YamlText;
  readonly #problems: Problem[] = [];
  readonly #figures = new Set<string>();

  constructor(folder: string, files: FilledFiles, yaml: YamlText) {
    this.#folder = folder;
    this.#files = files;
    this.#yaml = yaml;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** The pictures of every Markdown text read so far, relative to the task's folder. */
  get figures(): readonly string[] {
    return [...this.#figures];
  }

  placeOf(path: Path): Place {
    return this.#yaml.placeOf(path);
  }

  complain(path: Path, message: string): void {
    this.#problems.push(this.#yaml.problemAt(path, message));
  }

  markdown(path: Path, markdown: Markdown): string {
    if (typeof markdown === 'string') {
      this.#lookForPictures(markdown, (offset, message) =>
        this.#yaml.problemInText(path, offset, message),
      );
      return markdown;
    }
    const text = this.text([...path, 'file'], markdown.file);
    const file = this.#inSet(markdown.file);
    this.#lookForPictures(text, (offset, message) => ({
      ...this.#files.placeIn(file, offset),
      message,
    }));
    return text;
  }

  /** The text of a file in the task's folder; empty, with a problem, when it is not there. */
  text(path: Path, name: string): string {
    const text = this.#files.texts.get(this.#inSet(name));
    if (text === undefined) {
      const binary = this.#files.binaries.has(this.#inSet(name));
      this.complain(path, binary ? `${name} is not a text file` : `there is no file ${name}`);
    }
    return text ?? '';
  }

  texts(path: Path, names: Readonly<Record<string, string>>): FileTexts {
    return Object.fromEntries(
      Object.entries(names).map(([name, source]) => [name, this.text([...path, name], source)]),
    );
  }

  model(path: Path, { file, sha256, source }: ModelReference): ModelReference {
    const found = this.#files.binaries.get(this.#inSet(file));
    if (found === undefined) this.complain([...path, 'file'], `there is no file ${file}`);
    else if (found.sha256 !== sha256) {
      this.complain(
        [...path, 'sha256'],
        `${file} is another file: expected SHA-256 ${sha256}, found ${found.sha256}`,
      );
    }
    return { file: this.#inSet(file), sha256, ...(source === undefined ? {} : { source }) };
  }

  /** The texts that differ by variant, of the files that are asked for by name. */
  filledAmong(isWanted: (name: string) => boolean): readonly (readonly [string, string])[] {
    const prefix = this.#inSet('');
    return [...this.#files.filled].filter(([path]) => isWanted(path.slice(prefix.length)));
  }

  /** Where a file of the task lies in the set. */
  pathInSet(name: string): string {
    return this.#inSet(name);
  }

  #lookForPictures(text: string, problem: (offset: number, message: string) => Problem): void {
    for (const { alt, target, offset } of picturesOf(text)) {
      const complaint = this.#pictureComplaint(alt, target);
      if (complaint === undefined) this.#figures.add(target);
      else this.#problems.push(problem(offset, complaint));
    }
  }

  #pictureComplaint(alt: string, target: string): string | undefined {
    if (!CONFINED.test(target) || !PICTURE_ENDING.test(target)) {
      return `expected an svg, png, jpg, gif or webp file in the task's folder, found '${target.slice(0, 80)}'`;
    }
    const path = this.#inSet(target);
    if (!this.#files.texts.has(path) && !this.#files.binaries.has(path)) {
      return `there is no picture ${target}`;
    }
    return alt === '' ? `the picture ${target} has no text for who cannot see it` : undefined;
  }

  #inSet(name: string): string {
    return `${this.#folder}/${name}`;
  }
}
