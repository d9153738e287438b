/**
 * The last look before an exam is handed out: does anything that only the author's set says occur in what is packed? It
 * knows nothing of how the copy was made, so that a mistake there does not repeat itself here.
 */

import { parse as parseYaml } from 'yaml';
import { publicTaskSet } from '../../core/taskset/publicTaskSet.ts';
import { type Question, questionsOf, type TaskSet } from '../../core/taskset/taskSet.ts';
import { type ExtensionFiles } from './vsix.ts';

/** Shorter texts, such as `2x`, also occur by chance. */
const SHORTEST = 16;

/** Between texts, so that two of them never read as one. */
const APART = '\0';

/** Fields that a student's copy needs, though no page shows them. */
const HANDED_OUT = new Set([
  'at',
  'axes',
  'checker',
  'checks',
  'declarations',
  'entry',
  'files',
  'handout',
  'inputs',
  'language',
  'model',
  'palette',
  'program',
]);

export interface Leak {
  /** path in the package */
  readonly file: string;
  readonly question: string;
  readonly field: string;
  /** how the secret begins */
  readonly begins: string;
}

interface Secret {
  readonly question: string;
  readonly field: string;
  readonly text: string;
}

/** @param variants of the author's set, with their solutions */
export function leaksIn(variants: readonly TaskSet[], files: ExtensionFiles): Leak[] {
  const open = normal(variants.map(openTextOf).join(APART));
  // what does not vary is the same object in every variant
  const secrets = [...new Set(variants.flatMap(questionsOf))]
    .flatMap(secretsOf)
    .filter(({ text }) => !open.includes(text));
  return [...files].flatMap(([file, bytes]) => {
    const text = readableText(file, bytes);
    return secrets
      .filter((secret) => text.includes(secret.text))
      .map(({ question, field, text: found }) => ({
        file,
        question,
        field,
        begins: found.slice(0, 40),
      }));
  });
}

export function leakText({ file, question, field, begins }: Leak): string {
  return `${file} holds the secret field ${field} of question ${question}: ${begins}`;
}

function secretsOf(question: Question): Secret[] {
  return Object.entries(question)
    .filter(([field]) => !HANDED_OUT.has(field))
    .flatMap(([field, value]) =>
      stringsIn(value)
        .map(normal)
        .filter((text) => text.length >= SHORTEST)
        .map((text) => ({ question: question.id, field, text })),
    );
}

function openTextOf(set: TaskSet): string {
  const programs = questionsOf(set).map((question) =>
    question.kind === 'code' ? [question.files, question.handout, question.checks] : [],
  );
  const letters = questionsOf(set).flatMap(lettersOf);
  return stringsIn([publicTaskSet(set), programs, letters]).join(APART);
}

/** How declared letters are written, not what they stand for: answers are read with them. */
function lettersOf(question: Question): string[] {
  if (!('declarations' in question)) return [];
  return [...question.declarations.symbols.values()].map(({ latex }) => latex);
}

/** As it stands and, where it is data, as it reads: escapes and line breaks hide nothing. */
function readableText(file: string, bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const data = /\.(json|ya?ml)$/i.test(file) ? stringsIn(parsed(text)) : [];
  return normal([text, ...data].join(APART));
}

/** JSON is YAML, too. */
function parsed(text: string): unknown {
  try {
    return parseYaml(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function normal(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
