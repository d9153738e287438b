/** Ticks and comments that were not saved when a grading was closed: kept in this workspace until they are. */
import { type Memento } from 'vscode';
import type { Drafts } from './gradingSession.ts';

/** Folder of a grading → what its view gave to keep. */
const DRAFTS = 'grading.drafts';

export function keptDrafts(memory: Memento, folder: string): Drafts {
  const all = (): Readonly<Record<string, string>> => memory.get(DRAFTS, {});
  return {
    kept: () => all()[folder],
    keep: async (text) => {
      const { [folder]: before, ...others } = all();
      if (text !== (before ?? ''))
        await memory.update(DRAFTS, text === '' ? others : { ...others, [folder]: text });
    },
  };
}
