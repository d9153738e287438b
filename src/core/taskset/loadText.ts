/** Questions answered in words. */

import { type Source, expectSum, loadCommon } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

export function loadText(source: Source<'text'>): QuestionOf<'text'> {
  const { authored, path, files, language } = source;
  const { maxWords, maxSentences, modelAnswer, rubric } = authored;
  expectSum(
    source,
    'rubric',
    rubric.map((criterion) => criterion.points),
  );
  return {
    ...loadCommon(source),
    kind: 'text',
    language,
    ...(maxWords === undefined ? {} : { maxWords }),
    ...(maxSentences === undefined ? {} : { maxSentences }),
    modelAnswer: files.markdown([...path, 'modelAnswer'], modelAnswer),
    rubric,
  };
}
