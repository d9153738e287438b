/** Bytes of an .onnx file → `Model`. Only the form is checked here; what a model may contain is `guard.ts`'s business. */
import { fromBinary } from '@bufbuild/protobuf';
import { getTextEncoding } from '@bufbuild/protobuf/wire';
import { type Dimension } from '../trace/program.ts';
import { type Constant, constantOf, elementTypeOf } from './constant.ts';
import {
  type Attribute,
  type Attributes,
  type Graph,
  type Model,
  type Node,
  type ValueInfo,
} from './model.ts';
import {
  type AttributeProto,
  AttributeProto_AttributeType as Kind,
  type GraphProto,
  ModelProtoSchema,
  type NodeProto,
  type TensorProto,
  TensorProto_DataLocation,
  type ValueInfoProto,
} from './proto/onnx_pb.js';

/** Throws when the bytes are no ONNX model or when it keeps tensors in other files. */
export function readModel(bytes: Uint8Array): Model {
  const proto = parse(bytes);
  if (proto.graph === undefined) throw new Error('not an ONNX model: it has no graph');
  if (proto.functions.length > 0)
    throw new Error('the model defines functions of its own; export it with them inlined');
  const own = proto.opsetImport.find(({ domain }) => isOwnDomain(domain));
  return {
    irVersion: Number(proto.irVersion),
    opset: Number(own?.version ?? 0n),
    graph: readGraph(proto.graph),
  };
}

function parse(bytes: Uint8Array) {
  try {
    return fromBinary(ModelProtoSchema, bytes);
  } catch (cause) {
    throw new Error('not an ONNX model: the file cannot be read as one', { cause });
  }
}

const isOwnDomain = (domain: string): boolean => domain === '' || domain === 'ai.onnx';

function readGraph(proto: GraphProto): Graph {
  if (proto.sparseInitializer.length > 0) throw new Error('sparse tensors are not supported');
  return {
    name: proto.name,
    nodes: proto.node.map(readNode),
    constants: new Map(proto.initializer.map((tensor) => [tensor.name, readTensor(tensor)])),
    inputs: proto.input.map(readValueInfo),
    outputs: proto.output.map(readValueInfo),
  };
}

function readNode(proto: NodeProto): Node {
  return {
    op: proto.opType,
    domain: isOwnDomain(proto.domain) ? '' : proto.domain,
    name: proto.name,
    inputs: proto.input,
    outputs: proto.output,
    attributes: readAttributes(proto),
  };
}

function readAttributes(node: NodeProto): Attributes {
  return Object.fromEntries(
    node.attribute.map((attribute) => [
      attribute.name,
      readAttribute(attribute, `node ${node.name || node.opType}, attribute ${attribute.name}`),
    ]),
  );
}

const { decodeUtf8 } = getTextEncoding();

type Reader = (proto: AttributeProto, where: string) => Attribute;

const readers: Partial<Record<Kind, Reader>> = {
  [Kind.INT]: ({ i }) => ({ kind: 'int', value: Number(i) }),
  [Kind.FLOAT]: ({ f }) => ({ kind: 'float', value: f }),
  [Kind.STRING]: ({ s }) => ({ kind: 'string', value: decodeUtf8(s) }),
  [Kind.INTS]: ({ ints }) => ({ kind: 'ints', value: ints.map(Number) }),
  [Kind.FLOATS]: ({ floats }) => ({ kind: 'floats', value: floats }),
  [Kind.STRINGS]: ({ strings }) => ({
    kind: 'strings',
    value: strings.map((bytes) => decodeUtf8(bytes)),
  }),
  [Kind.TENSOR]: ({ t }, where) => {
    if (t === undefined) throw new Error(`${where}: the tensor is missing`);
    return { kind: 'tensor', value: readTensor(t) };
  },
  [Kind.GRAPH]: ({ g }, where) => {
    if (g === undefined) throw new Error(`${where}: the graph is missing`);
    return { kind: 'graph', value: readGraph(g) };
  },
};

function readAttribute(proto: AttributeProto, where: string): Attribute {
  const read = readers[proto.type];
  if (read === undefined)
    throw new Error(`${where}: attributes of type ${proto.type} are not supported`);
  return read(proto, where);
}

function readValueInfo(proto: ValueInfoProto): ValueInfo {
  const value = proto.type?.value;
  if (value?.case !== 'tensorType') throw new Error(`${proto.name}: only tensors are supported`);
  return {
    name: proto.name,
    type: value.value.elemType,
    shape: value.value.shape?.dim.map(({ value: dim }, axis): Dimension => {
      if (dim.case === 'dimValue') return Number(dim.value);
      return dim.case === 'dimParam' && dim.value !== '' ? dim.value : `${proto.name}_${axis}`;
    }),
  };
}

function readTensor(proto: TensorProto): Constant {
  const where = `tensor ${proto.name}`;
  if (proto.dataLocation === TensorProto_DataLocation.EXTERNAL || proto.externalData.length > 0)
    throw new Error(`${where} is kept in another file; save the model with its weights inside`);
  const type = elementTypeOf(proto.dataType, where);
  const shape = proto.dims.map(Number);
  return constantOf(
    type,
    shape,
    proto.rawData.length > 0 ? proto.rawData : typedBytes(proto, type),
  );
}

/** Tensors may also be stored as typed lists; those become bytes here. */
function typedBytes(proto: TensorProto, type: Constant['type']): Uint8Array {
  const { int32Data: small } = proto;
  const lists: Record<Constant['type'], () => ArrayBuffer> = {
    float32: () => Float32Array.from(proto.floatData).buffer,
    float64: () => Float64Array.from(proto.doubleData).buffer,
    int64: () => BigInt64Array.from(proto.int64Data).buffer,
    uint64: () => BigUint64Array.from(proto.uint64Data).buffer,
    uint32: () => Uint32Array.from(proto.uint64Data, Number).buffer,
    int32: () => Int32Array.from(small).buffer,
    uint8: () => Uint8Array.from(small).buffer,
    int8: () => Int8Array.from(small).buffer,
    bool: () => Uint8Array.from(small).buffer,
    uint16: () => Uint16Array.from(small).buffer,
    int16: () => Int16Array.from(small).buffer,
    float16: () => Uint16Array.from(small).buffer,
    bfloat16: () => Uint16Array.from(small).buffer,
  };
  return new Uint8Array(lists[type]());
}
