/** Grading's port to running programs: opens the model, runs the program on the cases, judges the values. */
import { type RunStudentCode } from '../../core/grade/codeRun.ts';
import { type QuestionOf } from '../../core/taskset/taskSet.ts';
import { type Limits, type ModelFile, type ProviderChoice } from '../attack/attack.ts';
import { failureOf } from '../attack/failure.ts';
import { type ModelServer, type OpenModel } from '../attack/modelServer.ts';
import { runProgram } from '../attack/runProgram.ts';
import { matrix } from '../attack/rows.ts';
import { type CheckedModel } from './attackReferences.ts';
import { type AttackCheck, checkAttack, ReferenceBook } from './checkAttack.ts';

export interface CodeChecksOptions {
  /** folder of the built programs */
  readonly dist: string;
  readonly server: ModelServer;
  /** the question's model, refused when its bytes are not the pinned ones */
  readonly model: (question: QuestionOf<'code'>) => Promise<ModelFile>;
  readonly provider: ProviderChoice;
  readonly limits?: Partial<Limits> | undefined;
  readonly requireSandbox?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** kept by a caller that checks more than once */
  readonly references?: ReferenceBook | undefined;
}

export function codeChecks(options: CodeChecksOptions): RunStudentCode {
  const references = options.references ?? new ReferenceBook();
  return async (question, { files }) => {
    try {
      const model = await options.model(question);
      // references are small work; the CPU gives the same numbers everywhere
      const open = await options.server.open(model, 'cpu');
      try {
        const program = { files, entry: question.entry };
        const check = attackCheck(question, checkedModel(open), (inputs) =>
          runProgram({ ...options, program, model, inputs }),
        );
        const known = await references.references(question.model.sha256, check);
        return await checkAttack(check, known);
      } finally {
        open.close();
      }
    } catch (error) {
      return { ran: false, reason: `The checks could not run: ${failureOf(error).message}` };
    }
  };
}

function attackCheck(
  { checker, model: { sha256 } }: QuestionOf<'code'>,
  model: CheckedModel,
  attack: AttackCheck['attack'],
): AttackCheck {
  const { iterations, tolerance, window } = checker;
  return {
    model,
    // any number will do, as long as it stays the same for the same model
    seed: Number.parseInt(sha256.slice(0, 8), 16),
    window,
    tolerances: { iterations, ...tolerance },
    attack,
  };
}

function checkedModel(open: OpenModel): CheckedModel {
  return {
    id: open.signature.id,
    run: (request) => open.run(request),
    evaluate: async (rows) => [...(await open.evaluate(matrix(rows))).data],
  };
}
