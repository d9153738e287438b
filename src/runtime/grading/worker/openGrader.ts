/** Makes what grades out of a task set's files: its variants as they are asked for, and what runs its programs. */
import { type CodeRuns } from '../../../core/grade/codeRun.ts';
import { type Result, failure } from '../../../core/result.ts';
import { parseTaskSet } from '../../../core/taskset/parseTaskSet.ts';
import { problemText } from '../../../core/taskset/problem.ts';
import { type TaskSet } from '../../../core/taskset/taskSet.ts';
import { openModelServer } from '../../attack/modelServer.ts';
import { codeChecks } from '../../check/codeChecks.ts';
import { type BookEntry, ReferenceBook } from '../../check/referenceBook.ts';
import { type Isolation } from '../../sandbox/isolation.ts';
import { type Grader } from '../gradeSubmission.ts';
import { type WorkerSettings } from './messages.ts';
import { type SetFiles } from './setFiles.ts';

export interface OpenGrader {
  readonly grader: Grader;
  /** references that were worked out since the last call */
  readonly takeLearned: () => readonly BookEntry[];
}

interface Place {
  /** folder of the built programs */
  readonly dist: string;
  readonly isolation: Isolation;
  readonly files: SetFiles;
}

export function openGrader(settings: WorkerSettings, place: Place): OpenGrader {
  const { content, seed, tool } = settings;
  const book = new ReferenceBook({ freshSeed: seed, known: settings.references });
  return {
    grader: {
      setOf: variantsOf(settings),
      run: programs(settings, place, book),
      mark: { content, seed, tool, isolation: place.isolation },
    },
    takeLearned: () => book.takeLearned(),
  };
}

/** Kept: parsing takes longer than grading most answers does. */
const MOST_KEPT = 16;

function variantsOf({ texts, binaries }: WorkerSettings): Grader['setOf'] {
  const files = { texts: new Map(texts), binaries: new Map(binaries) };
  const first = parsed(files);
  const kept = new Map<number, Result<TaskSet, string>>();
  return (variant) => {
    if (!first.ok || variant === undefined || variant === first.value.variant) return first;
    const { variants } = first.value;
    if (variant < 1 || variant > variants) return failure(noVariant(variant, variants));
    const known = kept.get(variant) ?? parsed(files, variant);
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(variant, known);
    return known;
  };
}

function noVariant(found: number, variants: number): string {
  const expected = variants === 0 ? 'the task set has no variants' : `expected 1 to ${variants}`;
  return `There is no variant ${found}: ${expected}.`;
}

function parsed(
  files: Parameters<typeof parseTaskSet>[0],
  variant?: number,
): Result<TaskSet, string> {
  const set = parseTaskSet(files, { variant });
  return set.ok ? set : failure(set.error.map(problemText).join('\n'));
}

/** The model server is not started before the first program. */
function programs(
  { provider, requireSandbox, limits }: WorkerSettings,
  { dist, files }: Place,
  references: ReferenceBook,
): CodeRuns {
  let opened: CodeRuns | undefined;
  const runs = (): CodeRuns =>
    (opened ??= codeChecks({
      dist,
      server: openModelServer(dist),
      provider,
      requireSandbox,
      limits,
      references,
      model: async ({ model }) => ({ bytes: await files.bytesOf(model), sha256: model.sha256 }),
    }));
  return {
    code: (question, answer) => runs().code(question, answer),
    lines: (question, program) => runs().lines(question, program),
  };
}
