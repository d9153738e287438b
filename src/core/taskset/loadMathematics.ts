/** Questions answered in mathematics: their letters read, their formulas as the author wrote them. */

import { type Declarations, NO_DECLARATIONS } from '../math/declarations.ts';
import { type WrittenWorld } from '../math/derivation/world.ts';
import { type DeclarationComplaint, readDeclarations } from '../math/read/readDeclarations.ts';
import { checkDerivation } from './checkDerivation.ts';
import { checkFormulas } from './checkFormulas.ts';
import { type Source, expectSum, loadCommon } from './questionSource.ts';
import {
  type DerivationExample,
  type ExpressionExample,
  type Fact,
  type QuestionOf,
  type RequiredForm,
} from './taskSet.ts';
import { type Path } from './yamlText.ts';

type MathematicsKind = 'expression' | 'derivation';

export function loadExpression(source: Source<'expression'>): QuestionOf<'expression'> {
  const {
    asked,
    answers,
    form = [],
    mistakes = [],
    slipPoints = 0,
    followOn = [],
  } = source.authored;
  const declarations = lettersOf(source);
  if (declarations !== NO_DECLARATIONS) checkFormulas(source, declarations);
  return {
    ...loadCommon(source),
    kind: 'expression',
    ...offered(source),
    declarations,
    ...(asked === undefined ? {} : { asked }),
    answers,
    form: form.map(formOf),
    mistakes: mistakes.map((mistake) => ({ ...mistake, points: mistake.points ?? 0 })),
    slipPoints,
    followOn,
    examples: expressionExamples(source),
  };
}

function formOf({
  avoid = [],
  only,
  factored = false,
  points = 0,
  feedback,
}: AuthoredForm): RequiredForm {
  return { avoid, ...(only === undefined ? {} : { only }), factored, points, feedback };
}

type AuthoredForm = NonNullable<Source<'expression'>['authored']['form']>[number];

function expressionExamples({ authored, path, files }: Source<'expression'>): ExpressionExample[] {
  return (authored.examples ?? []).map((example, index) => ({
    ...example,
    at: files.placeOf([...path, 'examples', index]),
    given: example.given ?? {},
  }));
}

export function loadDerivation(source: Source<'derivation'>): QuestionOf<'derivation'> {
  const {
    start,
    relation,
    goal,
    norms,
    facts = [],
    connected,
    factsPerStep = 2,
    reference,
  } = source.authored;
  const declarations = lettersOf(source);
  expectSum(source, 'facts', [connected, ...facts.map(({ points }) => points)]);
  const question: QuestionOf<'derivation'> = {
    ...loadCommon(source),
    kind: 'derivation',
    ...offered(source),
    declarations,
    start,
    relation,
    goal,
    norms: norms ?? [declarations.norm],
    facts: facts.map(factOf),
    connected,
    factsPerStep,
    reference,
    examples: derivationExamples(source),
  };
  if (declarations !== NO_DECLARATIONS) checkDerivation(source, question);
  return question;
}

type AuthoredFact = NonNullable<Source<'derivation'>['authored']['facts']>[number];

function factOf({ slackIn, tightIn = [], reasons = [], ...fact }: AuthoredFact): Fact {
  return {
    ...fact,
    ...(slackIn === undefined ? {} : { slackIn: worldOf(slackIn) }),
    tightIn: tightIn.map(worldOf),
    reasons,
  };
}

function worldOf(authored: NonNullable<AuthoredFact['slackIn']>): WrittenWorld {
  return { ...authored, where: authored.where ?? [] };
}

function derivationExamples({ authored, path, files }: Source<'derivation'>): DerivationExample[] {
  return (authored.examples ?? []).map((example, index) => ({
    ...example,
    at: files.placeOf([...path, 'examples', index]),
  }));
}

function offered({ authored: { palette } }: Source<MathematicsKind>) {
  return palette === undefined ? {} : { palette };
}

/** The task's letters and the question's own; every problem at the text that it is in. */
function lettersOf(source: Source<MathematicsKind>): Declarations {
  const { authored, path, files, mathematics, decimalComma } = source;
  const own = authored.mathematics;
  const places = [
    { path: ['mathematics'] as Path, written: mathematics },
    { path: [...path, 'mathematics'], written: own },
  ];
  const read = readDeclarations(
    places.flatMap(({ written }) => written?.declare ?? []).join('\n'),
    {
      where: places.flatMap(({ written }) => written?.where ?? []),
      norm: own?.norm ?? mathematics?.norm ?? 2,
      decimalComma,
    },
  );
  if (read.ok) return read.value;
  for (const complaint of read.error) {
    const at = places
      .map((place) => placeOf(place, complaint))
      .find((found) => found !== undefined);
    files.complain(at ?? [...path, 'mathematics'], wordsOf(complaint));
  }
  // the set is refused anyway
  return NO_DECLARATIONS;
}

interface WrittenAt {
  readonly path: Path;
  readonly written: Source<MathematicsKind>['mathematics'];
}

function placeOf({ path, written }: WrittenAt, { source }: DeclarationComplaint): Path | undefined {
  const equation = written?.where?.findIndex((each) => each.includes(source)) ?? -1;
  if (equation >= 0) return [...path, 'where', equation];
  return written?.declare.includes(source) === true ? [...path, 'declare'] : undefined;
}

function wordsOf({ message, source }: DeclarationComplaint): string {
  return `in '${source.slice(0, 120)}': ${message}`;
}
