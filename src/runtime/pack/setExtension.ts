/** The extension around a task set: data alone, nothing of it is ever run. */

import { questionsOf, type TaskSet } from '../../core/taskset/taskSet.ts';
import { type SetEntry } from './contribution.ts';
import { type ExtensionFiles } from './vsix.ts';

/** The oldest VS Code that Exambench runs in. */
const ENGINE = '^1.101.0';

export interface SetExtension {
  /** the part of the extension's id before the dot */
  readonly publisher: string;
  /** PNG */
  readonly icon: Uint8Array;
}

/** Folder of the set in the extension. */
const SET_FOLDER = 'taskset';

export function entryOf(set: TaskSet, path: string): SetEntry {
  const { id, title, version, language, mode } = set;
  return { path, id, title, version, language, mode };
}

/** @param copy the files that students may have, by their path in the set */
export function setExtensionFiles(
  set: TaskSet,
  copy: ExtensionFiles,
  { publisher, icon }: SetExtension,
): ExtensionFiles {
  const files = new Map<string, Uint8Array>([
    ['package.json', json(manifestOf(set, publisher))],
    ['README.md', text(readmeOf(set))],
    ['LICENSE.txt', text(licenceOf(set))],
    ['icon.png', icon],
  ]);
  for (const [path, bytes] of copy) files.set(`${SET_FOLDER}/${path}`, bytes);
  return files;
}

function manifestOf(set: TaskSet, publisher: string): object {
  return {
    name: `taskset-${set.id}`,
    displayName: set.title,
    description: `${KINDS[set.mode]} for Exambench: ${sizeOf(set)}.`,
    version: set.version,
    publisher,
    license: 'SEE LICENSE IN LICENSE.txt',
    engines: { vscode: ENGINE },
    categories: ['Education'],
    keywords: ['exambench', set.id],
    icon: 'icon.png',
    // wherever Exambench itself runs, it sees the set
    extensionKind: ['workspace', 'ui'],
    contributes: { exambench: { taskSets: [entryOf(set, SET_FOLDER)] } },
  };
}

const KINDS: Readonly<Record<TaskSet['mode'], string>> = {
  practice: 'An exam to practise',
  exam: 'An exam',
};

function sizeOf(set: TaskSet): string {
  const questions = questionsOf(set).length;
  return `${questions} ${questions === 1 ? 'question' : 'questions'}, ${set.points} points`;
}

function readmeOf(set: TaskSet): string {
  return `# ${inMarkdown(set.title)}

${KINDS[set.mode]} with ${sizeOf(set)}. Version ${set.version}.

1. Install Exambench, too, if you do not have it: this file holds the exam alone, no program.
2. Open the Exambench view in the activity bar and choose **Start Exam…**.
3. Choose this exam, and a folder for your files and answers.
`;
}

function licenceOf(set: TaskSet): string {
  return `${set.title.replaceAll(/\s+/g, ' ')}

The texts, pictures, models and programs of this task set belong to their authors. You received them to solve its
tasks. Ask whoever gave them to you before you pass them on.
`;
}

function inMarkdown(title: string): string {
  return title.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|!]/g, String.raw`\$&`);
}

function json(value: object): Uint8Array {
  return text(`${JSON.stringify(value, undefined, 2)}\n`);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
