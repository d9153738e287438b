/** Draws the page as a function of what is known; several changes in one go are drawn once. */

import { render } from 'lit';

/** @returns a function to call when something changed */
export function drawsPage(view: () => unknown): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      render(view(), document.body);
    });
  };
}
