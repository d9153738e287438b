/** Values as YAML takes them, and as the editor's snippets do. */
import { parse } from 'yaml';

/** Texts that YAML would read as something else get single quotes, or those that stand there already. */
export function written(value: string | number | boolean, quote = ''): string {
  const text = String(value);
  if (quote === '"') return JSON.stringify(text);
  const isPlain = typeof value !== 'string' || (quote === '' && readsAsItself(text));
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}

/** What has other signs would need quotes in brackets. */
function readsAsItself(text: string): boolean {
  return /^[\w][\w./-]*$/.test(text) && parse(text) === text;
}

/** A text in a snippet: nothing in it is a placeholder. */
export function literal(text: string): string {
  return text.replaceAll(/[$}\\]/g, '\\$&');
}
