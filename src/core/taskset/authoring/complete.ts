/** What may be written where the cursor is. */
import { QUESTION_KINDS } from '../../answer/answer.ts';
import { fieldsOf, fitting, formsAt, formsOf, textOf, valuesOf } from './expected.ts';
import { explained, KINDS, secrecyOf } from './explained.ts';
import { type Schema, schemaOf } from './formatSchema.ts';
import { keysAt, namesAt } from './references.ts';
import { formatOf, type SetView } from './setView.ts';
import { fieldSnippet, type Layout, mapSnippet, valueSnippet } from './skeleton.ts';
import { type Sketch } from './sketch.ts';
import { type Spot, spotAt } from './spot.ts';
import { literal, written } from './written.ts';

export interface Suggestion {
  readonly kind: 'field' | 'value' | 'block' | 'name';
  readonly label: string;
  readonly detail: string;
  /** Markdown */
  readonly description: string;
  /** a snippet whose further lines are indented as they have to be */
  readonly insert: string;
}

export interface Suggestions {
  /** offsets of what is replaced */
  readonly start: number;
  readonly end: number;
  /** the best first */
  readonly items: readonly Suggestion[];
}

export function completionsAt(view: SetView, offset: number): Suggestions | undefined {
  const spot = spotAt(view.text, offset);
  if (spot === undefined) return undefined;
  const items = suggestionsFor(new Site(view, spot));
  const isApart = spot.tight ? ' ' : '';
  return {
    start: spot.start,
    end: offset + restOf(view.text.slice(offset), spot.quote),
    items: items.map((item) => ({ ...item, insert: isApart + item.insert })),
  };
}

/** As far as the word goes that the cursor stands in, with its quote. */
function restOf(after: string, quote: string): number {
  const word = /^[\w./-]*/.exec(after)?.[0].length ?? 0;
  return quote !== '' && after.charAt(word) === quote ? word + 1 : word;
}

/** Where something is suggested. */
class Site {
  readonly view: SetView;
  readonly spot: Spot;
  /** what may stand there: of a name that is typed, the forms of its map */
  readonly forms: readonly Schema[];

  constructor(view: SetView, spot: Spot) {
    this.view = view;
    this.spot = spot;
    this.forms = formsAt(schemaOf(formatOf(view)), spot.steps);
  }

  get layout(): Layout {
    return { column: this.spot.column, flow: this.spot.sketch.flow };
  }

  /** Names of the fields that lead here. */
  get trail(): readonly string[] {
    return this.spot.steps.flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  }

  get question(): Sketch | undefined {
    const { steps, role, sketch } = this.spot;
    return steps[2]?.within ?? (role === 'key' ? sketch : undefined);
  }
}

function suggestionsFor(site: Site): readonly Suggestion[] {
  const { role, sketch, steps, fresh, column } = site.spot;
  if (role === 'key') return keySuggestions(site, sketch);
  if (role === 'item') return dashed(entrySuggestions(site, site.forms, column + 2));
  const owner = steps.at(-1);
  const lists = site.forms.filter(({ type }) => type === 'array');
  if (lists.length > 0 && typeof owner?.key === 'string') {
    const others = valueSuggestions(site, site.forms);
    return [...(fresh ? entriesOf(site, lists) : listSuggestions(site, lists)), ...others];
  }
  if (fresh && !sketch.flow) return entrySuggestions(site, site.forms, column);
  return [...valueSuggestions(site, site.forms), ...mapSuggestions(site)];
}

/** Fields that are missing in this map, and answers that it may name. */
function keySuggestions(site: Site, map: Sketch): readonly Suggestion[] {
  const forms = fitting(site.forms, map);
  const isOwn = ({ start }: { readonly start: number }) => start === site.spot.start;
  const others = map.entries.filter((entry) => !isOwn(entry));
  const present = new Set(others.map(({ key }) => key));
  const names = keysAt(site.view, site.spot.steps).map(({ name, detail }) =>
    suggested('name', name, detail, `${literal(written(name, site.spot.quote))}: `),
  );
  const isEmpty = others.length === 0 && !map.flow;
  const blocks = isEmpty ? blockSuggestions(forms, site.layout) : [];
  return [...blocks, ...fieldSuggestions(site, forms, present), ...names];
}

function fieldSuggestions(
  site: Site,
  forms: readonly Schema[],
  present: ReadonlySet<string | number>,
): readonly Suggestion[] {
  const { marked } = site.spot;
  const kind = textOf(site.question, 'kind');
  return fieldsOf(forms)
    .filter(({ name }) => !present.has(name))
    .map((field) => {
      const { name, schemas, required } = field;
      const secrecy = secrecyOf([...site.trail, name], kind);
      return {
        kind: 'field',
        label: name,
        detail: required ? 'required' : '',
        description: explained(schemas, required, secrecy),
        insert: marked ? name : fieldSnippet(field, site.layout),
      };
    });
}

/** An entry of a list, or the value of a field on a line of its own. */
function entrySuggestions(
  site: Site,
  forms: readonly Schema[],
  column: number,
): readonly Suggestion[] {
  const layout = { column, flow: false };
  const maps = forms.filter(({ properties }) => properties !== undefined);
  const fields = fieldsOf(maps).map((field) => ({
    ...suggested(
      'field',
      field.name,
      field.required ? 'required' : '',
      fieldSnippet(field, layout),
    ),
    description: explained(field.schemas, field.required, ''),
  }));
  return [...valueSuggestions(site, forms), ...blockSuggestions(maps, layout), ...fields];
}

function entriesOf(site: Site, lists: readonly Schema[]): readonly Suggestion[] {
  return dashed(entrySuggestions(site, itemForms(lists), site.spot.column + 2));
}

function itemForms(lists: readonly Schema[]): readonly Schema[] {
  return lists.flatMap(({ items = {} }) => formsOf('length' in items ? (items[0] ?? {}) : items));
}

function dashed(items: readonly Suggestion[]): readonly Suggestion[] {
  return items.map((item) => ({ ...item, label: `- ${item.label}`, insert: `- ${item.insert}` }));
}

/** Behind the colon of a field that is a list. */
function listSuggestions(site: Site, lists: readonly Schema[]): readonly Suggestion[] {
  const items = itemForms(lists);
  const single = valueSuggestions(site, items);
  if (single.length > 0)
    return single.map((item) => ({
      ...item,
      label: `[${item.label}]`,
      insert: `[${item.insert}]`,
    }));
  return wholeValue(site, lists);
}

/** Behind the colon of a field that is a map. */
function mapSuggestions(site: Site): readonly Suggestion[] {
  const maps = site.forms.filter(({ properties }) => properties !== undefined);
  if (maps.length <= 1) return wholeValue(site, maps);
  const layout = { column: site.spot.column, flow: true };
  return blockSuggestions(maps, layout);
}

/** All that a field needs, below it. */
function wholeValue(site: Site, forms: readonly Schema[]): readonly Suggestion[] {
  const owner = site.spot.steps.at(-1);
  const [form] = forms;
  if (form === undefined || typeof owner?.key !== 'string' || site.spot.typed !== '') return [];
  const layout = { column: Math.max(owner.within.column, 0), flow: owner.within.flow };
  const insert = valueSnippet(owner.key, forms, layout).replace(/^ /, '');
  const label = form.type === 'array' ? 'a first entry' : (form.required ?? []).join(', ');
  return [{ ...suggested('block', label, '', insert), description: explained([form], false, '') }];
}

/** Whole maps, one for each form. */
function blockSuggestions(forms: readonly Schema[], layout: Layout): readonly Suggestion[] {
  return forms.flatMap((form) => {
    const { required = [], properties = {} } = form;
    if (required.length < 2) return [];
    const kind = forms.length > 1 ? String(properties['kind']?.const) : undefined;
    const label = kind === undefined ? required.join(', ') : `kind: ${kind}`;
    const about = suggested('block', label, 'with all that it needs', mapSnippet(form, layout));
    return [{ ...about, description: meaningOf(kind) }];
  });
}

function meaningOf(kind: string | undefined): string {
  const known = QUESTION_KINDS.find((each) => each === kind);
  return known === undefined ? '' : KINDS[known];
}

/** Values that are few, and names of what is there. */
function valueSuggestions(site: Site, forms: readonly Schema[]): readonly Suggestion[] {
  const { view, spot } = site;
  const { quote, steps, root } = spot;
  const isKind = steps.at(-1)?.key === 'kind';
  const values = valuesOf(forms).map((value) => ({
    ...suggested('value', String(value), '', literal(written(value, quote))),
    ...(isKind ? kindBesides(site, String(value)) : {}),
  }));
  const names = namesAt(view, root, { steps, forms }) ?? [];
  const unique = new Map(names.map((each) => [each.name, each]));
  return [
    ...values,
    ...[...unique.values()].map(({ name, detail }) =>
      suggested('name', name, detail, literal(written(name, quote))),
    ),
  ];
}

/** A kind that is the only field brings all others that it needs. */
function kindBesides(site: Site, kind: string): Partial<Suggestion> {
  const description = meaningOf(kind);
  const { steps, quote } = site.spot;
  const map = steps.at(-1)?.within;
  const form = site.forms.length > 0 ? formWith(site, kind) : undefined;
  if (form === undefined || map === undefined || map.flow || map.entries.length > 1)
    return { description };
  const others = mapSnippet(form, { column: map.column, flow: false }, ['kind']);
  if (others === '') return { description };
  const insert = `${written(kind, quote)}\n${' '.repeat(map.column)}${others}`;
  return { description, detail: 'with all that it needs', insert };
}

function formWith({ view, spot }: Site, kind: string): Schema | undefined {
  const around = formsAt(schemaOf(formatOf(view)), spot.steps.slice(0, -1));
  return around.find(({ properties }) => properties?.['kind']?.const === kind);
}

function suggested(
  kind: Suggestion['kind'],
  label: string,
  detail: string,
  insert: string,
): Suggestion {
  return { kind, label, detail, description: '', insert };
}
