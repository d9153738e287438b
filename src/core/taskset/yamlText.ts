/**
 * Reads one YAML file into plain data that remembers its places. Stricter than YAML: no anchors, aliases or tags, no
 * duplicate keys, bounded size and depth; a warning of the reader is a problem.
 */

import {
  type Document,
  LineCounter,
  type Node,
  type ParsedNode,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import { type Result, failure, success } from '../result.ts';
import { type Problem } from './problem.ts';
import { type Place } from './place.ts';

/** characters */
export const LARGEST_YAML = 256 * 1024;
const DEEPEST = 24;
/** One slip in the syntax often causes complaints all the way down: the first ones tell. */
const MOST_COMPLAINTS = 3;

/** From the top: names of fields and numbers of entries. */
export type Path = readonly PropertyKey[];

export interface YamlText {
  readonly value: unknown;
  /** A problem at the value with this path, or at the nearest thing around it that is there. */
  problemAt(path: Path, message: string): Problem;
  placeOf(path: Path): Place;
  /** A problem at the name of a field. */
  problemAtKey(path: Path, message: string): Problem;
  /** A problem at a place inside a text; `offset` counts characters of the text. */
  problemInText(path: Path, offset: number, message: string): Problem;
}

export function readYaml(file: string, text: string): Result<YamlText, Problem[]> {
  if (text.length > LARGEST_YAML) {
    const message = `expected at most ${LARGEST_YAML} characters, found ${text.length}`;
    return failure([{ file, line: 1, column: 1, message }]);
  }
  const lines = new LineCounter();
  const at = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message: cut(message) };
  };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    stringKeys: true,
  });
  const problems = complaintsAbout(document).map(({ offset, message }) =>
    at(offset, message + adviceAt(text, offset)),
  );
  return problems.length > 0 ? failure(problems) : success(placed(document, { text, at }));
}

/** A message may quote what an author wrote, and that may be anything. */
const LONGEST_MESSAGE = 800;

function cut(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  return `${message.slice(0, LONGEST_MESSAGE)}…`;
}

/** A parameter without quotes reads as a map in a map. */
function adviceAt(text: string, offset: number): string {
  const around = text.slice(Math.max(0, offset - 2), offset + 2);
  return around.includes('{{') ? '; a text with {{ }} needs quotes' : '';
}

const TOO_DEEP = `nested more than ${DEEPEST} levels deep`;

interface Complaint {
  readonly offset: number;
  readonly message: string;
}

function complaintsAbout(document: Document.Parsed): Complaint[] {
  const spoken = [...document.errors, ...document.warnings]
    .map(({ pos: [offset], code, message }) => ({
      offset,
      message:
        code === 'MULTIPLE_DOCS' ? 'a second document (---) is not allowed' : firstLine(message),
    }))
    .toSorted((a, b) => a.offset - b.offset);
  // the reader recurses and reports its own overflow as an error
  const overflow = spoken.find(({ message }) => message.includes('call stack'));
  const deep = overflow ?? tooDeep(document);
  if (deep !== undefined) return [{ offset: deep.offset, message: TOO_DEEP }];
  return [...spoken.slice(0, MOST_COMPLAINTS), ...refusals(document)];
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

function tooDeep(document: Document.Parsed): Pick<Complaint, 'offset'> | undefined {
  let found: Pick<Complaint, 'offset'> | undefined;
  visit(document, {
    Node(_key, node, ancestors) {
      // every level of maps has two ancestors: the map and the pair
      if (ancestors.length <= 2 * DEEPEST) return undefined;
      found = { offset: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

function refusals(document: Document.Parsed): Complaint[] {
  const complaints: Complaint[] = [];
  visit(document, {
    Node(_key, node) {
      const message = refusalOf(node);
      if (message !== undefined) complaints.push({ offset: node.range?.[0] ?? 0, message });
    },
  });
  return complaints;
}

function refusalOf(node: Node): string | undefined {
  if (isAlias(node)) return 'aliases (*name) are not allowed: write the value out';
  if (node.anchor !== undefined) return 'anchors (&name) are not allowed';
  return isExplicitTag(node) ? 'tags (!name) are not allowed' : undefined;
}

/** Plain maps, lists and scalars carry no tag of their own when read. */
function isExplicitTag(node: Node): boolean {
  return node.tag !== undefined;
}

interface Source {
  readonly text: string;
  readonly at: (offset: number, message: string) => Problem;
}

function placed(document: Document.Parsed, { text, at }: Source): YamlText {
  const offsetOf = (path: Path) => startOf(nodeAt(document.contents, path));
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    placeOf(path) {
      const { file, line, column } = at(offsetOf(path), '');
      return { file, line, column };
    },
    problemAt: (path, message) => at(offsetOf(path), message),
    problemAtKey: (path, message) => at(keyOffset(document, path) ?? offsetOf(path), message),
    problemInText(path, offset, message) {
      const node = nodeAt(document.contents, path);
      return at(offsetInScalar(node, text, offset) ?? startOf(node), message);
    },
  };
}

type Found = ParsedNode | null | undefined;

function startOf(node: Found): number {
  return node?.range[0] ?? 0;
}

/** The node at the path; the deepest one around it where the path leads nowhere. */
function nodeAt(top: Found, path: Path): Found {
  let node = top;
  for (const step of path) {
    const inner = childOf(node, step);
    if (!inner) return node;
    node = inner;
  }
  return node;
}

function childOf(node: Found, step: PropertyKey): Found {
  if (isMap(node) || isSeq(node)) {
    const child: unknown = node.get(typeof step === 'symbol' ? String(step) : step, true);
    return isNode(child) ? (child as ParsedNode) : undefined; // parsed documents hold parsed nodes only
  }
  return undefined;
}

function keyOffset(document: Document.Parsed, path: Path): number | undefined {
  const map = nodeAt(document.contents, path.slice(0, -1));
  if (!isMap(map)) return undefined;
  const pair = map.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  return isNode(pair?.key) ? pair.key.range[0] : undefined;
}

/** In a literal block (`|`) every line of the text is a line of the file, moved to the right. */
function offsetInScalar(node: Found, text: string, offset: number): number | undefined {
  if (!isScalar(node) || node.type !== 'BLOCK_LITERAL' || typeof node.value !== 'string')
    return undefined;
  const before = node.value.slice(0, offset).split('\n');
  const lines = text.slice(node.range[0]).split('\n');
  const header = lines[0]?.length ?? 0;
  const first = lines.find((line, index) => index > 0 && line.trim() !== '') ?? '';
  const indent = first.length - first.trimStart().length;
  const skipped = lines.slice(1, before.length).reduce((sum, line) => sum + line.length + 1, 0);
  return node.range[0] + header + 1 + skipped + indent + (before.at(-1)?.length ?? 0);
}
