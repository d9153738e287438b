/** How long a check of the bundled exam's drawings, diagrams and changes of a program takes; and how long huge answers do. */
import { fileURLToPath } from 'node:url';
import { openCodeRunner } from '../../src/cli/codeRunner.ts';
import { cannotRun } from '../../src/core/grade/codeRun.ts';
import { grade } from '../../src/core/grade/grade.ts';
import { gradingAlone } from '../../src/core/grade/grading.ts';
import { gradeRehearsal } from '../../src/core/grade/rehearse.ts';
import { rehearsalsOf } from '../../src/core/grade/rehearsalsOf.ts';
import { seededRandom, uniform } from '../../src/core/random.ts';
import { type Question, type TaskSet, questionsOf } from '../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';
import { type Figure } from '../support/figure.ts';
import { quantile, timed, unitOfWork } from './work.ts';

export const name = 'answers';

const FOLDER = fileURLToPath(new URL('../../tasks/ml1/', import.meta.url));
const NOTHING = cannotRun('nothing is run here');
const HUGE = 10_000;

function find(set: TaskSet, id: string): Question {
  const question = questionsOf(set).find((each) => each.id === id);
  if (question === undefined) throw new Error(`there is no question ${id}`);
  return question;
}

/** Milliseconds of every answer by which the question is tried on itself. */
async function checksOf(set: TaskSet, id: string): Promise<number[]> {
  const times: number[] = [];
  for (const rehearsal of rehearsalsOf(set).filter(({ question }) => question.id === id)) {
    times.push(await timed(() => gradeRehearsal(set, rehearsal, NOTHING)));
  }
  return times;
}

function randomSegments(): unknown {
  const random = seededRandom(1);
  const point = () => [uniform(random, -2, 2), uniform(random, -2, 2)];
  const items = Array.from({ length: HUGE }, () => ({
    type: 'segment',
    points: [point(), point()],
  }));
  return { items, labels: [] };
}

function longChain(): unknown {
  const nodes = Array.from({ length: HUGE }, (_, place) => ({ id: `n${place}`, label: 'h_1' }));
  const edges = nodes.slice(1).map(({ id }, place) => ({ from: `n${place}`, to: id }));
  return { nodes, edges };
}

async function hugeAnswers(set: TaskSet): Promise<Figure[]> {
  const answers = [
    ['2a', 'segments', randomSegments()],
    ['2b', 'segments', randomSegments()],
    ['4a', 'nodes', longChain()],
  ] as const;
  const figures: Figure[] = [];
  for (const [id, what, answer] of answers) {
    const ms = await timed(() => grade(find(set, id), answer, gradingAlone(NOTHING)));
    const bound = { atMost: 2000 };
    figures.push({ name: `${id}: ${HUGE} ${what}`, value: ms, unit: 'ms', bound });
  }
  return figures;
}

/** Once the model and the reference attacks are known. */
async function changedProgram(set: TaskSet): Promise<Figure[]> {
  const runner = openCodeRunner(FOLDER, { 'unsafe-no-sandbox': true });
  const question = find(set, '5b');
  if (question.kind !== 'lines') throw new Error('5b is no question about lines');
  const check = () => grade(question, { edits: question.reference }, gradingAlone(runner.run));
  const first = await timed(check);
  const later = [await timed(check), await timed(check), await timed(check)];
  runner.close();
  return [
    { name: '5b: first check', value: first, unit: 'ms' },
    { name: '5b: later checks', value: quantile(later, 0.5), unit: 'ms' },
  ];
}

export async function run(): Promise<Figure[]> {
  const loaded = await loadTaskSet(FOLDER);
  if (!loaded.ok) throw new Error('the bundled exam has problems');
  const set = loaded.value;
  const unit = await timed(unitOfWork);
  const figures: Figure[] = [{ name: 'a unit of work', value: unit, unit: 'ms' }];
  for (const id of ['2a', '2b', '4a']) {
    // the first ones compile the code
    await checksOf(set, id);
    const times = await checksOf(set, id);
    const median = quantile(times, 0.5);
    figures.push(
      { name: `${id}: median of ${times.length} checks`, value: median, unit: 'ms' },
      { name: `${id}: units of work`, value: median / unit, unit: '×' },
      { name: `${id}: the slowest`, value: Math.max(...times), unit: 'ms' },
    );
  }
  return [...figures, ...(await hugeAnswers(set)), ...(await changedProgram(set))];
}
