/** Takes the controller's messages: first what to grade with, then submissions, one at a time. */
import { type Content, type Message } from '../../frame/message.ts';
import { type Isolation } from '../../sandbox/isolation.ts';
import { gradeSubmission, type Grader } from '../gradeSubmission.ts';
import { SetFiles, type WantedFile } from './setFiles.ts';
import { type FromWorker, type ToWorker } from './messages.ts';
import { openGrader, type OpenGrader } from './openGrader.ts';

export type Reply = <K extends keyof FromWorker>(
  kind: K,
  content: Content & { readonly body: FromWorker[K] },
) => void;

/** The controller is ours: a message of a kind has the body that it is declared with. */
export class WorkerDesk {
  readonly #dist: string;
  readonly #isolation: Isolation;
  readonly #reply: Reply;
  readonly #files: SetFiles;
  #open: OpenGrader | undefined;

  constructor(dist: string, isolation: Isolation, reply: Reply) {
    this.#dist = dist;
    this.#isolation = isolation;
    this.#reply = reply;
    this.#files = new SetFiles((wanted: WantedFile) => {
      reply('want', { body: wanted });
    });
  }

  take({ kind, body, bytes }: Message<keyof ToWorker>): void {
    switch (kind) {
      case 'begin':
        this.#begin(body as ToWorker['begin']);
        break;
      case 'grade':
        void this.#grade(body as ToWorker['grade'], bytes);
        break;
      case 'file':
        this.#files.receive(bytes, (body as ToWorker['file']).problem);
    }
  }

  #begin(settings: ToWorker['begin']): void {
    this.#open = openGrader(settings, {
      dist: this.#dist,
      isolation: this.#isolation,
      files: this.#files,
    });
    this.#reply('begun', { body: {} });
  }

  async #grade(job: ToWorker['grade'], bytes: Uint8Array): Promise<void> {
    const open = this.#open;
    if (open === undefined) throw new Error('a submission came before the task set');
    const grader: Grader = {
      ...open.grader,
      onQuestion: (id) => {
        this.#reply('question', { body: { id } });
      },
    };
    const record = await gradeSubmission(job, bytes, grader);
    this.#reply('graded', {
      body: { learned: open.takeLearned() },
      // as text of its own: numbers in it mean what JSON makes of them, here as in its file
      bytes: new TextEncoder().encode(JSON.stringify(record)),
    });
  }
}
