/** Where the focus goes when the grader goes on, and by which names it is found there. */

export const HEADING = 'answer-heading';
export const POINTS = 'points';
export const COMMENT = 'comment';

/** A field is asked by the element that holds it, which is inside its own tree. */
export function focusOn(id: typeof HEADING | typeof POINTS | typeof COMMENT): void {
  const place = document.getElementById(id);
  const inner = place?.querySelector<HTMLElement>('vscode-text-area');
  (inner ?? place)?.focus();
}

/** Who walks through the list stays there; anybody else begins at the top of the answer, where all keys work. */
export function followAnswer(): void {
  const row = document.querySelector<HTMLElement>('.answers [aria-current]');
  row?.scrollIntoView({ block: 'nearest' });
  document.querySelector('.answer-pane')?.scrollTo({ top: 0, behavior: 'instant' });
  document.querySelector('.decision-pane')?.scrollTo({ top: 0, behavior: 'instant' });
  if (document.activeElement?.closest('.answers') === null) focusOn(HEADING);
  else row?.focus();
}

/** For clicks: who opens a fold with the mouse means the answer by the next Enter, and not the fold. */
export function leaveFold({ target, detail }: MouseEvent): void {
  const fold = target instanceof Element ? target.closest('summary') : null;
  if (detail > 0) fold?.blur();
}

/** It has come now; who has gone elsewhere meanwhile stays there. */
export function meetAnswer(): void {
  if (document.activeElement === document.body) focusOn(HEADING);
}
