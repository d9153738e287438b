/** The activity bar's tree: tasks, and their questions with status and points. */
import {
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import { type PublicQuestion, type PublicTask } from '../core/taskset/publicTask.ts';
import { type CurrentExam } from './currentExam.ts';
import { type HandedIn } from '../runtime/submission/handedIn.ts';
import { type Exam } from './exam.ts';
import { earnedPoints, pointsText, STATUS_LOOKS, statusOf } from './questionStatus.ts';

export type TaskNode =
  | { readonly kind: 'task'; readonly task: PublicTask }
  | { readonly kind: 'question'; readonly task: PublicTask; readonly question: PublicQuestion }
  | { readonly kind: 'receipt'; readonly handedIn: HandedIn };

export class TaskTree implements TreeDataProvider<TaskNode> {
  readonly #current: CurrentExam;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(current: CurrentExam) {
    this.#current = current;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(node?: TaskNode): TaskNode[] {
    if (node === undefined) {
      return rootsOf(this.#current.exam);
    }
    if (node.kind !== 'task') return [];
    const { task } = node;
    return task.questions.map((question) => ({ kind: 'question', task, question }));
  }

  getParent(node: TaskNode): TaskNode | undefined {
    return node.kind === 'question' ? { kind: 'task', task: node.task } : undefined;
  }

  getTreeItem(node: TaskNode): TreeItem {
    const { exam } = this.#current;
    if (exam === undefined) return new TreeItem('');
    if (node.kind === 'receipt') return receiptItem(node.handedIn);
    return node.kind === 'task' ? taskItem(node, exam) : questionItem(node, exam);
  }
}

/** The tasks, and what was handed in last. */
function rootsOf(exam: Exam | undefined): TaskNode[] {
  const handedIn = exam?.handedIn.at(-1);
  return [
    ...(exam?.tasks ?? []).map((task) => ({ kind: 'task', task }) as const),
    ...(handedIn === undefined ? [] : [{ kind: 'receipt', handedIn } as const]),
  ];
}

function receiptItem({ receipt, path, time }: HandedIn): TreeItem {
  const when = new Date(time).toLocaleString();
  const item = new TreeItem('Handed in');
  item.id = 'receipt';
  item.contextValue = 'receipt';
  item.iconPath = new ThemeIcon('verified-filled', new ThemeColor('testing.iconPassed'));
  item.description = `${receipt} · ${when}`;
  item.tooltip = `${path}, receipt ${receipt}, ${when}`;
  item.accessibilityInformation = { label: `Handed in, receipt ${receipt}, ${when}` };
  item.command = { command: 'exambench.showReceipt', title: 'Show Receipt' };
  return item;
}

function taskItem({ task }: TaskNode & { kind: 'task' }, exam: Exam): TreeItem {
  const { points, maxPoints, answered, questions } = exam.pointsOf([task]);
  const item = new TreeItem(exam.titleOf(task), TreeItemCollapsibleState.Expanded);
  item.id = `task:${task.id}`;
  item.contextValue = 'task';
  item.iconPath = new ThemeIcon(answered === questions ? 'checklist' : 'list-unordered');
  item.description = exam.set.public.canGrade
    ? `${pointsText(points)} / ${pointsText(maxPoints)}`
    : `${answered} / ${questions} answered`;
  item.tooltip = `${answered} of ${questions} questions answered`;
  item.command = openCommand(task.id);
  return item;
}

function questionItem({ task, question }: TaskNode & { kind: 'question' }, exam: Exam): TreeItem {
  const record = exam.record(question.id);
  const { icon, color, word } = STATUS_LOOKS[statusOf(question, record)];
  const maxPoints = pointsText(question.points);
  const item = new TreeItem(`${question.id}  ${question.title}`);
  item.id = `question:${question.id}`;
  item.contextValue = `${question.kind}Question`;
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  const earned = earnedPoints(record);
  item.description = earned === undefined ? maxPoints : `${pointsText(earned)} / ${maxPoints}`;
  item.tooltip = new MarkdownString(`**${question.id}** is ${word}. ${plural(question.points)}.`);
  item.accessibilityInformation = {
    label: `Question ${question.id}, ${question.title}: ${word}, ${plural(question.points)}`,
  };
  item.command = openCommand(task.id, question.id);
  return item;
}

function openCommand(...target: string[]): NonNullable<TreeItem['command']> {
  return { command: 'exambench.openTask', title: 'Open Task', arguments: target };
}

function plural(points: number): string {
  return `${pointsText(points)} ${points === 1 ? 'point' : 'points'}`;
}
