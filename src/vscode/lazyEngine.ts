/** Running code, with nothing loaded and no process started before the first run. */
import { cannotRun, type RunStudentCode } from '../core/grade/codeRun.ts';
import { type FieldPicture } from '../protocol/messages.ts';
import { type AttackOutcome } from '../runtime/attack/attack.ts';
import { type AttackEngine } from './attackEngine.ts';

const REASON = 'This build of Exambench cannot run code.';

export class LazyEngine implements AttackEngine {
  run(): Promise<AttackOutcome> {
    return Promise.reject(new Error(REASON));
  }

  evaluate(): Promise<readonly number[]> {
    return Promise.reject(new Error(REASON));
  }

  field(): Promise<FieldPicture | undefined> {
    return Promise.resolve(undefined);
  }

  checks(): RunStudentCode {
    return cannotRun(REASON);
  }

  dispose(): void {
    // nothing was started
  }
}
