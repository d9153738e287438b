/** The task set of a grading: where it was, where it was found the last time, or where somebody says it is. */
import { type Memento, type Uri, window } from 'vscode';
import type { GradedSet } from '../../runtime/grading/gradedSet.ts';
import type { GradingFolder, GradingHead } from '../../runtime/grading/gradingFolder.ts';

/** Folder of a grading → folder of its task set, as it was chosen. */
const CHOSEN = 'grading.sets';
const CHOOSE = 'Choose Folder…';

/**
 * undefined when it is not there and nobody says where it is. Throws when there is no grading, or what was chosen is not
 * its task set. @param set its folder; `ask`: whoever sits there may be asked
 */
export async function gradedWith(
  grading: GradingFolder,
  memory: Memento,
  set: Uri | 'ask' | undefined,
): Promise<GradedSet | undefined> {
  const { headSet, setIn } = await import('./gradebook.ts');
  const head = await grading.head();
  if (head === undefined) throw new Error(noGrading(grading));
  if (set !== undefined && set !== 'ask') return await setAt(set, head);
  const found = await headSet(grading, head);
  if (found.ok) return found.value;
  const before = chosenIn(memory)[grading.path];
  const known = before === undefined ? undefined : await setIn(before, head);
  if (known?.ok === true) return known.value;
  if (set === undefined) return undefined;
  const chosen = await askForFolder(found.error);
  if (chosen === undefined) return undefined;
  const read = await setAt(chosen, head);
  await memory.update(CHOSEN, { ...chosenIn(memory), [grading.path]: chosen.fsPath });
  return read;
}

function noGrading({ path }: GradingFolder): string {
  return `${path} holds no grading: there is no grading.json, which exambench grade writes into the folder --out.`;
}

const chosenIn = (memory: Memento): Readonly<Record<string, string>> => memory.get(CHOSEN, {});

async function setAt(folder: Uri, head: GradingHead): Promise<GradedSet> {
  const { setIn } = await import('./gradebook.ts');
  const found = await setIn(folder.fsPath, head);
  if (found.ok) return found.value;
  throw new Error(found.error);
}

async function askForFolder(why: string): Promise<Uri | undefined> {
  const chosen = await window.showWarningMessage(
    'Where is the task set of this grading?',
    {
      modal: true,
      detail: `${why} Its prompts, model answers and rubrics are needed: choose the folder of the whole task set.`,
    },
    CHOOSE,
  );
  if (chosen === undefined) return undefined;
  const folders = await window.showOpenDialog({
    title: 'The folder of the whole task set',
    openLabel: 'Choose',
    canSelectFolders: true,
    canSelectFiles: false,
  });
  return folders?.[0];
}
