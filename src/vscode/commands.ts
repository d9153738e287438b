/** Every command of the extension. Which question a command is about comes from its argument, else from the editor. */
import { type Disposable, type QuickPickItem, Uri, window } from 'vscode';
import { type PublicQuestionOf } from '../core/taskset/publicTask.ts';
import { type ProviderChoice } from '../runtime/attack/attack.ts';
import { type QuestionRecord } from '../runtime/attempt/questionRecord.ts';
import { type AttackRuns } from './attackRuns.ts';
import { openCode, resetCode } from './codeFiles.ts';
import { choiceIn, questionIn, textIn } from './commandArguments.ts';
import { type CurrentExam } from './currentExam.ts';
import { type Exam } from './exam.ts';
import { type Log } from './log.ts';
import { startExam } from './startExam.ts';
import { type TaskPanels } from './taskPanels.ts';
import { type TaskSets } from './taskSets.ts';
import { tellVerdict } from './tellVerdict.ts';
import { mayRunCode, type Trust } from './trust.ts';

export interface CommandParts {
  readonly current: CurrentExam;
  readonly sets: TaskSets;
  readonly panels: TaskPanels;
  readonly attacks: AttackRuns;
  readonly trust: Trust;
  readonly log: Log;
  readonly provider: () => ProviderChoice;
  readonly check: (question: string) => Promise<QuestionRecord>;
}

export function registerCommands(parts: CommandParts): Disposable[] {
  return [...examCommands(parts), ...codeCommands(parts)];
}

function examCommands({ current, sets, panels, log, check }: CommandParts): Disposable[] {
  return [
    log.command('exambench.startExam', 'start the exam', (choice) =>
      startExam(sets, current, choiceIn(choice)),
    ),
    log.command('exambench.openTask', 'open the task', async (task, question) => {
      const chosen = textIn(task) ?? (await pickTask(await current.require()));
      if (chosen !== undefined) await panels.open(chosen, textIn(question));
    }),
    log.command('exambench.checkQuestion', 'check the answer', async (target) => {
      const id = questionIn(target);
      if (id !== undefined) await check(id);
    }),
    log.command('exambench.continueHere', 'continue the exam in this window', () =>
      current.reopen(),
    ),
    log.command('exambench.showLog', 'show the log', () => {
      log.show();
      return Promise.resolve();
    }),
  ];
}

function codeCommands(parts: CommandParts): Disposable[] {
  const { current, panels, log, check } = parts;
  type Action = (exam: Exam, question: PublicQuestionOf<'code'>) => Promise<unknown>;
  const onCode = (id: string, doing: string, action: Action) =>
    log.command(id, doing, async (target) => {
      const exam = await current.require();
      const question = await codeQuestionFor(exam, target);
      return question === undefined ? undefined : await action(exam, question);
    });
  const attack = (id: string, provider: () => ProviderChoice): Disposable =>
    onCode(id, 'run the attack', attackOn(parts, provider));
  return [
    onCode('exambench.checkCode', 'run the checks', async (exam, question) => {
      const record = await check(question.id);
      if (!panels.isShown(exam.taskOf(question.id).id)) tellVerdict(question, record);
      return record;
    }),
    attack('exambench.runAttack', parts.provider),
    attack('exambench.runCpu', () => 'cpu'),
    attack('exambench.runCuda', () => 'cuda'),
    onCode('exambench.runOnInput', 'run the attack', attackOnChosen(parts)),
    onCode('exambench.showTask', 'show the task', (exam, { id }) =>
      panels.open(exam.taskOf(id).id, id, true),
    ),
    onCode('exambench.openCode', 'open the code', openCode),
    onCode('exambench.resetCode', 'reset the code', askAndReset),
  ];
}

function attackOn({ attacks, trust }: CommandParts, provider: () => ProviderChoice) {
  return async (exam: Exam, question: PublicQuestionOf<'code'>): Promise<unknown> =>
    mayRunCode(trust, 'Running the attack')
      ? await attacks.run({ exam, question, provider: provider() })
      : undefined;
}

function attackOnChosen(parts: CommandParts) {
  return async (exam: Exam, question: PublicQuestionOf<'code'>): Promise<unknown> =>
    (await parts.attacks.chooseInput(exam, question))
      ? await attackOn(parts, parts.provider)(exam, question)
      : undefined;
}

const RESET = 'Reset';

async function askAndReset(exam: Exam, question: PublicQuestionOf<'code'>): Promise<void> {
  const chosen = await window.showWarningMessage(
    `Put the skeleton of question ${question.id} back in place of your code?`,
    { modal: true, detail: 'Undo brings your code back, and a copy is kept with your answers.' },
    RESET,
  );
  if (chosen === RESET) await resetCode(exam, question);
}

/** The one asked for, else the active editor's, else the only one, else the user's choice. */
async function codeQuestionFor(
  exam: Exam,
  target: unknown,
): Promise<PublicQuestionOf<'code'> | undefined> {
  const id = questionIn(target);
  if (id !== undefined) return exam.codeQuestion(id);
  const file = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
  const atFile = file === undefined ? undefined : exam.codeQuestionAt(file);
  if (atFile !== undefined) return atFile;
  const all = exam.codeQuestions;
  return all.length > 1 ? await pickCodeQuestion(all) : all[0];
}

async function pickCodeQuestion(
  questions: readonly PublicQuestionOf<'code'>[],
): Promise<PublicQuestionOf<'code'> | undefined> {
  const items = questions.map((question) => ({
    label: question.id,
    description: question.title,
    question,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Which question?' }))?.question;
}

async function pickTask(exam: Exam): Promise<string | undefined> {
  const items: (QuickPickItem & { readonly task: string })[] = exam.tasks.map((task) => ({
    label: exam.titleOf(task),
    task: task.id,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Which task?' }))?.task;
}
