/** What was found of a program, as grading takes it. */
import { type CheckResult, type CodeRun } from '../../core/grade/codeRun.ts';

/** One check of a program; `shown` is the case that shows the outcome best. */
interface Finding<S> extends Omit<CheckResult, 'evidence'> {
  readonly mistake?: string | undefined;
  readonly shown?: S | undefined;
}

/** The first mistake that was recognised is the program's. */
export function runOfFindings<S>(
  findings: readonly Finding<S>[],
  evidenceOf: (shown: S) => NonNullable<CheckResult['evidence']>,
): Extract<CodeRun, { ran: true }> {
  const mistake = findings.find((finding) => finding.mistake !== undefined)?.mistake;
  return {
    ran: true,
    checks: findings.map(({ check, passed, message, shown }) => ({
      check,
      passed,
      message,
      ...(shown !== undefined && { evidence: evidenceOf(shown) }),
    })),
    ...(mistake !== undefined && { mistake }),
  };
}
