/** Questions about changing a program by line numbers. */

import { type Source, loadCommon } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

export function loadLines(source: Source<'lines'>): QuestionOf<'lines'> {
  const { authored, path, files } = source;
  const { program, entry, given, reference, examples = [] } = authored;
  return {
    ...loadCommon(source),
    kind: 'lines',
    program,
    entry,
    given: files.text([...path, 'given'], given),
    reference,
    examples: examples.map((example, index) => ({
      ...example,
      at: files.placeOf([...path, 'examples', index]),
    })),
  };
}
