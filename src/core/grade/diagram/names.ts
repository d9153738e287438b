/** How nodes are named in what is said about a diagram. */

import { latexOf } from '../../math/show/latexOf.ts';
import { type Held } from './held.ts';

/** LaTeX of a node or part of the network, as its author writes it. */
export function targetLatex(target: number, { reference }: Pick<Held, 'reference'>): string {
  const { nodes, parts, declarations } = reference;
  const node = nodes[target];
  if (node !== undefined) return asWritten(node.authored.label) ?? node.label.latex;
  const part = parts[target - nodes.length];
  return part === undefined ? '' : latexOf(part.value.expression, declarations);
}

/** `\\mathcal E` is to stay what it is; plain text such as `h1` is typeset as it was read. */
function asWritten(label: string): string | undefined {
  return /^[^$]*[\\_][^$]*$/.test(label) ? label : undefined;
}

/** In a sentence. */
export function targetName(target: number, held: Pick<Held, 'reference'>): string {
  return inSentence(targetLatex(target, held));
}

export function drawnName(node: number, { sketch }: Pick<Held, 'sketch'>): string {
  return inSentence(sketch.nodes[node]?.label.latex ?? '');
}

function inSentence(latex: string): string {
  return latex === '' ? 'a node without a label' : `$${latex}$`;
}
