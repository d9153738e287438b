/** Makes the parts of the extension, connects them and hands them to the editor. Whatever is heavy waits until it is used. */
import { type ExtensionContext, ExtensionMode, Uri, window, workspace } from 'vscode';
import { type ProviderChoice } from './runtime/attack/attack.ts';
import { AttackRuns } from './vscode/attackRuns.ts';
import { type Authoring, registerAuthoring } from './vscode/authoring/authoring.ts';
import { packCommand } from './vscode/authoring/packCommand.ts';
import { check } from './vscode/checking.ts';
import { registerCommands } from './vscode/commands.ts';
import { CurrentExam } from './vscode/currentExam.ts';
import { FailureMarks } from './vscode/failureMarks.ts';
import { showTasksOnce } from './vscode/firstSight.ts';
import { followSets } from './vscode/followSets.ts';
import { gradingCommand } from './vscode/gradingView/gradingCommand.ts';
import { GRADING_VIEW, GradingPanels } from './vscode/gradingView/gradingPanels.ts';
import { handInCommands } from './vscode/handInCommands.ts';
import { LazyEngine } from './vscode/lazyEngine.ts';
import { Log } from './vscode/log.ts';
import { openExam } from './vscode/openExam.ts';
import { followSavedCode } from './vscode/savedCode.ts';
import { TaskPanels } from './vscode/taskPanels.ts';
import { examWays } from './vscode/taskWays.ts';
import { type LoadSet, TaskSets } from './vscode/taskSets.ts';
import { registerViews } from './vscode/views.ts';
import { workspaceTrust as trust } from './vscode/workspaceTrust.ts';

/** What tests inside the editor look into; nobody else is given it, since it knows the solutions. */
export interface Insides {
  readonly current: CurrentExam;
  readonly authoring: Authoring;
  readonly gradings: GradingPanels;
}

export function activate(context: ExtensionContext): Insides | undefined {
  const { extensionUri: extension, globalStorageUri: storage, subscriptions } = context;
  const log = new Log();
  const marks = new FailureMarks();
  const dist = Uri.joinPath(extension, 'dist').fsPath;
  const engine = new LazyEngine(dist);
  const sets = new TaskSets(context.extension.id, loadFrom(dist), log);
  const current = new CurrentExam((folder) => openExam(folder, { sets, storage, log }));
  const checking = { engine, trust, marks, provider };
  const checkAnswer = async (question: string) =>
    await check(await current.require(), question, checking);
  const panels = new TaskPanels({ extension, current, trust, log, checkAnswer, ways: examWays });
  const attacks = new AttackRuns({ extension, engine, marks, log });
  const authoring = registerAuthoring({ extension, attacks, checking, log });
  const gradings = new GradingPanels({ extension, log, memory: context.workspaceState });
  const commandParts = { current, sets, panels, attacks, trust, log, provider, check: checkAnswer };
  subscriptions.push(log, marks, engine, sets, current, panels, attacks, authoring);
  subscriptions.push(...registerViews(current, panels), ...registerCommands(commandParts));
  subscriptions.push(...handInCommands({ current, panels, storage, log, tool: toolOf(context) }));
  subscriptions.push(gradings, gradingCommand(gradings, log));
  subscriptions.push(window.registerWebviewPanelSerializer(GRADING_VIEW, gradings));
  subscriptions.push(packCommand(extension, log), showTasksOnce(current, context.workspaceState));
  subscriptions.push(followSets({ sets, current, log, flush: () => panels.flush() }));
  subscriptions.push(followSavedCode(current, log), ...followWorkspace(current, log));
  return context.extensionMode === ExtensionMode.Test
    ? { current, authoring, gradings }
    : undefined;
}

function loadFrom(dist: string): LoadSet {
  return async (folder, variant) => {
    const { loadTaskSet } = await import('./vscode/assessment.ts');
    return await loadTaskSet(folder, dist, variant);
  };
}

/** Opens the exam of the workspace now and whenever its folders change; trust changes what may be done. */
function followWorkspace(current: CurrentExam, log: Log): ExtensionContext['subscriptions'] {
  const open = (): void => {
    current.reopen().catch((error: unknown) => {
      log.report('open the exam', error);
    });
  };
  open();
  return [
    workspace.onDidChangeWorkspaceFolders(open),
    workspace.onDidGrantWorkspaceTrust(() => current.exam?.refresh()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('exambench.suggestions')) current.exam?.refresh();
    }),
  ];
}

/** As in `exambench 0.1.0`. */
function toolOf({ extension }: ExtensionContext): string {
  const { name, version } = extension.packageJSON as Readonly<Record<string, unknown>>;
  return `${String(name)} ${String(version)}`;
}

function provider(): ProviderChoice {
  return workspace.getConfiguration('exambench').get<ProviderChoice>('provider', 'auto');
}
