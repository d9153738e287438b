/** The options of a choice question in the order of one variant. */

import { type VariantScope } from './variantScope.ts';
import { chanceOf, shuffled } from './seed.ts';

/** Options that are `fixed` stay where the author put them, such as “none of these” at the end. */
export function shuffledOptions<T extends { readonly fixed?: boolean | undefined }>(
  options: readonly T[],
  question: string,
  { scope, variant }: VariantScope,
): readonly T[] {
  const random = chanceOf(...scope, 'options of', question, variant);
  const moving = shuffled(
    options.filter(({ fixed }) => fixed !== true),
    random,
  );
  let next = 0;
  return options.map((option) => (option.fixed === true ? option : (moving[next++] ?? option)));
}
