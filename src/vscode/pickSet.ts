/** Asks which task set to start. From the manifests alone: no set is read before it is chosen. */
import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type OfferedSet } from './offeredSets.ts';
import { groupedSets, identityOf, originOf } from './setList.ts';
import { type TaskSets } from './taskSets.ts';

interface SetItem extends QuickPickItem {
  readonly set?: OfferedSet;
}

/** Undefined when the user thinks better of it. Throws a sentence when there is none. */
export async function pickSet(sets: TaskSets): Promise<OfferedSet | undefined> {
  const { offered } = sets;
  if (offered.length === 0) {
    throw new Error('no exam is installed; install the file that you were given.');
  }
  return offered.length === 1 ? offered[0] : await choose(sets);
}

async function choose(sets: TaskSets): Promise<OfferedSet | undefined> {
  const pick = window.createQuickPick<SetItem>();
  pick.title = 'Start Exam';
  pick.placeholder = 'Which exam? Type words of its title or its origin';
  const fill = (): void => {
    pick.items = itemsFor(sets.offered, pick.value);
  };
  fill();
  const following = [sets.onDidChange(fill), pick.onDidChangeValue(fill)];
  const chosen = new Promise<OfferedSet | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.set);
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
  });
  pick.show();
  return await chosen.finally(() => {
    for (const each of [pick, ...following]) each.dispose();
  });
}

/** Always shown: the editor's own search knows no words. */
function itemsFor(offered: readonly OfferedSet[], query: string): SetItem[] {
  return groupedSets(offered, query).flatMap(({ title, sets }) => [
    { label: title, kind: QuickPickItemKind.Separator },
    ...sets.map((set) => ({
      label: set.title,
      description: identityOf(set),
      detail: originOf(set),
      alwaysShow: true,
      set,
    })),
  ]);
}
