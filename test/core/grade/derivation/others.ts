/** Other derivations of machine-learning courses: the question as its author writes it, and answers to it. */

import { type WrittenTask } from '../../../../src/core/math/derivation/readTask.ts';
import { type Written } from './written.ts';

export interface Derived {
  readonly name: string;
  readonly declare: string;
  readonly where: readonly string[];
  /** every fact, and the connection, earns one point */
  readonly task: Omit<WrittenTask, 'factsPerStep'>;
  readonly answers: readonly Written[];
}

const SOFTMAX: Derived = {
  name: 'the derivative of the cross-entropy of a softmax',
  declare: String.raw`
    z: vector K; p: vector K; y: vector K simplex; E: scalar; k: index K
    \frac{\partial E}{\partial z}: vector K; \frac{\partial E}{\partial p}: vector K
    \frac{\partial p}{\partial z}: matrix K K`,
  where: [
    String.raw`p_k = \frac{\exp(z_k)}{\sum_{l=1}^K \exp(z_l)}`,
    String.raw`\frac{\partial E}{\partial p_j} = -\frac{y_j}{p_j}`,
    String.raw`\frac{\partial p_j}{\partial z_k} = p_j (1_{j=k} - p_k)`,
    String.raw`\frac{\partial E}{\partial z_k} = \sum_{j=1}^K \frac{\partial E}{\partial p_j} \frac{\partial p_j}{\partial z_k}`,
  ],
  task: {
    start: String.raw`\frac{\partial E}{\partial z_k}`,
    relation: '=',
    goal: 'p_k - y_k',
    facts: [
      {
        name: 'chain rule',
        slackIn: { declare: String.raw`\frac{\partial E}{\partial z}: vector K`, where: [] },
        reasons: ['chain rule'],
      },
      {
        name: 'derivative of the loss',
        slackIn: { declare: String.raw`\frac{\partial E}{\partial p}: vector K`, where: [] },
        reasons: ['loss'],
      },
      {
        name: 'derivative of the softmax',
        slackIn: { declare: String.raw`\frac{\partial p}{\partial z}: matrix K K`, where: [] },
        reasons: ['softmax'],
      },
      { name: 'sum of y', slackIn: { declare: 'y: vector K', where: [] }, reasons: ['y sums to'] },
    ],
  },
  answers: [
    {
      name: 'one fact a step',
      verdict: 'correct',
      points: 5,
      steps: String.raw`
        \frac{\partial E}{\partial z_k}
        = \sum_j \frac{\partial E}{\partial p_j} \frac{\partial p_j}{\partial z_k}
        = -\sum_j \frac{y_j}{p_j} \frac{\partial p_j}{\partial z_k}
        = -\sum_j \frac{y_j}{p_j} p_j (1_{j=k} - p_k)
        = -\sum_j y_j 1_{j=k} + p_k \sum_j y_j
        = -y_k + p_k`,
    },
    {
      name: 'Kronecker’s delta, in plain text',
      verdict: 'correct',
      points: 5,
      steps: `
        dE/dz_k = sum_j dE/dp_j * dp_j/dz_k
        = sum_j -y_j/p_j * p_j*(δ_jk - p_k)
        = -y_k + sum_j y_j p_k
        = p_k - y_k`,
    },
    {
      name: 'two facts a step, from right to left',
      verdict: 'correct',
      points: 5,
      steps: String.raw`
        p_k - y_k
        = p_k \sum_j y_j - y_k
        = -\sum_j y_j (1_{j=k} - p_k)
        = \sum_j \frac{\partial E}{\partial p_j} \frac{\partial p_j}{\partial z_k}
        = \frac{\partial E}{\partial z_k}`,
    },
    {
      name: 'the term of j = k apart',
      verdict: 'correct',
      points: 5,
      steps: String.raw`
        \frac{\partial E}{\partial z_k}
        = \sum_j \frac{\partial E}{\partial p_j} \frac{\partial p_j}{\partial z_k}
        = -\frac{y_k}{p_k} p_k (1 - p_k) + \sum_{j \neq k} \frac{y_j}{p_j} p_j p_k
        = -y_k + y_k p_k + p_k \sum_{j \neq k} y_j
        = -y_k + p_k \sum_j y_j
        = p_k - y_k`,
    },
    {
      name: 'a sign lost on the way',
      verdict: 'partial',
      points: 3,
      steps: String.raw`
        \frac{\partial E}{\partial z_k}
        = \sum_j \frac{\partial E}{\partial p_j} \frac{\partial p_j}{\partial z_k}
        = \sum_j \frac{y_j}{p_j} \frac{\partial p_j}{\partial z_k}
        = \sum_j y_j (1_{j=k} - p_k)
        = y_k - p_k`,
    },
    {
      name: 'stopped before the end',
      verdict: 'partial',
      points: 3,
      steps: String.raw`
        \frac{\partial E}{\partial z_k}
        = \sum_j \frac{\partial E}{\partial p_j} \frac{\partial p_j}{\partial z_k}
        = -\sum_j y_j (1_{j=k} - p_k)`,
    },
    {
      name: 'the claim alone',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`
        \frac{\partial E}{\partial z_k}
        = p_k - y_k`,
    },
    {
      name: 'start and goal apart',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`
        \frac{\partial E}{\partial z_k} = \frac{\partial E}{\partial z_k}
        p_k - y_k = -y_k + p_k`,
    },
  ],
};

const LOGSUMEXP: Derived = {
  name: 'the log-sum-exp between the maximum and the maximum plus log n',
  declare: 'z: vector n; k: index n',
  where: [],
  task: {
    start: String.raw`\max_k z_k`,
    relation: '<=',
    goal: String.raw`\max_k z_k + \log n`,
    facts: [
      {
        name: 'positive terms',
        slackIn: { declare: 'u: scalar', where: ['z_k = u'] },
        tightIn: [{ declare: 'u: scalar', where: ['z_k = u'], sizes: { n: 1 } }],
        reasons: ['positive'],
      },
      { name: 'n terms', introduces: 'n', reasons: ['n terms'] },
    ],
  },
  answers: [
    {
      name: 'from left to right',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \max_k z_k
        = \log \exp(\max_k z_k)
        <= \log \sum_{k=1}^n \exp(z_k)
        <= \log(n \exp(\max_k z_k))
        = \log n + \max_k z_k`,
    },
    {
      name: 'a lemma of exponentials first',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \exp(\max_k z_k) \leq \sum_k \exp(z_k) \leq n \exp(\max_k z_k)

        \max_k z_k = \log(\exp(\max_k z_k)) \leq \log(\sum_k \exp(z_k))
        <= \log n + \max_k z_k`,
    },
    {
      name: 'from right to left, with a shift',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \max_k z_k + \log n
        = \max_k z_k + \log \sum_{k=1}^n 1
        >= \max_k z_k + \log \sum_{k=1}^n \exp(z_k - \max_l z_l)
        = \log \sum_k \exp(z_k)
        >= \max_k z_k`,
    },
    {
      name: 'the wrong count',
      verdict: 'partial',
      points: 1,
      steps: String.raw`
        \max_k z_k
        <= \log \sum_{k=1}^n \exp(z_k)
        <= \log(2 \exp(\max_k z_k))
        <= \max_k z_k + \log n`,
    },
    {
      name: 'the claim alone',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`\max_k z_k \leq \max_k z_k + \log n`,
    },
  ],
};

const CAUCHY: Derived = {
  name: 'an inner product and two norms',
  declare: 'x, w: vector d; i: index d',
  where: [],
  task: {
    start: '|x^T w|',
    relation: '<=',
    goal: String.raw`\|x\| \|w\|`,
    facts: [
      {
        name: 'triangle inequality',
        slackIn: { declare: 'x, w: vector d ±1', where: [] },
        tightIn: [{ declare: 'x, w: vector d ±1', where: [], sizes: { d: 1 } }],
        reasons: ['triangle'],
      },
      {
        name: 'Cauchy and Schwarz',
        slackIn: { declare: 'x, w: vector d positive', where: [] },
        tightIn: [{ declare: 'x, w: vector d positive', where: ['w_i = x_i'] }],
        reasons: ['Cauchy'],
      },
    ],
  },
  answers: [
    {
      name: 'by components',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        |x^T w|
        = \left|\sum_i x_i w_i\right|
        <= \sum_i |x_i| |w_i|
        <= \sqrt{\sum_i x_i^2} \sqrt{\sum_i w_i^2}
        = \|x\| \|w\|`,
    },
    {
      name: 'from above',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \|x\|_2 \|w\|_2 \geq \sum_i |x_i w_i|
        >= |\sum_i x_i w_i|`,
    },
    {
      name: 'the claim by name',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`
        |x^\top w|
        <= \|x\| \|w\|  # triangle inequality and Cauchy–Schwarz`,
    },
    {
      name: 'the claim in other words, by name',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        |x^\top w|
        = |\sum_i x_i w_i|
        <= \sqrt{\sum_i x_i^2} \sqrt{\sum_i w_i^2}  # triangle inequality and Cauchy–Schwarz
        = \|x\| \|w\|`,
    },
    {
      name: 'the claim in other words, without a name',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`
        |x^\top w|
        = |\sum_i x_i w_i|
        <= \sqrt{\sum_i x_i^2} \sqrt{\sum_i w_i^2}
        = \|x\| \|w\|`,
    },
    {
      name: 'halfway, and the other half',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`
        |x^T w|
        <= \frac{1}{2} (|x^T w| + \|x\| \|w\|)
        <= \|x\| \|w\|`,
    },
    {
      name: 'one step that uses both, towards a bound of its own',
      verdict: 'partial',
      points: 2,
      steps: String.raw`
        |x^T w|
        <= \frac{1}{2} \left(\|x\|^2 + \|w\|^2\right)`,
    },
    {
      name: 'a norm that is too small',
      verdict: 'partial',
      points: 1,
      steps: String.raw`
        |x^T w|
        <= \sum_i |x_i| |w_i|
        <= \|x\| \max_i |w_i|
        <= \|x\| \|w\|`,
    },
    {
      name: 'the claim alone',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`|x^T w| \le \|x\| \|w\|`,
    },
  ],
};

const ELBO: Derived = {
  name: 'a lower bound of the evidence',
  declare: 'p: vector K positive; q: vector K simplex; k: index K',
  where: [],
  task: {
    start: String.raw`\log \sum_{k=1}^K p_k`,
    relation: '>=',
    goal: String.raw`\sum_{k=1}^K q_k \log p_k - \sum_{k=1}^K q_k \log q_k`,
    facts: [
      {
        name: 'Jensen',
        slackIn: { where: [] },
        tightIn: [{ where: [], sizes: { K: 1 } }],
        reasons: ['Jensen', 'concave'],
      },
      {
        name: 'logarithm of a quotient',
        slackIn: { where: [String.raw`\log(u) = u`] },
        tightIn: [{ where: [], sizes: { K: 1 } }],
        reasons: ['quotient'],
      },
    ],
  },
  answers: [
    {
      name: 'by importance weights',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \log \sum_k p_k
        = \log \sum_k q_k \frac{p_k}{q_k}
        >= \sum_k q_k \log \frac{p_k}{q_k}
        = \sum_k q_k (\log p_k - \log q_k)
        = \sum_k q_k \log p_k - \sum_k q_k \log q_k`,
    },
    {
      name: 'from the bound upwards',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \sum_k q_k \log p_k - \sum_k q_k \log q_k
        = \sum_k q_k \log \frac{p_k}{q_k}
        <= \log \sum_k q_k \frac{p_k}{q_k}
        = \log \sum_k p_k`,
    },
    {
      name: 'Jensen the wrong way round',
      verdict: 'partial',
      points: 1,
      steps: String.raw`
        \log \sum_k p_k
        = \log \sum_k q_k \frac{p_k}{q_k}
        <= \sum_k q_k \log \frac{p_k}{q_k}
        = \sum_k q_k \log p_k - \sum_k q_k \log q_k`,
    },
    {
      name: 'by a divergence',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \log \sum_k p_k
        >= \log \sum_k p_k + \sum_k q_k \log \frac{p_k}{q_k \sum_l p_l}
        = \sum_k q_k \log p_k - \sum_k q_k \log q_k`,
    },
    {
      name: 'both at once',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`
        \log \sum_k p_k
        = \log \sum_k q_k \frac{p_k}{q_k}
        >= \sum_k q_k \log p_k - \sum_k q_k \log q_k`,
    },
  ],
};

const MEANS: Derived = {
  name: 'the geometric and the arithmetic mean',
  declare: 'a, b: scalar positive',
  where: [],
  task: {
    start: String.raw`\sqrt{ab}`,
    relation: '<=',
    goal: String.raw`\frac{a+b}{2}`,
    facts: [
      {
        name: 'a square',
        slackIn: { where: [] },
        tightIn: [{ where: ['a = b'] }],
        reasons: ['square'],
      },
    ],
  },
  answers: [
    {
      name: 'by a square',
      verdict: 'correct',
      points: 2,
      steps: String.raw`
        \sqrt{ab}
        = \frac{a+b}{2} - \frac{1}{2} (\sqrt{a} - \sqrt{b})^2
        <= \frac{a+b}{2}`,
    },
    {
      name: 'from above, strictly',
      verdict: 'correct',
      points: 2,
      steps: String.raw`
        \frac{a+b}{2}
        = \frac{1}{2} (\sqrt{a} - \sqrt{b})^2 + \sqrt{ab}
        > \sqrt{ab}`,
    },
    {
      name: 'a false square',
      verdict: 'partial',
      points: 1,
      steps: String.raw`
        \sqrt{ab}
        = \frac{a+b}{2} - (\sqrt{a} - \sqrt{b})^2
        <= \frac{a+b}{2}`,
    },
    {
      name: 'the claim alone',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`\sqrt{ab} \leq \frac{a+b}{2}`,
    },
  ],
};

const NORMS: Derived = {
  name: 'the 1-norm by the 2-norm',
  declare: 'x: vector d; i: index d',
  where: [],
  task: {
    start: String.raw`\|x\|_1`,
    relation: '<=',
    goal: String.raw`\sqrt{d} \|x\|_2`,
    facts: [
      {
        name: 'Cauchy and Schwarz',
        slackIn: { where: [] },
        tightIn: [{ declare: 'u: scalar', where: ['x_i = u'] }],
        reasons: ['Cauchy'],
      },
      { name: 'd ones', introduces: 'd', reasons: ['ones'] },
    ],
  },
  answers: [
    {
      name: 'with a vector of ones',
      verdict: 'correct',
      points: 3,
      steps: String.raw`
        \|x\|_1
        = \sum_{i=1}^d |x_i| \cdot 1
        <= \sqrt{\sum_{i=1}^d x_i^2} \sqrt{\sum_{i=1}^d 1}
        = \|x\|_2 \sqrt{d}`,
    },
    {
      name: 'without the root',
      verdict: 'partial',
      points: 1,
      steps: String.raw`
        \|x\|_1
        <= \sqrt{\sum_{i=1}^d x_i^2} \sqrt{\sum_{i=1}^d 1}
        = d \|x\|_2`,
    },
    {
      name: 'the claim alone',
      verdict: 'wrong',
      points: 0,
      steps: String.raw`\|x\|_1 \leq \sqrt{d} \|x\|_2`,
    },
  ],
};

export const OTHER_DERIVATIONS: readonly Derived[] = [
  SOFTMAX,
  LOGSUMEXP,
  CAUCHY,
  ELBO,
  MEANS,
  NORMS,
];
