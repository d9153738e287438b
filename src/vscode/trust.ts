/**
 * Running a student's code waits until the folder is trusted. Checked inside every command that runs something: a hidden
 * button is not a lock.
 */

/** What the editor knows of trust; handed in, so that a refusal can be tried without an untrusted window. */
export interface Trust {
  readonly isTrusted: boolean;
  /** says that it needs trust, and how to grant it */
  refuse(action: string): void;
}

/** True when code may run; otherwise the user has been told. `action` completes "… needs a trusted folder". */
export function mayRunCode(trust: Trust, action: string): boolean {
  if (trust.isTrusted) return true;
  trust.refuse(action);
  return false;
}
