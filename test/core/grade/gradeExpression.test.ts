import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { gradeExpression } from '../../../src/core/grade/gradeExpression.ts';
import { type Grading, gradingAlone } from '../../../src/core/grade/grading.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { type QuestionOf } from '../../../src/core/taskset/taskSet.ts';

type ExpressionQuestion = QuestionOf<'expression'>;

const run = cannotRun('not here');
const alone = gradingAlone(run);

function question(
  declare: string,
  given: Partial<ExpressionQuestion> & { readonly where?: readonly string[] },
): ExpressionQuestion {
  const { where = [], ...fields } = given;
  const read = readDeclarations(declare, { where });
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'));
  return {
    id: 'q',
    at: { file: 'task.yaml', line: 1, column: 1 },
    title: 'Q',
    points: 4,
    prompt: 'Q?',
    hints: [],
    kind: 'expression',
    declarations: read.value,
    answers: [],
    form: [],
    mistakes: [],
    slipPoints: 0,
    followOn: [],
    examples: [],
    ...fields,
  };
}

const square = question('u, v, s: scalar; y: scalar; \\frac{\\partial y}{\\partial u}: scalar', {
  asked: String.raw`\frac{\partial y}{\partial u}`,
  answers: ['2(u + v)'],
});

function verdictOn(latex: string, asked = square, grading: Grading = alone): Verdict {
  return gradeExpression(asked, { latex }, grading);
}

describe('an answer that is one expression', () => {
  it('is right in any form', () => {
    for (const latex of ['2(u+v)', '2u + 2v', '= 2 (v + u).', String.raw`\frac{4u + 4v}{2}`]) {
      expect(verdictOn(latex), latex).toMatchObject({ verdict: 'correct', points: 4 });
    }
  });

  it('tells how it was read', () => {
    expect(verdictOn('2*(u+v)').evidence).toMatchObject({
      read: expect.stringMatching(/^2.*u \+ v/) as string,
    });
  });

  it('may repeat what is asked for', () => {
    for (const left of [String.raw`\frac{\partial y}{\partial u}`, '∂y/∂u', 'dy/du']) {
      expect(verdictOn(`${left} = 2(u+v)`), left).toMatchObject({ verdict: 'correct' });
    }
    const undeclared = { ...square, asked: String.raw`\frac{\partial q}{\partial u}` };
    expect(verdictOn(String.raw`\dfrac{\partial q}{\partial u}=2(u+v)`, undeclared)).toMatchObject({
      verdict: 'correct',
    });
  });

  it('is no answer when it only repeats what is asked for', () => {
    expect(verdictOn(String.raw`\frac{\partial y}{\partial u}`)).toMatchObject({
      verdict: 'invalid',
      points: 0,
    });
  });

  it('is unanswered when it is blank', () => {
    expect(verdictOn(' ')).toMatchObject({ verdict: 'unanswered', points: 0, maxPoints: 4 });
  });

  it('is shown its place when it cannot be read, at no cost', () => {
    const verdict = verdictOn('2(u + q)');
    expect(verdict).toMatchObject({
      verdict: 'invalid',
      points: 0,
      evidence: { place: { start: 6, end: 7 } },
    });
    expect(verdict.feedback).toHaveLength(1);
    expect(verdict.evidence?.['caret']).toBe('2(u + q)\n      ^');
  });

  it('keeps its places when something stands before it', () => {
    const verdict = verdictOn(String.raw`\frac{\partial y}{\partial u} = 2(u + q)`);
    expect(verdict.evidence?.['place']).toEqual({ start: 38, end: 39 });
  });

  it('hears of stars as stars', () => {
    expect(verdictOn('2 3 u').feedback.join()).toContain(String.raw`write a “\*” between them`);
  });

  it('is no inequality', () => {
    expect(verdictOn(String.raw`2u \leq 2(u + v)`)).toMatchObject({ verdict: 'invalid' });
  });

  it('is wrong with values that show it, the simplest ones', () => {
    const verdict = verdictOn('2(u + v^2) + s');
    expect(verdict).toMatchObject({ verdict: 'wrong', points: 0 });
    expect(verdict.feedback.join()).toMatch(
      /^At \$.*\$ yours is \$.*\$, the right value is \$.*\$\.$/,
    );
    expect(verdict.evidence?.['counterexample']).toMatchObject({
      left: expect.any(Number) as number,
      right: expect.any(Number) as number,
    });
  });

  it('is told values of what is written, not of what that is made of', () => {
    const declare = 'u, v, s: scalar; x: vector d; y: scalar';
    const where = ['s = u^2 v'];
    const verdict = verdictOn('s + 3', question(declare, { where, answers: ['2s'] }));
    expect(verdict.evidence).toMatchObject({
      counterexample: { sizes: {}, indices: {}, values: { s: expect.any(Number) as number } },
    });
    expect(JSON.stringify(verdict.evidence)).not.toMatch(/"[uv]"/);
    expect(verdict.feedback.join()).toMatch(/^At \$s = -?[\d.]+\$ yours/);
  });

  it('hears of an index that nothing binds', () => {
    const asked = question('x: vector d; w: vector d', { answers: [String.raw`\sum_j w_j x_j`] });
    expect(verdictOn('w_j x_j + 3', asked).feedback).toContain(
      'The index $j$ stands free in your answer: no sum runs over it.',
    );
    expect(verdictOn(String.raw`\sum_j w_j x_j + 3`, asked).feedback.join()).not.toMatch(/free/);
  });

  it('is left to a person when it cannot be decided', () => {
    const verdict = verdictOn('2(u + v) + 9^{9^{9^{9^9}}} - 9^{9^{9^{9^9}}}');
    expect(verdict).toMatchObject({ verdict: 'undecided', points: 0 });
    expect(verdict.feedback.join()).toMatch(/^It could not be decided/);
  });

  it('never shows the right answer', () => {
    for (const latex of ['u + v', '2(u - v)', '2u', 's', '(u+v)^2']) {
      expect(verdictOn(latex).feedback.join(' ')).not.toMatch(/2\s*\(?\\?(left)?\(?u \+/);
    }
  });
});

describe('a question whose answer is a number', () => {
  const number = { ...question('', { answers: ['-4'] }), slipPoints: 2 };

  it('knows no factor but a sign and a 2', () => {
    for (const latex of ['2.5', '12', '8', '2', '-5', String.raw`\frac{1}{3}`, '0', '-4.0001']) {
      const verdict = verdictOn(latex, number);
      expect(verdict, latex).toMatchObject({ verdict: 'wrong', points: 0 });
      expect(verdict.feedback, latex).toEqual(['This value is not right.']);
      expect(verdict.evidence, latex).not.toHaveProperty('mistake');
    }
    const slips = { '4': 'lost-sign', '-8': 'factor-2-extra', '-2': 'factor-2-lost' };
    for (const [latex, mistake] of Object.entries(slips)) {
      expect(verdictOn(latex, number), latex).toMatchObject({ points: 2, evidence: { mistake } });
    }
  });

  it('knows none either where letters are declared', () => {
    const lettered = { ...question('u, v: scalar', { answers: ['7'] }), slipPoints: 2 };
    expect(verdictOn('3', lettered)).toMatchObject({ points: 0 });
    expect(verdictOn('u', lettered).feedback.join()).toMatch(/^At \$u = /);
  });

  it('still knows the factor of a vector', () => {
    const vector = question('', { answers: [String.raw`\begin{pmatrix}1 \\ 2\end{pmatrix}`] });
    expect(verdictOn(String.raw`\begin{pmatrix}3 \\ 6\end{pmatrix}`, vector)).toMatchObject({
      evidence: { mistake: 'constant-factor' },
    });
  });

  it('keeps both values for who may see them', () => {
    expect(verdictOn('2.5', number).evidence).toMatchObject({
      counterexample: { sizes: {}, indices: {}, values: {}, left: 2.5, right: -4 },
    });
  });

  it('may be answered with a name before the number', () => {
    for (const left of ['u_1 =', String.raw`u_{1} \approx`, 'u_1 ≈', 'P(A) = 4 - 8 =', 'loss =']) {
      expect(verdictOn(`${left} -4`, number), left).toMatchObject({ verdict: 'correct' });
      expect(verdictOn(`${left} 9`, number).evidence, left).toHaveProperty('read', '9');
    }
    const asked = { ...number, asked: 'u_1' };
    expect(verdictOn(String.raw`u_1 \approx -4`, asked)).toMatchObject({ verdict: 'correct' });
  });

  it('is told where else a name stands', () => {
    for (const latex of ['u_1', 'u_1 = v', '2 u_1 = -8', 'u_1 + 2 = -4', 'u_1 < -4']) {
      expect(verdictOn(latex, number), latex).toMatchObject({ verdict: 'invalid' });
    }
    expect(verdictOn('u_1', number).feedback.join()).toContain('write numbers alone');
  });
});

describe('a chain', () => {
  it('is judged by its end', () => {
    expect(verdictOn('2u + 2v = 2(u + v)')).toMatchObject({ verdict: 'correct', points: 4 });
    expect(verdictOn('2(u + v) = 2u + v')).toMatchObject({ verdict: 'wrong', points: 0 });
  });

  it('earns half with a part that differs from the end, and the part is named', () => {
    const verdict = verdictOn(String.raw`\frac{\partial y}{\partial u} = u + 2v = 2(u + v)`);
    expect(verdict).toMatchObject({
      verdict: 'partial',
      points: 2,
      evidence: { mistake: 'broken-chain' },
    });
    expect(verdict.feedback.join()).toContain('u + 2');
  });
});

describe('a chain by way of a derivative', () => {
  const path = String.raw`\frac{\partial y}{\partial v}: scalar; \frac{\partial y}{\partial u}: scalar; u, v: scalar`;

  it('may use one that the question gives no meaning', () => {
    const open = question(path, { answers: ['2u'] });
    expect(verdictOn('u ∂y/∂v = 2u', open)).toMatchObject({ verdict: 'correct' });
  });

  it('is held to the meaning that the question gives', () => {
    const where = [String.raw`\frac{\partial y}{\partial v} = 2`];
    const told = question(path, { answers: ['2u'], where });
    expect(verdictOn('u ∂y/∂v = 2u', told)).toMatchObject({ verdict: 'correct' });
    expect(verdictOn('3u ∂y/∂v = 2u', told)).toMatchObject({
      verdict: 'partial',
      evidence: { mistake: 'broken-chain' },
    });
  });
});

describe('mistakes', () => {
  const anticipated = {
    ...square,
    mistakes: [
      { answer: 'u + v', name: 'half', feedback: 'Look at the exponent.', points: 3 },
      { answer: '(u + v)^2', name: 'the-square', feedback: 'Differentiate.', points: 0 },
    ],
  };

  it('of the author are recognised in any form, with their points', () => {
    expect(verdictOn('v + u', anticipated)).toMatchObject({
      verdict: 'partial',
      points: 3,
      feedback: ['Look at the exponent.'],
      evidence: { mistake: 'half' },
    });
    expect(verdictOn('u^2 + 2uv + v^2', anticipated)).toMatchObject({
      verdict: 'wrong',
      points: 0,
      evidence: { mistake: 'the-square' },
    });
  });

  it('that are common slips are recognised without an author', () => {
    expect(verdictOn('-2u - 2v')).toMatchObject({
      verdict: 'wrong',
      points: 0,
      evidence: { mistake: 'lost-sign' },
    });
    const lenient = { ...square, slipPoints: 2.5 };
    expect(verdictOn('2(u - v)', lenient)).toMatchObject({
      verdict: 'partial',
      points: 2.5,
      evidence: { mistake: 'sign-of-a-term' },
    });
  });
});

describe('a required form', () => {
  const chain = question(
    'u: scalar; y: scalar; z: scalar; \\frac{\\partial y}{\\partial z}: scalar',
    {
      answers: ['2u'],
      where: [String.raw`\frac{\partial y}{\partial z} = 2u`],
      form: [
        {
          avoid: [String.raw`\frac{\partial y}{\partial z}`],
          factored: false,
          points: 1,
          feedback: 'Work it out.',
        },
      ],
    },
  );

  it('is asked of a right value', () => {
    expect(verdictOn('u + u', chain)).toMatchObject({ verdict: 'correct' });
    expect(verdictOn('∂y/∂z', chain)).toMatchObject({
      verdict: 'partial',
      points: 1,
      feedback: ['Work it out.'],
    });
  });

  it('is asked of a mistake, too', () => {
    const doubled = {
      ...chain,
      mistakes: [{ answer: '4u', name: 'doubled', feedback: 'Too much.', points: 3 }],
    };
    expect(verdictOn('4u', doubled)).toMatchObject({ points: 3, feedback: ['Too much.'] });
    expect(verdictOn('2 ∂y/∂z', doubled)).toMatchObject({
      verdict: 'partial',
      points: 1,
      feedback: ['Too much.', 'Work it out.'],
      evidence: { mistake: 'doubled' },
    });
  });

  it('may be had by another part of the chain', () => {
    expect(verdictOn('∂y/∂z = 2u', chain)).toMatchObject({ verdict: 'correct' });
    expect(verdictOn('2u = ∂y/∂z', chain)).toMatchObject({ verdict: 'correct' });
  });
});

describe('conventions', () => {
  const gradient = question('x: vector d; A: matrix d d symmetric; y: scalar', {
    asked: String.raw`\frac{\partial y}{\partial x}`,
    answers: ['2 A x'],
  });

  it('let a derivative be a row, with a remark', () => {
    const verdict = verdictOn('2 x^T A', gradient);
    expect(verdict).toMatchObject({ verdict: 'correct', points: 4 });
    expect(verdict.feedback.join()).toContain('convention');
  });

  it('do not let anything else be a row', () => {
    expect(verdictOn('2 x^T A', { ...gradient, asked: 'g' })).toMatchObject({
      verdict: 'wrong',
      evidence: { mistake: 'transposed' },
    });
  });

  it('let the free index have another name', () => {
    const component = question('x: vector d; w: vector d; i: index d', { answers: ['2 w_i x_i'] });
    expect(verdictOn('2 w_k x_k', component)).toMatchObject({ verdict: 'correct' });
  });

  it('let one component stand for the vector', () => {
    for (const latex of [String.raw`2 \sum_j A_{kj} x_j`, '2 (A x)_k']) {
      const verdict = verdictOn(latex, gradient);
      expect(verdict, latex).toMatchObject({ verdict: 'correct', points: 4 });
      expect(verdict.feedback.join()).toContain('component $k$');
    }
  });

  it('do not let a wrong component, or a component of something else, stand for it', () => {
    for (const latex of [String.raw`\sum_j A_{kj} x_j`, '2 A_{kk} x_k', '2 x_k', '2 A_{1k} x_1']) {
      expect(verdictOn(latex, gradient), latex).toMatchObject({ verdict: 'wrong' });
    }
  });
});

describe('a continuation of an earlier answer', () => {
  const outer = {
    ...question('u, v, y, \\frac{\\partial y}{\\partial u}: scalar', { answers: ['2u'] }),
    id: '1',
  };
  const later = question('u, v, y, \\frac{\\partial y}{\\partial u}: scalar', {
    answers: ['2u \\cos(v)'],
    where: [String.raw`\frac{\partial y}{\partial u} = 2u`],
    followOn: [{ from: ['1'], answer: String.raw`\answer{1} \cos(v)` }],
  });
  const earlier = (latex: string): Grading => ({
    run,
    answerTo: (id) => (id === '1' ? { question: outer, answer: { latex } } : undefined),
  });

  it('earns full points although the earlier answer was wrong', () => {
    const verdict = verdictOn(String.raw`(u + 1) \cos(v)`, later, earlier('u + 1'));
    expect(verdict).toMatchObject({ verdict: 'correct', points: 4 });
    expect(verdict.feedback.join()).toContain('consistent with your answer to 1');
  });

  it('earns nothing by itself, or when the earlier answer says nothing', () => {
    expect(verdictOn(String.raw`(u + 1) \cos(v)`, later)).toMatchObject({ verdict: 'wrong' });
    for (const [answer, given] of [
      [String.raw`3 \cos(v)`, '3'],
      ['0', '0'],
      [String.raw`(u + 1) \cos(v)`, '(u + 1'],
    ] as const) {
      expect(verdictOn(answer, later, earlier(given)), given).toMatchObject({ verdict: 'wrong' });
    }
  });

  it('is no continuation when the earlier answer is only written down again', () => {
    const bare = { ...later, followOn: [{ from: ['1'], answer: String.raw`\answer{1}` }] };
    expect(verdictOn('u + 1', bare, earlier('u + 1'))).toMatchObject({ verdict: 'wrong' });
  });

  it('gives what was asked for earlier its new meaning', () => {
    const asked = { ...outer, asked: String.raw`\frac{\partial y}{\partial u}` };
    const symbolic = {
      ...later,
      followOn: [{ from: ['1'], answer: String.raw`\frac{\partial y}{\partial u} \cos(v)` }],
    };
    const grading: Grading = {
      run,
      answerTo: () => ({ question: asked, answer: { latex: 'u + 1' } }),
    };
    expect(verdictOn(String.raw`(u + 1) \cos(v)`, symbolic, grading)).toMatchObject({
      verdict: 'correct',
    });
  });

  it('makes the same mistake after an earlier one cost what it costs alone', () => {
    const asked = { ...outer, asked: String.raw`\frac{\partial y}{\partial u}` };
    const lost = {
      ...later,
      mistakes: [
        {
          answer: String.raw`\frac{\partial y}{\partial u} \sin(v)`,
          name: 'sine',
          feedback: 'Not the sine.',
          points: 3,
        },
      ],
    };
    const grading: Grading = {
      run,
      answerTo: () => ({ question: asked, answer: { latex: 'u + 1' } }),
    };
    const verdict = verdictOn(String.raw`(u + 1) \sin(v)`, lost, grading);
    expect(verdict).toMatchObject({ points: 3, evidence: { mistake: 'sine' } });
    expect(verdict.feedback.join(' ')).toContain('consistent with your answer to 1');
  });

  it('does not run in circles', () => {
    const circular = {
      ...later,
      id: '1',
      followOn: [{ from: ['1'], answer: String.raw`\answer{1} u` }],
    };
    const grading: Grading = {
      run,
      answerTo: () => ({ question: circular, answer: { latex: 'u + 1' } }),
    };
    expect(verdictOn('u + 1', circular, grading)).toMatchObject({ verdict: 'wrong' });
  });
});
