/** Numbers as feedback shows them, in LaTeX: three digits. */

export function vector(values: readonly number[]): string {
  return `(${values.map(short).join(',\\ ')})`;
}

export function short(value: number): string {
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? '\\text{NaN}' : value > 0 ? '\\infty' : '-\\infty';
  return Number(value.toPrecision(3)).toString();
}
