/**
 * For authors: where each fact was looked for in a derivation, and why it was not found. Students are never told, since
 * it gives the worlds away.
 */

import { Work } from '../../math/compare/work.ts';
import { type Deciding } from '../../math/derivation/deciding.ts';
import { type Fact, usedFacts } from '../../math/derivation/facts.ts';
import {
  type JudgedLink,
  type Judgement,
  decideLinks,
  judgeDerivation,
} from '../../math/derivation/judgeDerivation.ts';
import { type WrittenStep, readProof } from '../../math/derivation/readProof.ts';
import { readTask } from '../../math/derivation/readTask.ts';
import { SampledDeciding } from '../../math/derivation/sampledDeciding.ts';
import { type QuestionOf } from '../../taskset/taskSet.ts';

const MOST_WORK = 1e8;

/** One sentence for each fact that no step shows; none if the steps cannot be read. */
export function diagnosis(
  question: QuestionOf<'derivation'>,
  steps: readonly WrittenStep[],
  norm: 1 | 2,
): string[] {
  const declarations = { ...question.declarations, norm };
  const task = readTask(question, declarations);
  if (!task.ok) return [];
  const proof = readProof(task.value.claim, steps, declarations);
  if (!proof.ok) return [];
  const deciding = new SampledDeciding(declarations, { seed: 1, work: new Work(MOST_WORK) });
  const decided = decideLinks(proof.value, deciding);
  const judgement = judgeDerivation(proof.value, decided, task.value, deciding);
  return task.value.facts
    .filter(({ name }) => !judgement.shown.has(name))
    .map((fact) => explained(fact, { judgement, facts: task.value.facts, deciding }));
}

interface Judged {
  readonly judgement: Judgement;
  readonly facts: readonly Fact[];
  readonly deciding: Deciding;
}

function explained(fact: Fact, judged: Judged): string {
  const found = judged.judgement.links.flatMap((link) => {
    const why = whyNot(fact, link, judged);
    return why === undefined ? [] : [`step ${link.link.step + 1} ${why}`];
  });
  const none = fact.introduces === undefined ? NO_STEP_DIFFERS : NO_STEP_INTRODUCES;
  return `'${fact.name}' is not recognised: ${found.length === 0 ? none : [...new Set(found)].join('; ')}.`;
}

const NO_STEP_DIFFERS = 'no step has two sides that differ in its slackIn world';
const NO_STEP_INTRODUCES = 'no step has it as a factor on one side alone';

/** Why a link that has to do with the fact does not show it; undefined if it has nothing to do with it. */
function whyNot(fact: Fact, judged: JudgedLink, { facts, deciding }: Judged): string | undefined {
  const { link, outcome, leap } = judged;
  const sides = [link.left.expression, link.right.expression] as const;
  const differs = fact.world === undefined ? false : deciding.differ(...sides, fact.world);
  const used = usedFacts(link, facts, deciding);
  if (differs === undefined || used.unsure.has(fact.name)) {
    return 'has a side without a value in one of its worlds, or takes too much work there';
  }
  if (!differs && !used.facts.has(fact.name)) return undefined;
  if (outcome.verdict !== 'holds') return 'would use it, but does not hold';
  const tight = fact.tightWorlds.findIndex((world) => deciding.differ(...sides, world) === true);
  if (tight !== -1) return `differs in its tightIn world ${tight + 1}, where nothing may differ`;
  const names = [...used.facts].join(', ');
  if (leap === 'whole') return `is the whole of the claim or uses every fact (${names})`;
  if (leap === 'many') return `uses too many facts at once (${names})`;
  return `differs in every slackIn world (${names}), so it may do so for any other reason: tightIn worlds would tell`;
}
