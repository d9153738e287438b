/**
 * Typical mistakes in the attack, and how each is recognised: by where the mistaken program's z ends (the same mistake is
 * made on purpose and run on the same inputs), or by what was recorded of the program. Recognising only chooses the
 * words; points never depend on it.
 */

/** Programs that are run with a mistake made on purpose; their z is compared with the student's. */
export const MISTAKEN_PROGRAMS = {
  'sign-of-t': { distance: 1, hinge: (t: number) => -t },
  'without-t': { distance: 1, hinge: () => 1 },
  'only-hinge': { distance: 0, hinge: (t: number) => t },
  'not-moved': { distance: 1, hinge: () => 0 },
} as const satisfies Record<string, MistakenProgram>;

/** min over z of distance·|x−z|² + max(0, hinge(t)·f(z)) */
export interface MistakenProgram {
  readonly distance: number;
  readonly hinge: (t: number) => number;
}

export type MistakenProgramName = keyof typeof MISTAKEN_PROGRAMS;

export type Mistake =
  MistakenProgramName | 'no-zero-grad' | 'gradient-through-x' | 'not-finite' | 'step-too-large';

/** One sentence each, for the student: names the mistake without writing the program. */
export const MISTAKE_MESSAGES: Readonly<Record<Mistake, string>> = {
  'sign-of-t':
    'The sign of $t$ looks flipped: points on their own side of the boundary stay, and points already across it are moved.',
  'without-t':
    'The label $t$ seems to be missing from the loss: only points with $t = +1$ are attacked correctly.',
  'only-hinge':
    'The distance term $\\|x-z\\|^2$ seems to have no effect: $z$ walks on where it should stay close to $x$.',
  'not-moved':
    '$z$ ends where it started: is it the tensor that the optimizer updates, and does the loss depend on it?',
  'no-zero-grad':
    'The gradients of all iterations add up: reset them in every iteration before `backward()`.',
  'gradient-through-x':
    'The gradient flows into $x$ as well: $z$ has to be a tensor of its own, so that $x$ stays where it is.',
  'not-finite':
    '$z$ became infinite or NaN: the steps grow from iteration to iteration. Try a smaller learning rate.',
  'step-too-large':
    '$z$ jumps to and fro across the boundary instead of settling on it: the learning rate is too large.',
};
