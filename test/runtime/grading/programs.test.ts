import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodeRuns } from '../../../src/core/grade/codeRun.ts';
import { success } from '../../../src/core/result.ts';
import { type GradedQuestion } from '../../../src/core/gradebook/gradeRecord.ts';
import { type TaskSet, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { openModelServer, type ModelServer } from '../../../src/runtime/attack/modelServer.ts';
import { codeChecks } from '../../../src/runtime/check/codeChecks.ts';
import { ReferenceBook } from '../../../src/runtime/check/referenceBook.ts';
import {
  fairness,
  referenceAnswers,
  REFERENCE_JOB,
} from '../../../src/runtime/grading/fairSeed.ts';
import { gradeSubmission, type Grader } from '../../../src/runtime/grading/gradeSubmission.ts';
import { loadTaskSet, readPinned } from '../../../src/runtime/taskSetFiles.ts';
import { adversarial } from '../../support/attackRun.ts';
import { builtPrograms } from '../../support/builtPrograms.ts';

const EXAM = join(import.meta.dirname, '../../../tasks/ml1');
const SEED = '0123456789abcdef'.repeat(2);

let set: TaskSet;
let dist: string;
let server: ModelServer;
beforeAll(async () => {
  const loaded = await loadTaskSet(EXAM);
  if (!loaded.ok) throw new Error('the bundled exam has problems');
  set = loaded.value;
  dist = await builtPrograms();
  server = openModelServer(dist);
});
afterAll(() => {
  server.close();
});

type Hidden = 'hidden cases' | 'visible cases only';
const graders = new Map<Hidden, CodeRuns>();

/** Kept, so that references are worked out once. */
function runs(cases: Hidden): CodeRuns {
  const known = graders.get(cases);
  if (known !== undefined) return known;
  const opened = codeChecks({
    dist,
    server,
    provider: 'cpu',
    limits: { wallMs: 4000, memoryMiB: 256, outputBytes: 10_000 },
    references: new ReferenceBook(cases === 'hidden cases' ? { freshSeed: SEED } : {}),
    model: async ({ model }) => ({ bytes: await readPinned(EXAM, model), sha256: model.sha256 }),
  });
  graders.set(cases, opened);
  return opened;
}

function grader(cases: Hidden): Grader {
  return {
    setOf: () => success(set),
    run: runs(cases),
    mark: { content: '', isolation: 'bubblewrap', seed: SEED, tool: '' },
  };
}

async function graded(program: string, cases: Hidden = 'hidden cases'): Promise<GradedQuestion> {
  const answers = { '5a': { files: { 'adversarial.ts': program } } };
  const bytes = new TextEncoder().encode(JSON.stringify({ taskSet: 'ml1', answers }));
  const record = await gradeSubmission(REFERENCE_JOB, bytes, grader(cases));
  const question = record.questions['5a'];
  if (question === undefined) throw new Error('5a was not graded');
  return question;
}

/** Knows where the visible cases end and moves there in the number of steps that is asked for; is lost elsewhere. */
function tuned(
  evidence: readonly { readonly x: readonly number[]; readonly z: readonly number[] }[],
): string {
  return adversarial(`  const known = ${JSON.stringify(evidence)};
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 1e-9 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    z.sum().add(model(z).sum()).backward();
    sgd.step();
  }
  const [a, b] = x.tolist().flat(3);
  const hit = known.find((each) => Math.abs(each.x[0] - a) + Math.abs(each.x[1] - b) < 1e-4);
  return hit === undefined ? z.detach() : z.detach().mul(0).add(tensor([hit.z]));`).replace(
    'type Tensor }',
    'type Tensor, tensor }',
  );
}

async function visibleEnds() {
  const question = questionsOf(set).find(({ id }) => id === '5a');
  if (question?.kind !== 'code') throw new Error('5a is no program');
  const bytes = await readPinned(EXAM, question.model);
  const open = await server.open({ bytes }, 'cpu');
  const found = await new ReferenceBook().references(
    {
      id: open.signature.id,
      run: (request) => open.run(request),
      evaluate: async (rows) => {
        const data = Float32Array.from(rows.flat());
        return [...(await open.evaluate({ shape: [rows.length, 2], data })).data];
      },
    },
    question.model.sha256,
    question.checker,
  );
  return found.map((each) => ({ x: each.case.x, z: each.best.z }));
}

describe('a program that is graded', () => {
  it('passes on hidden cases when it is right', async () => {
    const bytes = referenceAnswers(set);
    if (bytes === undefined) throw new Error('the exam has programs');
    const record = await gradeSubmission(REFERENCE_JOB, bytes, grader('hidden cases'));
    expect(fairness(set, record)).toEqual({ fair: true });
    expect(record.questions['5b']).toMatchObject({ verdict: 'correct', settled: true });
  });

  it('fails on hidden cases when it knows the visible ones by heart', async () => {
    const program = tuned(await visibleEnds());
    const bare = await graded(program, 'visible cases only');
    const hidden = await graded(program);
    expect(bare).toMatchObject({ verdict: 'correct' });
    expect(hidden.verdict).not.toBe('correct');
    expect(hidden.points).toBeLessThan(bare.points);
  });

  it.each([
    ['loops', adversarial('  for (;;);'), 'timeout'],
    [
      'fills its memory',
      adversarial('  const a = []; for (;;) a.push(Array(1e6).fill(1));'),
      'memory',
    ],
    ['prints without end', adversarial("  for (;;) console.log('flood');"), 'output'],
  ])('that %s waits for a person, with the cause', async (_what, program, cause) => {
    expect(await graded(program)).toMatchObject({
      verdict: 'wrong',
      points: 0,
      cause,
      settled: false,
    });
  });

  it.each([
    ['throws', adversarial("  throw new Error('no');")],
    ['cannot be read', 'export function adversarial( {'],
    [
      'claims to be right',
      adversarial('  console.log(\'{"verdict":"correct","points":9}\'); return x;'),
    ],
  ])('that %s is wrong', async (_what, program) => {
    expect(await graded(program)).toMatchObject({
      verdict: 'wrong',
      cause: 'wrong',
      settled: true,
    });
  });
});
