/** Questions answered in words. */

import { overlong, wordingOf } from '../answer/wording.ts';
import { type Source, expectSum, loadCommon } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

export function loadText(source: Source<'text'>): QuestionOf<'text'> {
  const { authored, path, files, language } = source;
  const { maxWords, maxSentences, rubric } = authored;
  const modelAnswer = files.markdown([...path, 'modelAnswer'], authored.modelAnswer);
  // a students' copy need not have it
  if (rubric.length > 0) {
    expectSum(
      source,
      'rubric',
      rubric.map((criterion) => criterion.points),
    );
  }
  for (const complaint of overlong(
    wordingOf(modelAnswer, language),
    authored,
    'the model answer',
  )) {
    files.complain([...path, 'modelAnswer'], complaint.replace(/\.$/, ''));
  }
  return {
    ...loadCommon(source),
    kind: 'text',
    language,
    ...(maxWords === undefined ? {} : { maxWords }),
    ...(maxSentences === undefined ? {} : { maxSentences }),
    modelAnswer,
    rubric,
  };
}
