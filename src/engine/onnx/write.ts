/** `Model` → bytes of an .onnx file. */
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { getTextEncoding } from '@bufbuild/protobuf/wire';
import { type Constant, elementTypes } from './constant.ts';
import { type Attribute, type Graph, type Model, type Node, type ValueInfo } from './model.ts';
import {
  type AttributeProtoSchema,
  AttributeProto_AttributeType as Kind,
  type GraphProtoSchema,
  ModelProtoSchema,
  type NodeProtoSchema,
  type TensorProtoSchema,
  type ValueInfoProtoSchema,
} from './proto/onnx_pb.js';

export function writeModel(model: Model): Uint8Array {
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: BigInt(model.irVersion),
      producerName: 'exambench',
      opsetImport: [{ domain: '', version: BigInt(model.opset) }],
      graph: graphProto(model.graph),
    }),
  );
}

function graphProto(graph: Graph): MessageInitShape<typeof GraphProtoSchema> {
  return {
    name: graph.name,
    node: graph.nodes.map(nodeProto),
    initializer: [...graph.constants].map(([name, constant]) => tensorProto(name, constant)),
    input: graph.inputs.map(valueInfoProto),
    output: graph.outputs.map(valueInfoProto),
  };
}

function nodeProto(node: Node): MessageInitShape<typeof NodeProtoSchema> {
  return {
    opType: node.op,
    domain: node.domain,
    name: node.name,
    input: [...node.inputs],
    output: [...node.outputs],
    attribute: Object.entries(node.attributes).map(([name, attribute]) => ({
      name,
      ...attributeProto(attribute),
    })),
  };
}

const { encodeUtf8 } = getTextEncoding();

type AttributeShape = MessageInitShape<typeof AttributeProtoSchema>;

type Writer<K extends Attribute['kind']> = (
  value: Extract<Attribute, { kind: K }>['value'],
) => AttributeShape;

const writers: { [K in Attribute['kind']]: Writer<K> } = {
  int: (value) => ({ type: Kind.INT, i: BigInt(value) }),
  float: (value) => ({ type: Kind.FLOAT, f: value }),
  string: (value) => ({ type: Kind.STRING, s: encodeUtf8(value) }),
  ints: (value) => ({ type: Kind.INTS, ints: value.map(BigInt) }),
  floats: (value) => ({ type: Kind.FLOATS, floats: [...value] }),
  strings: (value) => ({ type: Kind.STRINGS, strings: value.map((text) => encodeUtf8(text)) }),
  tensor: (value) => ({ type: Kind.TENSOR, t: tensorProto('', value) }),
  graph: (value) => ({ type: Kind.GRAPH, g: graphProto(value) }),
};

function attributeProto(attribute: Attribute): AttributeShape {
  // The table pairs each kind with its own value; TypeScript cannot follow that through an index.
  const write = writers[attribute.kind] as (value: Attribute['value']) => AttributeShape;
  return write(attribute.value);
}

function tensorProto(name: string, constant: Constant): MessageInitShape<typeof TensorProtoSchema> {
  return {
    name,
    dataType: elementTypes[constant.type],
    dims: constant.shape.map(BigInt),
    rawData: constant.bytes,
  };
}

function valueInfoProto(info: ValueInfo): MessageInitShape<typeof ValueInfoProtoSchema> {
  const dim = info.shape?.map((size) => ({
    value:
      typeof size === 'number'
        ? { case: 'dimValue' as const, value: BigInt(size) }
        : { case: 'dimParam' as const, value: size },
  }));
  const shape = dim === undefined ? {} : { shape: { dim } };
  return {
    name: info.name,
    type: { value: { case: 'tensorType', value: { elemType: info.type, ...shape } } },
  };
}
