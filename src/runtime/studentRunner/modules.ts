/**
 * Loads the student's files from memory as modules. Types are stripped as data, nothing of theirs configures it, and
 * the only other thing that can be imported is `exambench/torch`.
 */
import { createRequire, registerHooks } from 'node:module';
import { transformSync } from 'amaro';
import { ProgramError } from './failures.ts';
import { fileOf, placeOf, urlOf, urlOfTorch } from './place.ts';

const torchSpecifier = 'exambench/torch';
const torchHandle = '__exambenchTorch';

type Files = Readonly<Record<string, string>>;

interface Hooks {
  deregister(): void;
}

/** Of the program before. */
let hooks: Hooks | undefined;

/** The exports of `entry`. `torch`: the exports that `exambench/torch` has for these files. */
export function loadModules(files: Files, entry: string, torch: object): Record<string, unknown> {
  const sources = new Map(Object.entries(files).map(([file, text]) => [file, strip(file, text)]));
  Object.defineProperty(globalThis, torchHandle, { value: torch, configurable: true });
  hooks?.deregister();
  hooks = registerHooks({
    resolve: (specifier, context, next) => {
      const importer = fileOf(context.parentURL);
      if (importer === undefined && fileOf(specifier) === undefined)
        return next(specifier, context);
      const url = resolveImport(specifier, importer, files);
      return { url, format: 'module', shortCircuit: true };
    },
    load: (url, context, next) => {
      const source = url === urlOfTorch() ? torchSource(torch) : sources.get(fileOf(url) ?? '');
      if (source === undefined) return next(url, context);
      return { format: 'module', source, shortCircuit: true };
    },
  });
  const require = createRequire(import.meta.url);
  return { ...(require(urlOf(entry)) as Record<string, unknown>) };
}

function strip(file: string, source: string): string {
  try {
    return transformSync(source, { mode: 'strip-only', filename: file }).code;
  } catch (error) {
    throw syntaxError(file, error);
  }
}

interface StripFailure {
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

function syntaxError(file: string, error: unknown): ProgramError {
  // amaro throws plain objects of this form, which its types do not say
  const { message, startLine, startColumn } = error as Partial<StripFailure>;
  const place = startLine === undefined ? file : `${file}:${startLine}:${(startColumn ?? 0) + 1}`;
  return new ProgramError('syntax', message ?? String(error), place);
}

function resolveImport(specifier: string, importer: string | undefined, files: Files): string {
  if (importer === undefined) return specifier;
  if (specifier === torchSpecifier) return urlOfTorch();
  if (/^\.\.?\//.test(specifier)) return resolveFile(specifier, importer, files);
  throw new ProgramError(
    'syntax',
    `'${specifier}' cannot be imported here: only '${torchSpecifier}' and your own files can`,
    placeOfImport(specifier, importer, files),
  );
}

/** As TypeScript resolves: `./rows`, `./rows.ts` and `./rows.js` all mean the file rows.ts. */
function resolveFile(specifier: string, importer: string, files: Files): string {
  const file = fileOf(new URL(specifier, urlOf(importer)).href) ?? specifier;
  const candidates = [file, `${file}.ts`, file.replace(/\.js$/, '.ts')];
  const found = candidates.find((candidate) => Object.hasOwn(files, candidate));
  if (found !== undefined) return urlOf(found);
  throw new ProgramError(
    'syntax',
    `'${specifier}' is none of your files: ${Object.keys(files).join(', ')}`,
    placeOfImport(specifier, importer, files),
  );
}

function placeOfImport(specifier: string, importer: string, files: Files): string | undefined {
  const quoted = specifier.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return placeOf(importer, files[importer] ?? '', new RegExp(`['"\`]${quoted}['"\`]`));
}

/** A module that hands on the exports it is given, and takes the way to them away. */
function torchSource(torch: object): string {
  const names = Object.keys(torch).join(', ');
  return `const torch = globalThis.${torchHandle}; delete globalThis.${torchHandle}; export const { ${names} } = torch;`;
}
