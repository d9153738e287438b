/** Grading's port to running programs: opens the model, runs the program on the cases, judges the values. */
import { isDeepStrictEqual } from 'node:util';
import { type CodeRun, type CodeRuns } from '../../core/grade/codeRun.ts';
import { type FileTexts, type ModelReference } from '../../core/taskset/taskSet.ts';
import {
  type AttackOutcome,
  type Limits,
  type ModelFile,
  type ProviderChoice,
  type StudentProgram,
} from '../attack/attack.ts';
import { failureOf } from '../attack/failure.ts';
import { defaultLimits } from '../attack/limits.ts';
import { type ModelServer, type OpenModel } from '../attack/modelServer.ts';
import { type ProgramInput, runProgram } from '../attack/runProgram.ts';
import { matrix } from '../attack/rows.ts';
import { type AttackReference } from './attackReferences.ts';
import { type CheckedModel } from './descents.ts';
import { checkAttack } from './checkAttack.ts';
import { checkEdits } from './checkEdits.ts';
import { type CasesWanted, ReferenceBook } from './referenceBook.ts';

/** A question with a model, as far as running its programs needs it. */
export interface ModelQuestion {
  readonly model: ModelReference;
}

export interface CodeChecksOptions {
  /** folder of the built programs */
  readonly dist: string;
  readonly server: ModelServer;
  /** the question's model, refused when its bytes are not the pinned ones */
  readonly model: (question: ModelQuestion) => Promise<ModelFile>;
  readonly provider: ProviderChoice;
  readonly limits?: Partial<Limits> | undefined;
  readonly requireSandbox?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** kept by a caller that checks more than once */
  readonly references?: ReferenceBook | undefined;
  /** another way to run programs, such as one that remembers equal runs */
  readonly programs?: typeof runProgram | undefined;
}

export function codeChecks(options: CodeChecksOptions): CodeRuns {
  const book = options.references ?? new ReferenceBook();
  const checking = (question: Checked, check: (parts: Parts) => Promise<CodeRun>) =>
    withParts({ options, book, question }, check);
  return {
    code: (question, { files }) =>
      checking(question, ({ model, references, running }) => {
        const { iterations, tolerance } = question.checker;
        const tolerances = { iterations, ...tolerance };
        return checkAttack({ model, tolerances, attack: running(files) }, references);
      }),
    lines: (question, { before, after }) =>
      checking(question, ({ model, references, running }) => {
        const endsKnown = book.ends(question.model.sha256);
        const { iterations, tolerance: tolerances, batches: sizes } = question.checker;
        const programs = {
          before: isDeepStrictEqual(before, after) ? undefined : running(before),
          after: running(after, ROW_BY_ROW),
          afterAlone: running(after),
          text: Object.values(after).join('\n'),
        };
        const check = { model, endsKnown, tolerances, iterations, sizes, ...programs };
        return checkEdits(check, references);
      }),
  };
}

interface Checked extends ModelQuestion {
  readonly entry: StudentProgram['entry'];
  readonly checker: CasesWanted;
}

interface Parts {
  readonly model: CheckedModel;
  readonly references: readonly AttackReference[];
  /** has a program run on inputs, one outcome each, up to the first failure; with `patience` times the usual time */
  readonly running: (
    files: FileTexts,
    patience?: number,
  ) => (inputs: readonly ProgramInput[]) => Promise<readonly AttackOutcome[]>;
}

interface Asked {
  readonly options: CodeChecksOptions;
  readonly book: ReferenceBook;
  readonly question: Checked;
}

/** Whatever keeps the check from running is its reason. */
async function withParts(
  { options, book, question }: Asked,
  check: (parts: Parts) => Promise<CodeRun>,
): Promise<CodeRun> {
  try {
    const { entry, checker } = question;
    const file = await options.model(question);
    // references are small work; the CPU gives the same numbers everywhere
    const open = await options.server.open(file, 'cpu');
    try {
      const model = checkedModel(open);
      const references = await book.references(model, question.model.sha256, checker);
      const running: Parts['running'] = (files, patience) => (inputs) =>
        (options.programs ?? runProgram)({
          ...options,
          limits: limitsWith(options, patience),
          program: { files, entry },
          model: file,
          inputs,
        });
      return await check({ model, references, running });
    } finally {
      open.close();
    }
  } catch (error) {
    return { ran: false, reason: `The checks could not run: ${failureOf(error).message}` };
  }
}

/** A program may take the rows of a batch one after the other: that is slow, but right. */
const ROW_BY_ROW = 4;

function limitsWith({ limits }: CodeChecksOptions, patience = 1): Partial<Limits> {
  const { wallMs } = { ...defaultLimits, ...limits };
  return { ...limits, wallMs: wallMs * patience };
}

function checkedModel(open: OpenModel): CheckedModel {
  return {
    id: open.signature.id,
    run: (request) => open.run(request),
    evaluate: async (rows) => [...(await open.evaluate(matrix(rows))).data],
  };
}
