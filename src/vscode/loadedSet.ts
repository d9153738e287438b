/** A task set as the editor uses it: what may be shown, what the student gets, and what answers are graded with. */
import { type Answer } from '../core/answer/answer.ts';
import { type PublicTaskSet } from '../core/taskset/publicTask.ts';
import { type ModelReference, type Question } from '../core/taskset/taskSet.ts';
import { type ModelFile } from '../runtime/attack/attack.ts';
import { type FolderFiles } from '../runtime/attempt/studentFolder.ts';

export interface LoadedSet {
  readonly public: PublicTaskSet;
  /** how many variants there are, this one among them; 0: none */
  readonly variants: number;
  /** tells it from others of the same id and version */
  readonly content: string;
  /** everything that is put into the student's folder when the exam starts */
  readonly studentFiles: FolderFiles;
  /** types of `exambench/torch`, kept up to date in the student's folder */
  readonly types: FolderFiles;
  /** with its solution: stays in the host */
  question(id: string): Question;
  /** Undefined when it is no answer to that question. */
  readAnswer(question: string, value: unknown): Answer | undefined;
  /** Throws when the bytes are not those that the set names. */
  readonly model: (question: { readonly model: ModelReference }) => Promise<ModelFile>;
  /** figures of a task, by the path that its Markdown uses, as data URIs */
  figures(task: string): Readonly<Record<string, string>>;
}
