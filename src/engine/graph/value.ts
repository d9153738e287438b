/** Values of a graph that is being built: a name in the ONNX file, and what is known without running it. */
import { type Constant } from '../onnx/constant.ts';
import { type Attributes } from '../onnx/model.ts';
import { type DType, type Shape } from '../tensor.ts';

/** One use of an operator, as the reverse pass reads it. */
export interface Call {
  readonly op: string;
  readonly inputs: readonly (Value | undefined)[];
  readonly outputs: readonly Value[];
  readonly attributes: Attributes;
  /** no gradient flows through, as after `detach()` */
  readonly stopsGradient: boolean;
  /** where it comes from, for messages: a student's line or a model's node */
  readonly at: string | undefined;
}

/**
 * Two values may share a name (equal calls are emitted once) and still be different to the reverse pass, as a leaf and
 * its clone are: it goes by the object.
 */
export class Value {
  readonly name: string;
  readonly type: DType;
  /** the value itself where it is stored in the model */
  readonly constant: Constant | undefined;
  /** how it was computed; undefined for inputs and constants */
  call: Call | undefined;
  readonly #shape: Shape | undefined;

  constructor(
    name: string,
    type: DType,
    known: { readonly shape: Shape | undefined; readonly constant?: Constant },
  ) {
    this.name = name;
    this.type = type;
    this.#shape = known.shape;
    this.constant = known.constant;
  }

  /** Throws when the shape is only known once the model runs. */
  get shape(): Shape {
    if (this.#shape === undefined)
      throw new Error(`the shape of ${this.name} is only known when the model runs`);
    return this.#shape;
  }

  /** The same value, told what shape it has. */
  withShape(shape: Shape): Value {
    const told = new Value(this.name, this.type, { shape });
    told.call = this.call;
    return told;
  }

  get shapeIfKnown(): Shape | undefined {
    return this.#shape;
  }
}
