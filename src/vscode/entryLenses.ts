/** What can be done with a code question, above the function that its checks call. */
import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  EventEmitter,
  Range,
  type TextDocument,
} from 'vscode';
import { type CurrentExam } from './currentExam.ts';
import { entryLine } from './entryFunction.ts';

/** Each is also a command and a menu entry, for whoever has lenses switched off. */
const ACTIONS: readonly {
  readonly title: string;
  readonly command: string;
  readonly tooltip: string;
}[] = [
  {
    title: '$(beaker) Run the checks',
    command: 'exambench.checkCode',
    tooltip: 'Save, run all checks of this question and show the verdict',
  },
  {
    title: '$(play) Run on CPU',
    command: 'exambench.runCpu',
    tooltip: 'Save, run the attack on the example input and watch it',
  },
  {
    title: '$(zap) Run on CUDA',
    command: 'exambench.runCuda',
    tooltip: 'The same on an NVIDIA GPU',
  },
  {
    title: '$(book) Show the task',
    command: 'exambench.showTask',
    tooltip: 'Open the task beside the code',
  },
  {
    title: '$(discard) Reset to the skeleton',
    command: 'exambench.resetCode',
    tooltip: 'Start again from the skeleton; your text is kept',
  },
];

export class EntryLenses implements CodeLensProvider {
  readonly #current: CurrentExam;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(current: CurrentExam) {
    this.#current = current;
  }

  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses(document: TextDocument, token: CancellationToken): CodeLens[] {
    const question = this.#current.exam?.codeQuestionAt(document.uri);
    if (question === undefined || token.isCancellationRequested) return [];
    // Without the function there is nothing to call, but a way back to the skeleton is needed all the more.
    const line = entryLine(document.getText(), question.entry.function) ?? 0;
    const range = new Range(line, 0, line, 0);
    return ACTIONS.map((action) => new CodeLens(range, { ...action, arguments: [question.id] }));
  }
}
