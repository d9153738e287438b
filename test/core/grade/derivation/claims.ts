/** Derivations that state ‖∂y/∂x‖ ≤ d‖w‖₁ at once, without a chain that does the work. */

import { type Written } from './written.ts';

export const CLAIMS: readonly Written[] = [
  {
    name: 'the claim alone',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= d \|w\|_1`,
  },
  {
    name: 'the claim alone, with everything in its reason',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= d \|w\|_1  # triangle inequality, a_j <= 1, |sign| <= 1, sum over i`,
  },
  {
    name: 'the claim alone, otherwise written, with everything in its reason',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_j d |w_j|  # triangle inequality, a_j <= 1, |sign| <= 1, sum over i
      = d \|w\|_1`,
  },
  {
    name: 'twice the claim, with everything in its reason',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      2 \|\frac{\partial y}{\partial x}\|
      <= 2 d \|w\|_1  # triangle inequality, a_j <= 1, |sign| <= 1, sum over i

      \|\frac{\partial y}{\partial x}\|
      <= d \|w\|_1`,
  },
  {
    name: 'facts that nothing is applied to, then the claim at once',
    verdict: 'partial',
    points: 3,
    steps: String.raw`
      |\sum_j w_j a_j| \leq \sum_j |w_j| a_j
      a_j \leq 1
      |\operatorname{sign}(x_i - c_{ij})| \leq 1
      \sum_i 1 = d
      \|\frac{\partial y}{\partial x}\| \leq d \|w\|_1`,
  },
  {
    name: 'facts as lemmas, then the claim at once',
    verdict: 'partial',
    points: 3,
    steps: String.raw`
      a_j \leq 1
      |\operatorname{sign}(x_i - c_{ij})| \leq 1
      |\frac{\partial y}{\partial x_i}| \leq \sum_j |w_j a_j \operatorname{sign}(x_i - c_{ij})|
      \|\frac{\partial y}{\partial x}\| \leq d \|w\|_1`,
  },
  {
    name: 'one component in one step, with its reasons, then the claim at once',
    verdict: 'partial',
    points: 3,
    steps: String.raw`
      |\frac{\partial y}{\partial x_i}|
      <= \|w\|_1  # triangle inequality, |sign| ≤ 1, a_j ≤ 1

      \|\frac{\partial y}{\partial x}\| \leq d \|w\|_1`,
  },
  {
    name: 'the claim alone, otherwise written',
    verdict: 'wrong',
    points: 0,
    steps: String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= d \sum_j |w_j|
      = d \|w\|_1`,
  },
  {
    name: 'two facts as lemmas, and then the claim',
    verdict: 'partial',
    points: 2,
    steps: String.raw`
      0 < a_j \leq 1
      -1 \leq \operatorname{sign}(x_i - c_{ij}) \leq 1

      \|\frac{\partial y}{\partial x}\|
      <= d \|w\|_1`,
  },
];
