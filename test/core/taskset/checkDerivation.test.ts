import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../support/taskSet.ts';

const HEAD = `format: 1
id: derivations
title: Derivations
language: en
version: 1.0.0
points: 2
tasks: [one]
`;

interface Changes {
  readonly start?: string;
  readonly goal?: string;
  readonly fact?: string;
}

/** The start is on line 5, the goal on line 6, the fact on line 7. */
function problems({
  start = "'|x_1 + x_2|'",
  goal = "'|x_1| + |x_2|'",
  fact = "slackIn: { where: ['x_i = u'], sizes: { d: 2 } }",
}: Changes): string[] {
  const task = `title: One
mathematics: { declare: 'x: vector d; u: scalar' }
questions:
  - { id: a, kind: derivation, title: A, points: 2, prompt: Show it., connected: 1, relation: <=,
      start: ${start},
      goal: ${goal},
      facts: [{ name: triangle, points: 1, feedback: Missing., ${fact} }],
      reference: [{ latex: 'u' }] }
`;
  return problemsOf({ 'taskset.yaml': HEAD, 'one/task.yaml': task });
}

describe('what a derivation is asked for', () => {
  it('is accepted when it can be read', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ fact: 'introduces: d' })).toEqual([]);
  });

  it.each([
    [{ start: "'|x_1 + q|'" }, /:5:.*'q'/],
    [{ goal: "'|x_1| +'" }, /:6:/],
    [{ goal: "'x'" }, /:6:.*vector of size d/],
    [{ fact: "slackIn: { where: ['x_i = v'] }" }, /:7:.*v/],
    [{ fact: "slackIn: { declare: 'x: vektor d' }" }, /:7:.*vektor/],
    [{ fact: 'slackIn: { sizes: { k: 1 } }' }, /:7:.*no size 'k'/],
    [{ fact: 'slackIn: { sizes: { d: 0 } }' }, /:7:/],
    [{ fact: "slackIn: {}, tightIn: [{ where: ['u = x'] }]" }, /:7:.*vector/],
    [{ fact: "introduces: 'd + 1'" }, /:7:.*expected the name of a size/],
  ] as const)('is refused at its line: %j', (changes, expected) => {
    expect(problems(changes)).toEqual([expect.stringMatching(expected)]);
  });
});
