/** Running a student's attack and showing it while it goes on: one at a time, a new one ends the one before. */
import { type CancellationToken, type Disposable, ProgressLocation, window } from 'vscode';
import { type PublicQuestionOf } from '../core/taskset/publicTask.ts';
import { type AttackOutcome, type ProviderChoice } from '../runtime/attack/attack.ts';
import { type AttackEngine } from './attackEngine.ts';
import { AttackPanel, type AttackPanelParts } from './attackPanel.ts';
import { AttackPicture } from './attackPicture.ts';
import { AttackRecord } from './attackRecord.ts';
import { openCode, saveCode } from './codeFiles.ts';
import { placeOf } from './entryFunction.ts';
import { ChosenInputs } from './chosenInputs.ts';
import { type Exam } from './exam.ts';
import { type FailureMarks } from './failureMarks.ts';
import { closeUp } from './pictureBox.ts';
import { Throttle } from './throttle.ts';

export interface AttackRunsParts extends AttackPanelParts {
  readonly engine: AttackEngine;
  readonly marks: FailureMarks;
}

interface AttackJob {
  readonly exam: Exam;
  readonly question: PublicQuestionOf<'code'>;
  readonly provider: ProviderChoice;
}

const UPDATES_MS = 100;
const PROVIDER_NAMES: { readonly [P in ProviderChoice]: string } = {
  auto: 'the fastest provider',
  cpu: 'CPU',
  cuda: 'CUDA',
};

export class AttackRuns implements Disposable {
  readonly #parts: AttackRunsParts;
  #panel: AttackPanel | undefined;
  #job: AttackJob | undefined;
  #abort = new AbortController();
  readonly #inputs = new ChosenInputs();

  constructor(parts: AttackRunsParts) {
    this.#parts = parts;
  }

  /** Resolves when the run has ended, however it did; the panel shows how. */
  async run(job: AttackJob): Promise<AttackOutcome> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#job = job;
    const title = `Attack on ${PROVIDER_NAMES[job.provider]}`;
    return await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_, token) => this.#attack(job, abort, token),
    );
  }

  /** Lets the user choose the example on which this and later runs go; false when nothing was chosen. */
  async chooseInput(exam: Exam, question: PublicQuestionOf<'code'>): Promise<boolean> {
    return await this.#inputs.choose(exam.codeSource(question.id));
  }

  dispose(): void {
    this.#abort.abort();
    this.#panel?.dispose();
  }

  async #attack(
    job: AttackJob,
    abort: AbortController,
    token: CancellationToken,
  ): Promise<AttackOutcome> {
    token.onCancellationRequested(() => {
      abort.abort();
    });
    const { exam, question } = job;
    const files = await saveCode(exam, question);
    this.#parts.marks.clear(exam.fileUri(question.entry.file));
    const outcome = await this.#runAndShow(job, files, abort.signal);
    if (!outcome.ok) await this.#mark(job, outcome.failure);
    return outcome;
  }

  async #runAndShow(
    { exam, question, provider }: AttackJob,
    files: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<AttackOutcome> {
    const { engine } = this.#parts;
    const source = exam.codeSource(question.id);
    const input = this.#inputs.inputFor(source);
    const model = await exam.set.model(source);
    const record = new AttackRecord(input, performance.now());
    const panel = this.#showPanel(question.entry.file, record);
    const show = new Throttle(UPDATES_MS, () => {
      panel.update(record.state);
    });
    const box = closeUp(source.checker.window, input.x);
    const picture = new AttackPicture({ engine, model, box, record });
    const begun = this.#drawn(picture.begin(), show);
    const outcome = await engine.run({
      program: { files, entry: question.entry },
      model,
      x: input.x,
      t: input.t,
      provider,
      signal,
      onProgress: (progress) => {
        record.progress(progress, performance.now());
        show.request();
      },
    });
    record.end(outcome);
    show.now();
    await begun;
    if (outcome.ok) await this.#drawn(picture.complete(), show);
    return outcome;
  }

  /** A picture that fails is reported; the attack's result stands without it. */
  async #drawn(drawing: Promise<void>, show: Throttle): Promise<void> {
    try {
      await drawing;
      show.now();
    } catch (error) {
      this.#parts.log.report('draw the picture of this attack', error);
    }
  }

  #showPanel(file: string, record: AttackRecord): AttackPanel {
    this.#panel ??= new AttackPanel(this.#parts, this.#actions(), record.state);
    this.#panel.update(record.state);
    this.#panel.show(`Attack: ${file}`);
    return this.#panel;
  }

  #actions(): ConstructorParameters<typeof AttackPanel>[1] {
    return {
      cancel: () => {
        this.#abort.abort();
      },
      rerun: (provider) => {
        if (this.#job === undefined) return;
        this.run({ ...this.#job, provider }).catch((error: unknown) => {
          this.#parts.log.report('run the attack', error);
        });
      },
      showCode: async () => {
        if (this.#job !== undefined) await openCode(this.#job.exam, this.#job.question);
      },
    };
  }

  async #mark(
    { exam }: AttackJob,
    failure: { message: string; at?: string | undefined },
  ): Promise<void> {
    const place = failure.at === undefined ? undefined : placeOf(failure.at);
    if (place === undefined) return;
    await this.#parts.marks.show(exam.fileUri(place.file), [
      { line: place.line, message: failure.message },
    ]);
  }
}
