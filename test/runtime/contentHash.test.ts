import { expect, it } from 'vitest';
import { contentHash } from '../../src/runtime/contentHash.ts';

const files = (texts: Record<string, string>, binary = 'aa') => ({
  texts: new Map(Object.entries(texts)),
  binaries: new Map([['model.onnx', { size: 1, sha256: binary }]]),
});
const whole = contentHash(files({ 'a.yaml': 'one', 'b.md': 'two' }));

it('is the same in whatever order files were read', () => {
  expect(contentHash(files({ 'b.md': 'two', 'a.yaml': 'one' }))).toBe(whole);
  expect(whole).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['a text', files({ 'a.yaml': 'one!', 'b.md': 'two' })],
  ['a name', files({ 'a.yml': 'one', 'b.md': 'two' })],
  ['which file holds which text', files({ 'a.yaml': 'two', 'b.md': 'one' })],
  ['a model', files({ 'a.yaml': 'one', 'b.md': 'two' }, 'bb')],
  ['the number of files', files({ 'a.yaml': 'one' })],
])('changes with %s', (_, changed) => {
  expect(contentHash(changed)).not.toBe(whole);
});
