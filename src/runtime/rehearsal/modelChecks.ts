/** Are the models of a set such as its programs can attack? Looked at once each, on a server that is there anyway. */
import { type NotRun, type Rehearsed } from '../../core/grade/rehearse.ts';
import { type Problem } from '../../core/taskset/problem.ts';
import { type QuestionOf, type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type ModelFile } from '../attack/attack.ts';
import { failureOf } from '../attack/failure.ts';
import { type ModelServer } from '../attack/modelServer.ts';
import { modelProblems, widthOf } from '../modelFile/modelProblems.ts';
import { type InspectedModel } from '../wire/inspected.ts';

type ModelQuestion = QuestionOf<'code' | 'lines'>;

export interface ModelChecks {
  readonly variants: readonly TaskSet[];
  readonly modelOf: (question: ModelQuestion) => Promise<ModelFile>;
  readonly inspecting: (
    use: (server: ModelServer) => Promise<InspectedModel>,
  ) => Promise<InspectedModel>;
}

type Checked = Pick<Rehearsed, 'problems' | 'notRun'>;

/** Never rejects: what keeps a model from being looked at is said. */
export async function checkModels({
  variants,
  modelOf,
  inspecting,
}: ModelChecks): Promise<Checked> {
  const questions = [...new Set(variants.flatMap(questionsOf).filter(hasModel))];
  const known = new Map<string, Promise<InspectedModel>>();
  const inspected = async (question: ModelQuestion): Promise<InspectedModel> => {
    const file = await modelOf(question);
    const found = known.get(question.model.sha256) ?? inspecting((server) => server.inspect(file));
    known.set(question.model.sha256, found);
    return await found;
  };
  const all = await Promise.all(questions.map((question) => checked(question, inspected)));
  return {
    problems: all.flatMap(({ problems }) => problems),
    notRun: all.flatMap(({ notRun }) => notRun),
  };
}

function hasModel(question: { readonly kind: string }): question is ModelQuestion {
  return question.kind === 'code' || question.kind === 'lines';
}

async function checked(
  question: ModelQuestion,
  inspected: (question: ModelQuestion) => Promise<InspectedModel>,
): Promise<Checked> {
  const { at, model } = question;
  const named = (why: string): Problem => ({ ...at, message: `${model.file}: ${why}` });
  try {
    const found = await inspected(question);
    const misfit = [...modelProblems(found), ...misfits(question, widthOf(found))];
    return { problems: misfit.map(named), notRun: [] };
  } catch (error) {
    const { cause, message } = failureOf(error);
    if (cause === 'model') return { problems: [named(message)], notRun: [] };
    const missed: NotRun = { name: `the model ${model.file}`, reason: message };
    return { problems: [], notRun: [missed] };
  }
}

/** What a question feeds the model has to be as wide as the model's rows. */
function misfits(question: ModelQuestion, width: number | undefined): string[] {
  if (width === undefined) return [];
  const told = (what: string, found: number): string[] =>
    found === width ? [] : [`its rows have ${width} numbers, but those of ${what} have ${found}`];
  const inputs = question.kind === 'code' ? question.inputs : [];
  return [
    ...told('the window', question.checker.window.low.length),
    ...inputs.flatMap(({ title, x }) => told(`the input '${title}'`, x[0]?.length ?? 0)),
  ];
}
