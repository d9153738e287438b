/** Programs that come with a task, as TypeScript in the student's folder sees them. */
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { at, root } from '../../scripts/project.ts';

const folders = globSync('{tasks/*,media/template}/*/student', { cwd: root });
const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A student's folder: the handed out settings, the types, and a program in place of the skeleton. */
function studentFolder(student: string, program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  made.push(folder);
  mkdirSync(join(folder, '.exambench/types/torch'), { recursive: true });
  copyFileSync(at(student, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  copyFileSync(at('src/torch/torch.d.ts'), join(folder, '.exambench/types/torch/index.d.ts'));
  copyFileSync(at(program), join(folder, 'adversarial.ts'));
  return folder;
}

function problems(folder: string): string[] {
  const config = ts.readConfigFile(join(folder, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${basename(file?.fileName ?? '')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

describe.each(folders)('%s', (student) => {
  const programs = globSync(`${dirname(student)}/{student,solution,examples/*}/*.ts`, {
    cwd: root,
  });

  it.each(programs)('%s has no type errors', (program) => {
    expect(problems(studentFolder(student, program))).toEqual([]);
  });

  it('a wrong type is an error', () => {
    const folder = studentFolder(student, 'test/fixtures/programs/wrong-type.ts');
    expect(problems(folder)).toEqual([expect.stringMatching(/^adversarial\.ts:4: .*number/)]);
  });
});
