/** The operations of a tensor, each in terms of `derive`: what students call as methods. */
import { describeShape } from '../engine/graph/shape.ts';
import { type Shape } from '../engine/tensor.ts';
import * as arrange from './arrange.ts';
import { type Derivable, type Derivation, type Operand } from './derivation.ts';
import { binary, clamp, matmul, unary } from './elementwise.ts';
import { type Dims, reduce } from './reduce.ts';

export abstract class TensorOperations<T extends TensorOperations<T>> implements Derivable<T> {
  abstract get shape(): Shape;
  abstract derive(inputs: readonly Operand<T>[], made: Derivation): T;
  abstract clone(): T;
  abstract error(name: string, problem: string): Error;
  protected abstract self(): T;
  /** An argument that has to be a tensor; throws for anything else. */
  protected abstract tensor(name: string, value: unknown): T;
  /** An argument that has to be a tensor or a number. */
  protected abstract other(name: string, value: unknown): T | number;
  protected abstract inPlace(name: string, compute: () => T): T;

  #binary(name: Parameters<typeof binary>[0], other: T | number): T {
    return binary(name, this.self(), this.other(name, other));
  }

  #unary(name: Parameters<typeof unary>[0]): T {
    return unary(name, this.self());
  }

  add(other: T | number): T {
    return this.#binary('add', other);
  }

  sub(other: T | number): T {
    return this.#binary('sub', other);
  }

  mul(other: T | number): T {
    return this.#binary('mul', other);
  }

  div(other: T | number): T {
    return this.#binary('div', other);
  }

  pow(other: T | number): T {
    return this.#binary('pow', other);
  }

  maximum(other: T | number): T {
    return this.#binary('maximum', other);
  }

  minimum(other: T | number): T {
    return this.#binary('minimum', other);
  }

  neg(): T {
    return this.#unary('neg');
  }

  sqrt(): T {
    return this.#unary('sqrt');
  }

  exp(): T {
    return this.#unary('exp');
  }

  log(): T {
    return this.#unary('log');
  }

  abs(): T {
    return this.#unary('abs');
  }

  sign(): T {
    return this.#unary('sign');
  }

  sin(): T {
    return this.#unary('sin');
  }

  cos(): T {
    return this.#unary('cos');
  }

  tanh(): T {
    return this.#unary('tanh');
  }

  sigmoid(): T {
    return this.#unary('sigmoid');
  }

  relu(): T {
    return this.#unary('relu');
  }

  square(): T {
    return this.#binary('mul', this.self());
  }

  clamp(min = -Infinity, max = Infinity): T {
    return clamp(this.self(), min, max);
  }

  matmul(other: T): T {
    return matmul('matmul', this.self(), this.tensor('matmul', other));
  }

  mm(other: T): T {
    this.#expectRank('mm', 2, other);
    return matmul('mm', this.self(), this.tensor('mm', other));
  }

  dot(other: T): T {
    this.#expectRank('dot', 1, other);
    return matmul('dot', this.self(), this.tensor('dot', other));
  }

  sum(dim?: Dims, keepdim = false): T {
    return reduce('sum', this.self(), dim, keepdim);
  }

  mean(dim?: Dims, keepdim = false): T {
    return reduce('mean', this.self(), dim, keepdim);
  }

  norm(p: 1 | 2 = 2, dim?: Dims, keepdim = false): T {
    if (p === 1) return this.abs().sum(dim, keepdim);
    const others: number = p;
    if (others !== 2) throw this.error('norm', `p must be 1 or 2, found ${others}`);
    return reduce('norm', this.self(), dim, keepdim);
  }

  reshape(...sizes: arrange.Sizes): T {
    return arrange.reshape('reshape', this.self(), sizes);
  }

  view(...sizes: arrange.Sizes): T {
    return arrange.reshape('view', this.self(), sizes);
  }

  flatten(): T {
    return arrange.reshape('flatten', this.self(), [-1]);
  }

  t(): T {
    if (this.shape.length > 2)
      throw this.error('t', `expected a matrix, found shape ${describeShape(this.shape)}`);
    return this.shape.length < 2 ? this.clone() : arrange.permute('t', this.self(), [1, 0]);
  }

  transpose(dim0: number, dim1: number): T {
    return arrange.transpose(this.self(), dim0, dim1);
  }

  permute(...dims: readonly number[]): T {
    return arrange.permute('permute', this.self(), dims);
  }

  squeeze(dim?: number): T {
    return arrange.squeeze(this.self(), dim);
  }

  unsqueeze(dim: number): T {
    return arrange.unsqueeze(this.self(), dim);
  }

  expand(...sizes: arrange.Sizes): T {
    return arrange.expand(this.self(), sizes);
  }

  select(dim: number, index: number): T {
    return arrange.select('select', this.self(), dim, index);
  }

  narrow(dim: number, start: number, length: number): T {
    return arrange.narrow(this.self(), { name: 'narrow', dim, start, length });
  }

  at(index: number): T {
    return arrange.select('at', this.self(), 0, index);
  }

  add_(other: T | number): T {
    return this.inPlace('add_', () => this.add(other));
  }

  sub_(other: T | number): T {
    return this.inPlace('sub_', () => this.sub(other));
  }

  mul_(other: T | number): T {
    return this.inPlace('mul_', () => this.mul(other));
  }

  div_(other: T | number): T {
    return this.inPlace('div_', () => this.div(other));
  }

  clamp_(min?: number, max?: number): T {
    return this.inPlace('clamp_', () => this.clamp(min, max));
  }

  #expectRank(name: string, rank: number, other: T): void {
    for (const { shape } of [this, this.tensor(name, other)])
      if (shape.length !== rank)
        throw this.error(name, `expected ${rank} dimensions, found shape ${describeShape(shape)}`);
  }
}
