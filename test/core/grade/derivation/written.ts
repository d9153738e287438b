/** A derivation in few words, and what it has to earn. */

export interface Written {
  readonly name: string;
  readonly steps: string;
  readonly verdict: 'correct' | 'partial' | 'wrong' | 'invalid' | 'unanswered';
  readonly points?: number;
}
