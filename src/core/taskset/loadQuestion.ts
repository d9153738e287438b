/** From an authored question to a loaded one, by kind: texts in place, and what a schema cannot say checked. */

import { type QuestionKind } from '../answer/answer.ts';
import { checkWindow } from './checkWindow.ts';
import { shuffledOptions } from '../variants/shuffledOptions.ts';
import { NO_VARIANTS } from '../variants/variantScope.ts';
import { loadDiagram } from './loadDiagram.ts';
import { loadDrawing } from './loadDrawing.ts';
import { loadLines } from './loadLines.ts';
import { loadText } from './loadText.ts';
import { loadDerivation, loadExpression } from './loadMathematics.ts';
import { type Source, expectSum, loadCommon, refuseRepeats } from './questionSource.ts';
import { type ExampleProgram, type FileTexts, type QuestionOf } from './taskSet.ts';

const LOAD: { readonly [K in QuestionKind]: (source: Source<K>) => QuestionOf<K> } = {
  choice: loadChoice,
  drawing: loadDrawing,
  expression: loadExpression,
  derivation: loadDerivation,
  text: loadText,
  diagram: loadDiagram,
  code: loadCode,
  lines: loadLines,
};

export function loadQuestion<K extends QuestionKind>(kind: K, source: Source<K>): QuestionOf<K> {
  return LOAD[kind](source);
}

function loadChoice(source: Source<'choice'>): QuestionOf<'choice'> {
  const { authored, path, files } = source;
  const { multiple = false, credit, options } = authored;
  const right = options.filter((option) => option.correct === true).length;
  if (right === 0 || (right > 1 && !multiple)) {
    const wanted = multiple ? 'at least one right option' : 'exactly one right option';
    files.complain([...path, 'options'], `expected ${wanted}, found ${right}`);
  }
  if (credit !== undefined && !multiple) {
    files.complain([...path, 'credit'], 'credit counts only with multiple: true');
  }
  refuseRepeats(
    source,
    ['options', 'id'],
    options.map((option) => option.id),
  );
  return {
    ...loadCommon(source),
    kind: 'choice',
    multiple,
    credit: credit ?? 'all-or-nothing',
    options: orderedOptions(source).map(({ id, text, correct = false, feedback }) => ({
      id,
      text,
      correct,
      feedback,
    })),
  };
}

function orderedOptions({ authored, path, files, variant }: Source<'choice'>) {
  const { id, options, shuffle = false } = authored;
  if (!shuffle) return options;
  if (variant.variant > 0) return shuffledOptions(options, id, variant);
  files.complain([...path, 'shuffle'], NO_VARIANTS);
  return options;
}

function loadCode(source: Source<'code'>): QuestionOf<'code'> {
  const { authored, path, files } = source;
  const { entry, model, inputs, checker, checks } = authored;
  checkCode(source);
  const reference = files.texts([...path, 'reference'], authored.reference);
  return {
    ...loadCommon(source),
    kind: 'code',
    entry,
    files: files.texts([...path, 'files'], authored.files),
    handout: files.texts([...path, 'handout'], authored.handout ?? {}),
    reference,
    model: files.model([...path, 'model'], model),
    inputs,
    checker,
    checks,
    examples: loadExamples(source, reference),
  };
}

function loadExamples(
  { authored, path, files }: Source<'code'>,
  reference: FileTexts,
): ExampleProgram[] {
  return (authored.examples ?? []).map(({ file, verdict, mistake }, index) => {
    const text = files.text([...path, 'examples', index, 'file'], file);
    return {
      path: files.pathInSet(file),
      files: { ...reference, [authored.entry.file]: text },
      verdict,
      ...(mistake === undefined ? {} : { mistake }),
    };
  });
}

function checkCode(source: Source<'code'>): void {
  const { authored, path, files } = source;
  const { entry, checks, inputs, checker } = authored;
  const names = Object.keys(authored.files);
  if (!names.includes(entry.file)) {
    files.complain([...path, 'entry', 'file'], `expected one of files: ${names.join(', ')}`);
  }
  const missing = names.filter((name) => !Object.hasOwn(authored.reference, name));
  // a students' copy need not have one
  const isHere = Object.keys(authored.reference).length > 0;
  if (isHere && missing.length > 0) {
    files.complain([...path, 'reference'], `${missing.join(', ')} is missing`);
  }
  refuseRepeats(
    source,
    ['checks', 'check'],
    checks.map(({ check }) => check),
  );
  expectSum(
    source,
    'checks',
    checks.map((check) => check.points),
  );
  inputs.forEach(({ x, t }, index) => {
    checkInput(source, { x, t, index });
  });
  checkWindow(source, checker.window);
}

interface IndexedInput {
  readonly x: readonly (readonly number[])[];
  readonly t: readonly (readonly number[])[];
  readonly index: number;
}

function checkInput({ path, files }: Source<'code'>, { x, t, index }: IndexedInput): void {
  const at = [...path, 'inputs', index];
  if (x.some((row) => row.length !== x[0]?.length)) {
    files.complain([...at, 'x'], 'expected rows of one length');
  }
  if (t.length !== x.length || t.some((row) => row.length !== 1)) {
    files.complain([...at, 't'], `expected ${x.length} rows of one number, as many as x has`);
  }
}
