/** What to say about signs that no formula here can have, wherever they stand. */

export const HINTS: Readonly<Partial<Record<string, string>>> = {
  '±': '“±” stands for two values: write the one that is meant.',
  '≈': '“≈” says nothing exact: write “=”, and exact values.',
  '≡': '“≡” cannot be read here: write “=”.',
  '∝': '“∝” leaves a factor open: write “=” and the factor.',
  '→': 'Arrows cannot be read here: write “=” or “<=” between the steps.',
  ',': 'A comma can only stand between arguments or indices; a decimal number has a point, as in 2.5.',
  ';': 'Only one formula can stand here: “;” cannot be read.',
  '≠': '“≠” can only stand in conditions.',
  '∫': 'Integrals cannot be read here: write the result.',
  '∀': '“∀” cannot be read here: write the formula alone.',
  '…': '“…” can only stand in a range, as in j=1..h: write the sum with “sum”.',
  '&': '“&” can only stand in matrices and case distinctions.',
  '\\\\': 'A line break can only stand in matrices and case distinctions.',
  '%': 'Per cent cannot be read here: write the number, as in 0.5.',
  '≪': '“≪” says nothing exact: write “<”.',
  '≫': '“≫” says nothing exact: write “>”.',
};
