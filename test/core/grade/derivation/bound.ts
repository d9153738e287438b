/** Derivations of ‖∂y/∂x‖ ≤ d‖w‖₁ as people write them: what each has to earn of 5 points. */

import { CLAIMS } from './claims.ts';
import { type Written } from './written.ts';

const RIGHT: readonly Omit<Written, 'verdict'>[] = [
  {
    name: 'component first, then the sum',
    steps: String.raw`
      \left|\frac{\partial y}{\partial x_i}\right|
      = \left|-\sum_{j=1}^h w_j a_j \operatorname{sign}(x_i - c_{ij})\right|
      <= \sum_{j=1}^h |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|  # triangle inequality
      <= \sum_{j=1}^h |w_j|  # a_j is at most 1, and so is the sign
      = \|w\|_1

      \left\|\frac{\partial y}{\partial x}\right\|
      <= \sum_{i=1}^d \left|\frac{\partial y}{\partial x_i}\right|
      <= \sum_{i=1}^d \|w\|_1
      = d \|w\|_1`,
  },
  {
    name: 'a single chain in the 1-norm',
    steps: String.raw`
      \left\|\frac{\partial y}{\partial x}\right\|_1
      = \sum_{i=1}^d \left|\sum_{j=1}^h w_j a_j \operatorname{sign}(x_i - c_{ij})\right|
      <= \sum_{i=1}^d \sum_{j=1}^h |w_j| |a_j| |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_{i=1}^d \sum_{j=1}^h |w_j| |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_{i=1}^d \sum_{j=1}^h |w_j|
      = d \sum_{j=1}^h |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'a single chain, plain text',
    steps: `
      ||dy/dx||
      <= sum_i |sum_j w_j a_j sign(x_i - c_ij)|
      <= sum_i sum_j |w_j| a_j |sign(x_i - c_ij)|
      <= sum_i sum_j |w_j| a_j
      <= sum_i sum_j |w_j|
      = d ||w||_1`,
  },
  {
    name: 'from right to left',
    steps: String.raw`
      d \|w\|_1
      = \sum_i \|w\|_1
      = \sum_i \sum_j |w_j|
      >= \sum_i \sum_j |w_j| a_j
      >= \sum_i \sum_j |w_j| a_j |\operatorname{sgn}(x_i - c_{ij})|
      >= \sum_i |\sum_j w_j a_j \operatorname{sgn}(x_i - c_{ij})|
      >= \|\frac{\partial y}{\partial x}\|`,
  },
  {
    name: 'the sign first, and with equality',
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}|
      <= \sum_j |w_j a_j \operatorname{sign}(x_i - c_{ij})|
      = \sum_j |w_j| a_j
      <= \|w\|_1

      \|\frac{\partial y}{\partial x}\|
      <= \sum_i |\frac{\partial y}{\partial x_i}|
      <= d \|w\|_1`,
  },
  {
    name: '2-norm by the root',
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}| \le \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})| \le \sum_j |w_j|

      \|\frac{\partial y}{\partial x}\|
      = \sqrt{\sum_i (\frac{\partial y}{\partial x_i})^2}
      <= \sqrt{\sum_i \|w\|_1^2}
      = \sqrt{d} \|w\|_1
      <= d \|w\|_1`,
  },
  {
    name: '2-norm by the largest component',
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}|
      <= \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_j |w_j|

      \|\frac{\partial y}{\partial x}\|_2
      <= \sqrt{d} \max_i |\frac{\partial y}{\partial x_i}|
      <= \sqrt{d} \|w\|_1
      <= d \|w\|_1`,
  },
  {
    name: 'd times the largest component',
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\| \leq d \max_i |\frac{\partial y}{\partial x_i}|
      <= d \max_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= d \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'steps that begin with their relation',
    steps: String.raw`
      \le \sum_i |\frac{\partial y}{\partial x_i}|
      \le \sum_i \sum_j |w_j a_j \operatorname{sign}(x_i - c_{ij})|
      \le \sum_i \sum_j |w_j|
      = d\|w\|_1`,
  },
  {
    name: 'exponentials written out',
    steps: String.raw`
      \left|\frac{\partial y}{\partial x_i}\right|
      = \left|\sum_j w_j e^{-\sum_k |x_k - c_{kj}|} \operatorname{sign}(x_i - c_{ij})\right|
      <= \sum_j |w_j| e^{-\sum_k |x_k - c_{kj}|} |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_j |w_j| |\operatorname{sign}(x_i - c_{ij})|
      <= \|w\|_1

      \left\|\frac{\partial y}{\partial x}\right\|
      <= \sum_i \left|\frac{\partial y}{\partial x_i}\right|
      <= \sum_i \|w\|_1
      = d \|w\|_1`,
  },
  {
    name: 'the sign as a quotient',
    steps: String.raw`
      \left|\frac{\partial y}{\partial x_i}\right|
      = \left|\sum_j w_j a_j \frac{x_i - c_{ij}}{|x_i - c_{ij}|}\right|
      <= \sum_j |w_j| a_j \left|\frac{x_i - c_{ij}}{|x_i - c_{ij}|}\right|
      <= \sum_j |w_j| a_j
      <= \sum_j |w_j|

      \left\|\frac{\partial y}{\partial x}\right\|
      <= \sum_i \left|\frac{\partial y}{\partial x_i}\right|
      <= \sum_i \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'one component in a chain, then the claim at once',
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}|
      <= \sum_j |w_j a_j \operatorname{sign}(x_i - c_{ij})|
      <= \sum_j |w_j| a_j
      <= \|w\|_1

      \|\frac{\partial y}{\partial x}\| \leq d \|w\|_1`,
  },
  {
    name: 'one component in one step, with its reasons, then the sum over components',
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}|
      <= \|w\|_1  # triangle inequality, |sign| ≤ 1, a_j ≤ 1

      \|\frac{\partial y}{\partial x}\|
      <= \sum_i |\frac{\partial y}{\partial x_i}|
      <= d \|w\|_1`,
  },
  {
    name: 'one component written out, in two chains that meet, then the claim at once',
    steps: String.raw`
      \sum_j |w_j a_j| \leq \sum_j |w_j|

      |\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})|
      <= \sum_j |w_j a_j \operatorname{sign}(x_i - c_{ij})|
      <= \sum_j |w_j a_j|

      \|\frac{\partial y}{\partial x}\| \leq d \|w\|_1`,
  },
  {
    name: 'everything in one step, with its reasons',
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j|  # triangle inequality, |sign| ≤ 1, a_j ≤ 1
      = d \|w\|_1`,
  },
  {
    name: 'the derivative as a chain rule',
    steps: String.raw`
      \left|\frac{\partial y}{\partial x_i}\right|
      = \left|\sum_j \frac{\partial y}{\partial a_j} \frac{\partial a_j}{\partial z_{ij}} \frac{\partial z_{ij}}{\partial x_i}\right|
      <= \sum_j |w_j| |a_j| |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_j |w_j|

      \left\|\frac{\partial y}{\partial x}\right\|
      <= \sum_i \left|\frac{\partial y}{\partial x_i}\right|
      <= \sum_i \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'the largest a_j drawn out',
    steps: String.raw`
      \left\|\frac{\partial y}{\partial x}\right\|
      <= \sum_i \left|\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})\right|
      <= \sum_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= d \sum_j |w_j| a_j
      <= d \max_j a_j \sum_j |w_j|
      <= d \|w\|_1`,
  },
  {
    name: 'strict where it is not',
    steps: String.raw`
      \left\|\frac{\partial y}{\partial x}\right\|
      <= \sum_i \sum_j |w_j a_j \operatorname{sign}(x_i - c_{ij})|
      < \sum_i \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'reasons behind the mathematics',
    steps: String.raw`
      \left\|\frac{\partial y}{\partial x}\right\| \le \sum_i \left|\frac{\partial y}{\partial x_i}\right|
      <= \sum_i \sum_j |w_j| a_j \quad \text{(triangle inequality, } |\operatorname{sign}| \le 1)
      <= \sum_i \sum_j |w_j| \text{ because } a_j \leq 1
      = d \|w\|_1 \text{ for all } x`,
  },
  {
    name: 'another order of the sums',
    steps: String.raw`
      \left\|\frac{\partial y}{\partial x}\right\|
      <= \sum_{i=1}^d \left|\sum_{j=1}^h w_j a_j \operatorname{sign}(x_i - c_{ij})\right|
      <= \sum_{j=1}^h \sum_{i=1}^d |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      = \sum_{j=1}^h |w_j| a_j \sum_{i=1}^d |\operatorname{sign}(x_i - c_{ij})|
      <= d \sum_{j=1}^h |w_j| a_j
      <= d \sum_{j=1}^h |w_j|`,
  },
  {
    name: 'signs of print',
    steps: `
      ‖∂y/∂x‖ ≤ Σ_i |∂y/∂x_i|
      ≤ Σ_i Σ_j |w_j| a_j |sign(x_i − c_ij)|
      ≤ Σ_i Σ_j |w_j|
      = d‖w‖₁`,
  },
  {
    name: 'the gradient as nabla, its square first',
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}| \le \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})| \le \|w\|_1

      \|\nabla_x y\|_2^2 = \sum_i |\frac{\partial y}{\partial x_i}|^2
      <= \sum_i \|w\|_1^2
      = d \|w\|_1^2
      <= d^2 \|w\|_1^2

      \|\nabla_x y\|_2 \le d \|w\|_1`,
  },
  {
    name: 'begun after the first step',
    steps: String.raw`
      \sum_i |\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})|
      <= \sum_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= d \sum_j |w_j| a_j
      <= d \|w\|_1`,
  },
];

const OTHERS: readonly Written[] = [
  {
    name: 'the same on both sides',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      = \|\frac{\partial y}{\partial x}\|`,
  },
  {
    name: 'beyond the goal',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= d \|w\|_1
      <= d \|w\|_1 + 1`,
  },
  {
    name: 'far beyond and back',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= 10^9 d \|w\|_1
      >= d \|w\|_1`,
  },
  {
    name: 'halfway between start and goal',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \frac{1}{2} \|\frac{\partial y}{\partial x}\| + \frac{1}{2} d \|w\|_1
      <= d \|w\|_1`,
  },
  {
    name: 'a factor d that cancels',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      = \frac{d}{d} \|\frac{\partial y}{\partial x}\|
      <= d \|w\|_1`,
  },
  {
    name: 'a leap to the double sum',
    verdict: 'partial',
    points: 1,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'a leap with one of its reasons',
    verdict: 'correct',
    points: 5,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j|  # by the triangle inequality
      = d \|w\|_1`,
  },
  {
    name: 'true remarks that show nothing',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      |w_1| \leq \|w\|_1
      w_1 \leq |w_1|
      1 \leq d
      0 \leq \|w\|_1
      \|\frac{\partial y}{\partial x}\| \leq 2 \|\frac{\partial y}{\partial x}\|`,
  },
  {
    name: 'two facts as lemmas, and then the third',
    verdict: 'correct',
    points: 5,
    steps: String.raw`
      a_j \leq 1
      |\operatorname{sign}(x_i - c_{ij})| \leq 1

      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'one component only',
    verdict: 'partial',
    points: 3,
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}|
      <= \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_j |w_j| a_j
      <= \|w\|_1`,
  },
  {
    name: 'the triangle inequality as an equation',
    verdict: 'partial',
    points: 3,
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}|
      = \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \|w\|_1

      \|\frac{\partial y}{\partial x}\|
      <= \sum_i |\frac{\partial y}{\partial x_i}|
      <= d \|w\|_1`,
  },
  {
    name: 'the absolute values of the weights forgotten',
    verdict: 'partial',
    points: 3,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j w_j a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_i \sum_j |w_j| a_j
      <= \sum_i \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'the factor d forgotten',
    verdict: 'partial',
    points: 3,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_i \sum_j |w_j| a_j
      <= \sum_i \sum_j |w_j|
      = \|w\|_1`,
  },
  {
    name: 'the wrong direction',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      >= d \|w\|_1`,
  },
  {
    name: 'a false remark beside a proof',
    verdict: 'partial',
    points: 4,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_i \sum_j |w_j| a_j
      <= \sum_i \sum_j |w_j|
      = d \|w\|_1

      \|w\|_1 = 2 \|w\|_1`,
  },
  {
    name: 'two chains that do not meet',
    verdict: 'partial',
    points: 4,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|

      \sum_j |w_j| a_j
      <= \sum_j |w_j|

      d \|w\|_1
      = \sum_i \sum_j |w_j|
      >= \sum_i \sum_j |w_j| |\operatorname{sign}(x_i - c_{ij})|`,
  },
  {
    name: 'a bracket that is not closed',
    verdict: 'invalid',
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i (\sum_j |w_j|`,
  },
  {
    name: 'a vector and a number',
    verdict: 'invalid',
    steps: String.raw`
      \frac{\partial y}{\partial x}
      <= d \|w\|_1`,
  },
  { name: 'nothing', verdict: 'unanswered', points: 0, steps: '' },
];

export const BOUNDS: readonly Written[] = [
  ...RIGHT.map((right) => ({ ...right, verdict: 'correct' as const, points: 5 })),
  ...CLAIMS,
  ...OTHERS,
];
