/** Programs for one point, written in different ways; line 10 of most holds the loss. */
import { readFileSync } from 'node:fs';
import { at } from '../../../scripts/project.ts';

const folder = 'tasks/ml1/5-programming';

function fromTask(path: string): string {
  return readFileSync(at(`${folder}/${path}`), 'utf8');
}

function losing(loss: string): string {
  const program = fromTask('solution/adversarial.ts');
  const line = program.split('\n').find((each) => each.includes('const loss =')) ?? '';
  return program.replace(line, loss);
}

const DISTANCE = 'x.sub(z).square().sum()';

export const PROGRAMS = {
  natural: fromTask('solution/adversarial.ts'),
  given: fromTask('given/adversarial.ts'),
  crlf: fromTask('given/adversarial.ts').replaceAll('\n', '\r\n'),
  skeleton: fromTask('student/adversarial.ts'),
  byHand: fromTask('examples/right/hand-written-gradient.ts'),
  inTwoFunctions: fromTask('examples/right/separate-terms.ts'),
  nesterov: fromTask('examples/right/nesterov.ts'),
  squeezed: losing(`    const loss = ${DISTANCE}.add(t.squeeze().mul(model(z).squeeze()).relu());`),
  firstRow: losing(
    '    const loss = x.at(0).sub(z.at(0)).square().sum().add(t.at(0).mul(model(z).at(0)).relu().sum());',
  ),
  normSquared: losing('    const loss = x.sub(z).norm().pow(2).add(t.mul(model(z)).relu());'),
  /** asking for a number in every step is slow, so it makes few */
  decided: losing(
    `    let loss = ${DISTANCE};
    const margin = t.mul(model(z));
    if (margin.item() > 0) loss = loss.add(margin);`,
  ).replace('i < 1000', 'i < 20'),
  signOfT: fromTask('examples/wrong/sign-of-t.ts'),
  withoutT: fromTask('examples/wrong/without-t.ts'),
  onlyHinge: fromTask('examples/wrong/only-hinge.ts'),
  noZeroGrad: fromTask('examples/wrong/no-zero-grad.ts'),
  hundred: fromTask('examples/wrong/iterations-100.ts'),
  tooLarge: fromTask('examples/wrong/step-too-large.ts'),
  returnsX: fromTask('examples/wrong/returns-x.ts'),
  notFinite: fromTask('examples/wrong/not-finite.ts'),
  broken: losing('    const loss = x.sub(z;'),
} as const;

export type ProgramName = keyof typeof PROGRAMS;
