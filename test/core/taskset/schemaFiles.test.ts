import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatSchema, type Schema } from '../../../src/core/taskset/authoring/formatSchema.ts';
import { schemaFiles } from '../../../scripts/schemaFiles.ts';

describe('the JSON Schema files for editors', () => {
  it.each(Object.entries(schemaFiles()))('%s is fresh (npm run schemas)', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('let a parameter stand where a number is wanted, but for points', () => {
    const { properties } = formatSchema('task');
    const kinds = JSON.parse(JSON.stringify(properties?.['questions'])) as {
      readonly items: { readonly oneOf: readonly Schema[] };
    };
    const drawing = kinds.items.oneOf.find(({ properties: fields }) => fields?.['grid']);
    const [number, parameter] = drawing?.properties?.['grid']?.anyOf ?? [];
    expect(number?.type).toBe('number');
    const pattern = new RegExp(parameter?.pattern ?? '');
    expect(['{{a}}', '{{ top }}', '2{{a}}', 'a'].map((text) => pattern.test(text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(drawing?.properties?.['points']).toMatchObject({ type: 'number' });
  });

  it('describe every field of the format', () => {
    const undescribed = Object.entries(schemaFiles()).flatMap(([path, text]) =>
      fieldsWithoutDescription(JSON.parse(text) as unknown, path),
    );
    expect(undescribed.filter((field) => !SELF_EXPLAINING.test(field))).toEqual([]);
  });
});

/** The word itself says it. */
const SELF_EXPLAINING = /\.(kind|file|function|title|x|t|low|high|tolerance)$/;

function fieldsWithoutDescription(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    const here = key === 'properties' ? undescribed(value, place) : [];
    return [
      ...here,
      ...fieldsWithoutDescription(value, key === 'properties' ? place : `${place}.${key}`),
    ];
  });
}

function undescribed(properties: unknown, place: string): string[] {
  return Object.entries(properties ?? {})
    .filter(([, value]: [string, unknown]) => !JSON.stringify(value).includes('"description"'))
    .map(([name]) => `${place}.${name}`);
}
