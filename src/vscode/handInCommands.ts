/** The commands about handing in. */
import { type Disposable, Uri } from 'vscode';
import { handIn, type HandInChoice, type HandInParts } from './handIn.ts';
import { tellReceipt } from './receipt.ts';

export function handInCommands(parts: HandInParts): Disposable[] {
  const { current, log } = parts;
  return [
    log.command('exambench.handIn', 'hand in', (choice) => handIn(parts, choiceIn(choice))),
    log.command('exambench.showReceipt', 'show the receipt', async () => {
      const handedIn = (await current.require()).handedIn.at(-1);
      if (handedIn === undefined) throw new Error('nothing has been handed in from this folder.');
      await tellReceipt(handedIn);
    }),
  ];
}

/** Menus give other things; only who hands in without being asked gives a file. */
function choiceIn(value: unknown): HandInChoice {
  const target: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'target') : undefined;
  return target instanceof Uri ? { target } : {};
}
