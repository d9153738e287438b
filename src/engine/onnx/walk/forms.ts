/** The messages of an ONNX model as far as they are accepted: what lies in which field, and what must not be there. */

/** What a field holds. */
export type FieldForm =
  /** a message of its own */
  | { readonly is: 'message'; readonly form: FormName }
  /** UTF-8 that people or programs read by name */
  | { readonly is: 'text' }
  /** a text that names an operator */
  | { readonly is: 'operator' }
  /** bytes that are only passed on */
  | { readonly is: 'bytes' }
  | { readonly is: 'number' }
  /** many numbers, one after the other or packed */
  | { readonly is: 'numbers'; readonly bytes: 4 | 8 | 'varint' }
  /** the size of a tensor along one axis */
  | { readonly is: 'sizes' }
  /** a sentence on why it is not accepted; `{node}` stands for the node around, `{name}` for the tensor's name */
  | { readonly is: 'refused'; readonly why: string };

export type FormName =
  | 'model'
  | 'graph'
  | 'node'
  | 'attribute'
  | 'tensor'
  | 'value'
  | 'type'
  | 'tensorType'
  | 'shape'
  | 'dimension'
  | 'operatorSet'
  | 'entry'
  | 'annotation';

const message = (form: FormName): FieldForm => ({ is: 'message', form });
const refused = (why: string): FieldForm => ({ is: 'refused', why });
const text: FieldForm = { is: 'text' };
const bytes: FieldForm = { is: 'bytes' };
const number: FieldForm = { is: 'number' };
const numbers = (size: 4 | 8 | 'varint'): FieldForm => ({ is: 'numbers', bytes: size });

const FUNCTIONS = 'the model defines functions of its own; export it with them inlined';
const CONTROL = '{node}: control flow inside a model is not accepted';
const SPARSE = 'sparse tensors are not supported';
const ELSEWHERE = 'tensor {name} is kept in another file; save the model with its weights inside';
const ONLY_TENSORS = 'only tensors are supported as values, no sequences, maps or optional values';

/** Field number → form. Fields that are not listed are skipped, as protobuf does. */
export const FORMS: Readonly<Record<FormName, Readonly<Record<number, FieldForm>>>> = {
  model: {
    1: number,
    2: text,
    3: text,
    4: text,
    5: number,
    6: text,
    7: message('graph'),
    8: message('operatorSet'),
    14: message('entry'),
    20: refused('models that describe their training are not supported'),
    25: refused(FUNCTIONS),
  },
  graph: {
    1: message('node'),
    2: text,
    5: message('tensor'),
    10: text,
    11: message('value'),
    12: message('value'),
    13: message('value'),
    14: message('annotation'),
    15: refused(SPARSE),
    16: message('entry'),
  },
  node: {
    1: text,
    2: text,
    3: text,
    4: { is: 'operator' },
    5: message('attribute'),
    6: text,
    7: text,
    8: text,
    9: message('entry'),
  },
  attribute: {
    1: text,
    2: numbers(4),
    3: number,
    4: bytes,
    5: message('tensor'),
    6: refused(CONTROL),
    7: numbers(4),
    8: numbers('varint'),
    9: bytes,
    10: refused('{node}: attributes that are lists of tensors are not supported'),
    11: refused(CONTROL),
    13: text,
    14: refused('{node}: attributes that are types are not supported'),
    15: refused('{node}: attributes that are types are not supported'),
    20: number,
    21: refused(FUNCTIONS),
    22: refused(SPARSE),
    23: refused(SPARSE),
  },
  tensor: {
    1: { is: 'sizes' },
    2: number,
    3: refused('tensor {name} is only a part of a tensor'),
    4: numbers(4),
    5: numbers('varint'),
    6: refused('tensor {name} holds text; only numbers are supported'),
    7: numbers('varint'),
    8: text,
    9: bytes,
    10: numbers(8),
    11: numbers('varint'),
    12: text,
    13: refused(ELSEWHERE),
    14: number,
    16: message('entry'),
  },
  value: { 1: text, 2: message('type'), 3: text, 4: message('entry') },
  type: {
    1: message('tensorType'),
    4: refused(ONLY_TENSORS),
    5: refused(ONLY_TENSORS),
    6: text,
    7: refused(ONLY_TENSORS),
    8: refused(ONLY_TENSORS),
    9: refused(ONLY_TENSORS),
  },
  tensorType: { 1: number, 2: message('shape') },
  shape: { 1: message('dimension') },
  dimension: { 1: number, 2: text, 3: text },
  operatorSet: { 1: text, 2: number },
  entry: { 1: text, 2: text },
  annotation: { 1: text, 2: message('entry') },
};
