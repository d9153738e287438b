/** How long a text is, counted alike by the view that shows it and by the host that holds it against a limit. */

export { type Wording, wordingOf } from '../core/answer/wording.ts';
