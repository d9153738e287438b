/** Every program that comes with a task set, judged through the real processes: as its author says. */
import { globSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { at, root } from '../../scripts/project.ts';
import { openCodeRunner } from '../../src/cli/codeRunner.ts';
import { gradeRehearsal } from '../../src/core/grade/rehearse.ts';
import { rehearsalsOf } from '../../src/core/grade/rehearsalsOf.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';

const folders = globSync('tasks/*', { cwd: root });

for (const folder of folders) {
  const loaded = await loadTaskSet(at(folder));
  if (!loaded.ok) throw new Error(`${folder} has problems`);
  const runner = openCodeRunner(at(folder), { 'unsafe-no-sandbox': true });
  const programs = rehearsalsOf(loaded.value).filter(({ question }) => question.kind === 'code');

  afterAll(() => {
    runner.close();
  });

  describe(`the programs of ${folder}`, () => {
    test.each(programs)('$name', async (rehearsal) => {
      const verdict = await gradeRehearsal(loaded.value, rehearsal, runner.run);
      expect(verdict.verdict).not.toBe('not-run');
      expect(rehearsal.complaint(verdict)).toBeUndefined();
    });
  });
}
