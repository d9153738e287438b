/**
 * Exponentials, logarithms, powers and waves of decimals by binary integers, some ten times as fast as by decimals. Numbers are
 * held as integers, in units of 2^-bits; GUARD bits more than the digits need take up what is lost on the way.
 */

import { type Decimal } from 'decimal.js';

type Numbers = typeof Decimal;

const BITS_PER_DIGIT = Math.log2(10);
const GUARD = 120;
/** Of a word in a decimal. */
const WORD_DIGITS = 7;
/** Beyond, more guard would be needed. */
const LARGEST = 10n ** 15n;
const LARGEST_PLACE = 14;
/** A distance from 0 or 1 that the guard still resolves. */
const CLOSEST = 1e-20;
/** The argument of the series is halved so often; the result is squared as often. */
const HALVINGS = 10n;

export class FixedPoint {
  readonly #numbers: Numbers;
  readonly #digits: number;
  readonly #bits: bigint;
  readonly #one: bigint;
  readonly #logTen: bigint;
  readonly #quarter: bigint;

  constructor(numbers: Numbers, digits: number) {
    this.#numbers = numbers;
    this.#digits = digits;
    this.#bits = BigInt(Math.ceil(digits * BITS_PER_DIGIT) + GUARD);
    this.#one = 1n << this.#bits;
    const precise = numbers.clone({ precision: digits + GUARD });
    this.#logTen = this.#fixed(precise.ln(10));
    this.#quarter = this.#fixed(precise.acos(-1).div(2));
  }

  /** eˣ of a finite number. */
  exp(x: Decimal): Decimal {
    return isLarge(x) ? x.exp() : this.#powerOfTen(this.#fixed(x));
  }

  /** sinh x, also of small numbers, where exponentials of few digits would cancel. */
  sinh(x: Decimal): Decimal {
    if (x.abs().lt(CLOSEST)) return x.sinh();
    if (x.abs().gt(1)) return this.exp(x).minus(this.exp(x.neg())).div(2);
    const power = this.#exp(this.#fixed(x));
    return this.#decimal((power - (this.#one << this.#bits) / power) >> 1n, 0);
  }

  /** log x of a finite positive number. */
  log(x: Decimal): Decimal {
    return isNearOne(x) ? x.ln() : this.#decimal(this.#logOf(x), 0);
  }

  /** log(1 + x) of a finite number of at least 0, with all digits of a small x. */
  logOnePlus(x: Decimal): Decimal {
    // log(1 + x) = 2 artanh(x / (2 + x))
    if (x.lt(CLOSEST)) return x.div(x.plus(2)).atanh().times(2);
    return x.gt(1) ? this.log(x.plus(1)) : this.#decimal(this.#log(this.#fixed(x) + this.#one), 0);
  }

  /** The logarithm to a whole base. */
  logTo(base: number, x: Decimal): Decimal {
    if (isNearOne(x)) return x.log(base);
    const ofBase = this.#logOf(new this.#numbers(base));
    return this.#decimal((this.#logOf(x) << this.#bits) / ofBase, 0);
  }

  /** xʸ of finite numbers. */
  power(x: Decimal, y: Decimal): Decimal {
    const isPlain =
      x.isZero() || x.isNegative() || y.isInteger() || y.e > WORD_DIGITS || isNearOne(x);
    if (isPlain) return x.pow(y);
    const exponent = (this.#fixed(y) * this.#logOf(x)) >> this.#bits;
    const isHuge = exponent >> this.#bits > LARGEST || -exponent >> this.#bits > LARGEST;
    return isHuge ? x.pow(y) : this.#powerOfTen(exponent);
  }

  sin(x: Decimal): Decimal {
    return isLarge(x) || x.abs().lt(CLOSEST)
      ? x.sin()
      : this.#decimal(this.#wave(this.#fixed(x), 0n), 0);
  }

  cos(x: Decimal): Decimal {
    return isLarge(x) ? x.cos() : this.#decimal(this.#wave(this.#fixed(x), 1n), 0);
  }

  /** eˣ = 10ᵏ eʳ with a small r */
  #powerOfTen(x: bigint): Decimal {
    const power = nearest(x, this.#logTen);
    return this.#decimal(this.#exp(x - power * this.#logTen), Number(power));
  }

  #logOf(x: Decimal): bigint {
    // between 0.1 and 10 as it is, so that what is near 1 keeps its digits
    const power = x.e === -1 ? 0 : x.e;
    return this.#log(this.#fixed(x.times(`1e${-power}`))) + BigInt(power) * this.#logTen;
  }

  /** The sine of what is so many quarters of a turn further. */
  #wave(x: bigint, quarters: bigint): bigint {
    const turned = nearest(x, this.#quarter);
    const rest = x - turned * this.#quarter;
    const phase = (((turned + quarters) % 4n) + 4n) % 4n;
    const value = this.#alternating(rest, phase % 2n === 0n ? 1n : 0n);
    return phase < 2n ? value : -value;
  }

  /** The series of the sine (first power 1) or of the cosine (0). */
  #alternating(x: bigint, first: bigint): bigint {
    const square = -((x * x) >> this.#bits);
    let term = first === 1n ? x : this.#one;
    let sum = term;
    for (let order = first + 2n; term !== 0n && term !== -1n; order += 2n) {
      term = ((term * square) >> this.#bits) / (order * (order - 1n));
      sum += term;
    }
    return sum;
  }

  #exp(x: bigint): bigint {
    const small = x >> HALVINGS;
    let sum = this.#one;
    let term = this.#one;
    for (let order = 1n; term !== 0n && term !== -1n; order += 1n) {
      term = ((term * small) >> this.#bits) / order;
      sum += term;
    }
    for (let squared = 0n; squared < HALVINGS; squared += 1n) sum = (sum * sum) >> this.#bits;
    return sum;
  }

  /** By Halley’s steps, each of which triples the digits that doubles begin with. */
  #log(x: bigint): bigint {
    const near = Math.log(Number((x * 10n ** 17n) >> this.#bits) / 1e17);
    let found = this.#fixed(new this.#numbers(near));
    for (let known = 15; known < 2 * this.#digits; known *= 3) {
      const power = this.#exp(found);
      found += ((x - power) << (this.#bits + 1n)) / (x + power);
    }
    return found;
  }

  /** Of a number that is not large; one below the last bit is 0. */
  #fixed({ d: words, e: exponent, s: sign }: Decimal): bigint {
    if (-exponent > Number(this.#bits)) return 0n;
    const [first = 0, ...rest] = words;
    const leading = String(first);
    const digits = leading + rest.map((word) => String(word).padStart(WORD_DIGITS, '0')).join('');
    const shift = exponent + 1 - digits.length;
    const whole = BigInt(sign) * BigInt(digits);
    if (shift >= 0) return (whole * 10n ** BigInt(shift)) << this.#bits;
    return (whole << this.#bits) / 10n ** BigInt(-shift);
  }

  /** `value` · 10^`power`, rounded to the digits. */
  #decimal(value: bigint, power: number): Decimal {
    const places = this.#digits + Math.ceil(GUARD / BITS_PER_DIGIT);
    const digits = (value * 10n ** BigInt(places)) >> this.#bits;
    return new this.#numbers(`${digits.toString()}e${power - places}`).plus(0);
  }
}

function isLarge(x: Decimal): boolean {
  return x.e > LARGEST_PLACE;
}

/** So near that the library’s way loses less. */
function isNearOne(x: Decimal): boolean {
  return x.minus(1).abs().lt(CLOSEST);
}

/** The whole number nearest to x / unit. */
function nearest(x: bigint, unit: bigint): bigint {
  const half = unit / 2n;
  return (x < 0n ? x - half : x + half) / unit;
}
