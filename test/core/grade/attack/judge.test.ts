import { describe, expect, it } from 'vitest';
import {
  type AttackEvidence,
  type AttackTrial,
  judgeAttack,
} from '../../../../src/core/grade/attack/judge.ts';

const TOLERANCES = { iterations: 1000, boundary: 0.3, objective: 0.2 };

/** f(z) = 4 z₁: the boundary is the axis z₁ = 0, and from x = (0.5, 0) it is worth reaching. */
const near: AttackTrial = {
  case: { role: 'near', x: [0.5, 0], t: 1 },
  z: [0.01, 0],
  fz: 0.04,
  iterations: 1000,
  best: { z: [0, 0], objective: 0.25 },
  mistaken: {
    'sign-of-t': [0.5, 0],
    'without-t': [0, 0],
    'only-hinge': [-0.02, 0],
    'not-moved': [0.5, 0],
  },
};

const negative: AttackTrial = {
  ...near,
  case: { role: 'near', x: [-0.5, 0.2], t: -1 },
  z: [-0.01, 0.2],
  fz: -0.04,
  best: { z: [0, 0.2], objective: 0.25 },
  mistaken: {
    'sign-of-t': [-0.5, 0.2],
    'without-t': [-0.5, 0.2],
    'only-hinge': [0.02, 0.2],
    'not-moved': [-0.5, 0.2],
  },
};

const crossed: AttackTrial = {
  ...near,
  case: { role: 'crossed', x: [-0.5, 1], t: 1 },
  z: [-0.5, 1],
  fz: -2,
  best: { z: [-0.5, 1], objective: 0 },
  mistaken: {
    'sign-of-t': [0, 1],
    'without-t': [-0.5, 1],
    'only-hinge': [-0.5, 1],
    'not-moved': [-0.5, 1],
  },
};

const evidence: AttackEvidence = {
  trials: [near, negative, crossed],
  modelUnchanged: true,
  facts: { accumulates: false, inputRequiresGrad: false },
};

/** Replaces z and f(z) of every trial. */
function ending(z: (trial: AttackTrial) => readonly number[]): AttackEvidence {
  const trials = evidence.trials.map((trial) => ({
    ...trial,
    z: z(trial),
    fz: 4 * (z(trial)[0] ?? 0),
  }));
  return { ...evidence, trials };
}

function failed(judged: AttackEvidence) {
  return judgeAttack(judged, TOLERANCES).filter(({ passed }) => !passed);
}

describe('judging an attack', () => {
  it('passes what ends at the best points', () => {
    expect(failed(evidence)).toEqual([]);
  });

  it('passes a last step that lands a little beyond the boundary', () => {
    expect(failed(ending(({ best }) => [(best.z[0] ?? 0) + 0.02, best.z[1] ?? 0]))).toEqual([]);
  });

  it('does not take one point on the boundary for an attack from all points', () => {
    const [boundary] = failed(ending(() => [0, 0.1])).filter(({ check }) => check === 'boundary');
    expect(boundary?.message).toContain('is the same from all 2 points');
    const apart = failed(ending(({ best }) => [0, (best.z[1] ?? 0) / 4]));
    expect(apart.map(({ check }) => check)).not.toContain('boundary');
  });

  it.each(['sign-of-t', 'without-t', 'not-moved'] as const)('names the mistake %s', (mistake) => {
    const findings = failed(ending((trial) => trial.mistaken[mistake]));
    expect(findings.map(({ check }) => check)).toContain('objective');
    expect(findings.every((finding) => finding.mistake === mistake)).toBe(true);
  });

  it('names gradients that add up, and a gradient through x, from what was recorded', () => {
    const lost = ending(() => [3, 3]);
    const accumulating = failed({
      ...lost,
      facts: { accumulates: true, inputRequiresGrad: false },
    });
    expect(accumulating[0]?.mistake).toBe('no-zero-grad');
    const through = failed({ ...lost, facts: { accumulates: false, inputRequiresGrad: true } });
    expect(through[0]?.mistake).toBe('gradient-through-x');
  });

  it('does not punish what was recorded when the values are right', () => {
    expect(failed({ ...evidence, facts: { accumulates: true, inputRequiresGrad: true } })).toEqual(
      [],
    );
  });

  it('fails z that is not finite in every check that reads it', () => {
    const findings = failed(ending(() => [Number.NaN, 0]));
    expect(findings.map(({ check }) => check)).toEqual(['shape', 'boundary', 'objective']);
    expect(findings.at(-1)?.mistake).toBe('not-finite');
  });

  it('says that the learning rate is too large when z jumps around the best points', () => {
    const findings = failed(
      ending(({ best, case: { t } }) => [(best.z[0] ?? 0) + t * 0.15, best.z[1] ?? 0]),
    );
    expect(findings.find(({ check }) => check === 'objective')?.mistake).toBe('step-too-large');
  });

  it('counts the iterations', () => {
    const short = { ...evidence, trials: [{ ...near, iterations: 999 }] };
    expect(failed(short)).toMatchObject([
      { check: 'iterations', message: expect.stringContaining('999') as string },
    ]);
  });

  it('reports an altered model and a wrong shape', () => {
    expect(failed({ ...evidence, modelUnchanged: false }).map(({ check }) => check)).toEqual([
      'model',
    ]);
    const shape = failed({
      ...evidence,
      trials: [{ ...near, z: undefined, fz: Number.NaN }],
      wrongShape: 'wrong',
    });
    expect(shape.map(({ check }) => check)).toEqual(['shape', 'boundary', 'objective']);
  });
});
