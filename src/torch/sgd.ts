/**
 * Stochastic gradient descent with momentum, Nesterov's momentum, dampening and weight decay: the update rule of
 * torch.optim.SGD. There, momentum's first step takes the gradient whole, without dampening.
 */
import { binary, unary } from './elementwise.ts';
import { LazyTensor } from './lazyTensor.ts';
import { type Session } from './session.ts';
import type { Sgd, SgdOptions, Tensor } from './torch.d.ts';

export class LazySgd implements Sgd {
  lr: number;
  readonly #session: Session;
  readonly #params: readonly LazyTensor[];
  readonly #options: Required<SgdOptions>;
  readonly #buffers = new Map<LazyTensor, LazyTensor>();

  constructor(session: Session, params: readonly Tensor[], options: SgdOptions) {
    this.#session = session;
    this.#params = checkedParams(session, params);
    this.#options = checkedOptions(session, options);
    this.lr = this.#options.lr;
    session.hasOptimizer = true;
  }

  zeroGrad(): void {
    // one call, however many tensors
    const { zeroGradCalls } = this.#session.facts;
    for (const param of this.#params) param.grad = undefined;
    this.#session.facts.zeroGradCalls = zeroGradCalls + 1;
  }

  step(): void {
    this.#session.withoutGradients(() => {
      for (const param of this.#params) this.#move(param);
    });
    this.#session.afterStep(this.#params[0]?.source);
  }

  /** p ← p − lr·g, where g is the gradient with weight decay and momentum. */
  #move(param: LazyTensor): void {
    if (param.grad === undefined) return;
    const { maximize, weightDecay } = this.#options;
    const gradient = maximize ? unary('neg', param.grad) : param.grad;
    const decayed =
      weightDecay === 0 ? gradient : binary('add', gradient, binary('mul', param, weightDecay));
    const step = binary('mul', this.#withMomentum(param, decayed), this.lr);
    param.assign('step', binary('sub', param, step));
  }

  /** b ← µ·b + (1 − τ)·g; with Nesterov g + µ·b, else b. */
  #withMomentum(param: LazyTensor, gradient: LazyTensor): LazyTensor {
    const { momentum, dampening, nesterov } = this.#options;
    if (momentum === 0) return gradient;
    const last = this.#buffers.get(param);
    const damped = dampening === 0 ? gradient : binary('mul', gradient, 1 - dampening);
    const buffer =
      last === undefined ? gradient : binary('add', binary('mul', last, momentum), damped);
    this.#buffers.set(param, buffer);
    return nesterov ? binary('add', gradient, binary('mul', buffer, momentum)) : buffer;
  }
}

function checkedParams(session: Session, params: readonly Tensor[]): readonly LazyTensor[] {
  const found: unknown = params;
  if (!Array.isArray(found) || found.length === 0)
    throw session.error('SGD', 'expected a list of tensors, as in new optim.SGD([z], { lr: 0.1 })');
  return found.map((param: unknown, i) => {
    if (!(param instanceof LazyTensor)) throw session.error('SGD', `params[${i}] is no tensor`);
    if (!param.isLeaf)
      throw session.error(
        'SGD',
        `params[${i}] is computed from other tensors; only leaves can be optimised`,
      );
    return param;
  });
}

function checkedOptions(session: Session, given: SgdOptions): Required<SgdOptions> {
  const options = {
    momentum: 0,
    dampening: 0,
    weightDecay: 0,
    nesterov: false,
    maximize: false,
    ...given,
  };
  for (const name of ['lr', 'momentum', 'weightDecay'] as const)
    if (!(options[name] >= 0))
      throw session.error(
        'SGD',
        `${name} must be a number that is not negative, found ${options[name]}`,
      );
  if (options.nesterov && (options.momentum <= 0 || options.dampening !== 0))
    throw session.error('SGD', 'nesterov needs a momentum, and no dampening');
  return options;
}
