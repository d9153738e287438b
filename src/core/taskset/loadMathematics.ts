/** Questions answered in mathematics: their letters read, their formulas as the author wrote them. */

import { NO_DECLARATIONS } from '../math/declarations.ts';
import { type WrittenWorld } from '../math/derivation/world.ts';
import { checkDerivation } from './checkDerivation.ts';
import { checkFormulas } from './checkFormulas.ts';
import { lettersOf, offered } from './letters.ts';
import { type Source, expectSum, loadCommon } from './questionSource.ts';
import {
  type DerivationExample,
  type ExpressionExample,
  type Fact,
  type QuestionOf,
  type RequiredForm,
} from './taskSet.ts';

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
