/** The letters of a question that is answered in mathematics, or with labels that are. */

import { type Declarations, NO_DECLARATIONS } from '../math/declarations.ts';
import { type DeclarationComplaint, readDeclarations } from '../math/read/readDeclarations.ts';
import { type Source } from './questionSource.ts';
import { type Path } from './yamlText.ts';

/** The kinds whose questions declare letters. */
export type MathematicsKind = 'expression' | 'derivation' | 'drawing' | 'diagram';

export function offered({ authored: { palette } }: Source<MathematicsKind>) {
  return palette === undefined ? {} : { palette };
}

/** The task's letters and the question's own; every problem at the text that it is in. */
export function lettersOf(source: Source<MathematicsKind>): Declarations {
  const { authored, path, files, mathematics, decimalComma } = source;
  const own = authored.mathematics;
  const places = [
    { path: ['mathematics'] as Path, written: mathematics },
    { path: [...path, 'mathematics'], written: own },
  ];
  const read = readDeclarations(
    places.flatMap(({ written }) => written?.declare ?? []).join('\n'),
    {
      where: places.flatMap(({ written }) => written?.where ?? []),
      norm: own?.norm ?? mathematics?.norm ?? 2,
      decimalComma,
    },
  );
  if (read.ok) return read.value;
  for (const complaint of read.error) {
    const at = places
      .map((place) => placeOf(place, complaint))
      .find((found) => found !== undefined);
    files.complain(at ?? [...path, 'mathematics'], wordsOf(complaint));
  }
  // the set is refused anyway
  return NO_DECLARATIONS;
}

interface WrittenAt {
  readonly path: Path;
  readonly written: Source<MathematicsKind>['mathematics'];
}

function placeOf({ path, written }: WrittenAt, { source }: DeclarationComplaint): Path | undefined {
  const equation = written?.where?.findIndex((each) => each.includes(source)) ?? -1;
  if (equation >= 0) return [...path, 'where', equation];
  return written?.declare.includes(source) === true ? [...path, 'declare'] : undefined;
}

function wordsOf({ message, source }: DeclarationComplaint): string {
  return `in '${source.slice(0, 120)}': ${message}`;
}
