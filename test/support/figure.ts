/** One measured number, with the bound it should keep. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** empty for plain numbers */
  readonly unit: 'ms' | 's' | 'KB' | '/s' | '×' | '';
  readonly bound?: { readonly atMost: number } | { readonly atLeast: number };
}

/** What every `*.bench.ts` exports. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Figure[]>;
}

export function keepsBound({ value, bound }: Figure): boolean {
  if (bound === undefined) return true;
  return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
}
