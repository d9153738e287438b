/** Completion, hovers, ways to definitions, outline and folding in the YAML files of task sets. Nothing is loaded before it is asked for. */
import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type Disposable,
  DocumentSymbol,
  FoldingRange,
  Hover,
  languages,
  type LocationLink,
  MarkdownString,
  type Position,
  Range,
  SnippetString,
  SymbolKind,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { Suggestion, Suggestions } from '../../../core/taskset/authoring/complete.ts';
import type { Part } from '../../../core/taskset/authoring/outline.ts';
import { viewOf } from './viewOf.ts';

const FILES = { language: 'yaml', scheme: 'file', pattern: '**/{taskset,task}.yaml' };

/** A space and a dash begin what has a value or an entry. */
const TRIGGERS = [' ', '-', ':', "'", '"', '/', '{', '['];

const core = async () => await import('../../assessment.ts');

export function yamlLanguage(): Disposable[] {
  return [
    languages.registerCompletionItemProvider(
      FILES,
      { provideCompletionItems: completions },
      ...TRIGGERS,
    ),
    languages.registerHoverProvider(FILES, { provideHover: hover }),
    languages.registerDefinitionProvider(FILES, { provideDefinition: definition }),
    languages.registerDocumentSymbolProvider(
      FILES,
      { provideDocumentSymbols: symbols },
      { label: 'Exambench' },
    ),
    languages.registerFoldingRangeProvider(FILES, { provideFoldingRanges: folds }),
  ];
}

async function completions(
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<CompletionList | undefined> {
  const found = await viewOf(document);
  if (found === undefined || token.isCancellationRequested) return undefined;
  const { completionsAt } = await core();
  const suggestions = completionsAt(found.view, document.offsetAt(position));
  return suggestions && new CompletionList(shown(document, suggestions), false);
}

function shown(document: TextDocument, { start, end, items }: Suggestions): CompletionItem[] {
  const range = rangeIn(document, { start, end });
  const quote = /^["']/.exec(document.getText(range))?.[0] ?? '';
  return items.map((item, place) => {
    const shown = new CompletionItem(
      { label: item.label, description: item.detail },
      KINDS[item.kind],
    );
    shown.range = range;
    shown.insertText = new SnippetString(item.insert);
    shown.keepWhitespace = true;
    shown.filterText = quote + item.label;
    shown.sortText = String(place).padStart(5, '0');
    if (item.description !== '') shown.documentation = new MarkdownString(item.description);
    if (isOpen(item)) shown.command = { command: 'editor.action.triggerSuggest', title: '' };
    return shown;
  });
}

const KINDS: { readonly [K in Suggestion['kind']]: CompletionItemKind } = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  block: CompletionItemKind.Snippet,
  name: CompletionItemKind.Reference,
};

/** A name of a field in a map of names: its value comes next. */
function isOpen({ kind, insert }: Suggestion): boolean {
  return kind === 'name' && insert.endsWith(': ');
}

async function hover(document: TextDocument, position: Position): Promise<Hover | undefined> {
  const found = await viewOf(document);
  if (found === undefined) return undefined;
  const { explanationAt } = await core();
  const explanation = explanationAt(found.view, document.offsetAt(position));
  if (explanation === undefined) return undefined;
  return new Hover(new MarkdownString(explanation.text), rangeIn(document, explanation));
}

async function definition(
  document: TextDocument,
  position: Position,
): Promise<LocationLink[] | undefined> {
  const found = await viewOf(document);
  if (found === undefined) return undefined;
  const { targetAt } = await core();
  const target = targetAt(found.view, document.offsetAt(position));
  if (target === undefined) return undefined;
  const targetUri = Uri.joinPath(found.folder, target.file);
  const targetRange = await rangeAt(targetUri, target.offset);
  return [{ originSelectionRange: rangeIn(document, target), targetUri, targetRange }];
}

/** Pictures and models, which are no texts, are shown from their beginning. */
async function rangeAt(file: Uri, offset: number): Promise<Range> {
  if (offset === 0) return new Range(0, 0, 0, 0);
  const document = await workspace.openTextDocument(file);
  const start = document.positionAt(offset);
  return document.getWordRangeAtPosition(start) ?? new Range(start, start);
}

async function symbols(document: TextDocument): Promise<DocumentSymbol[] | undefined> {
  const found = await viewOf(document);
  if (found === undefined) return undefined;
  const { outlineOf } = await core();
  return outlineOf(found.view).map((part) => symbol(document, part));
}

const SYMBOLS: { readonly [W in Part['what']]: SymbolKind } = {
  task: SymbolKind.File,
  question: SymbolKind.Class,
  part: SymbolKind.Array,
  entry: SymbolKind.Field,
};

function symbol(document: TextDocument, part: Part): DocumentSymbol {
  const whole = rangeIn(document, part);
  const named = rangeIn(document, { start: part.nameStart, end: part.nameEnd });
  const shown = new DocumentSymbol(part.name, part.detail, SYMBOLS[part.what], whole, named);
  shown.children = part.parts.map((inner) => symbol(document, inner));
  return shown;
}

async function folds(document: TextDocument): Promise<FoldingRange[] | undefined> {
  if ((await viewOf(document)) === undefined) return undefined;
  const { foldsOf } = await core();
  return foldsOf(document.getText()).map(([first, last]) => new FoldingRange(first, last));
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

function rangeIn(document: TextDocument, { start, end }: Offsets): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
