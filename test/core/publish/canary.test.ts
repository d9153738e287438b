import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUESTION_KINDS } from '../../../src/core/answer/answer.ts';
import { questionSchemas } from '../../../src/core/taskset/schema/questionSchema.ts';
import { taskSchema } from '../../../src/core/taskset/schema/taskSchema.ts';
import { taskSetSchema } from '../../../src/core/taskset/schema/taskSetSchema.ts';
import { packable } from '../../../src/runtime/pack/packable.ts';
import { packTaskSet } from '../../../src/runtime/pack/packTaskSet.ts';
import { type Published, publishTaskSet } from '../../../src/runtime/publish/publishTaskSet.ts';
import { newKeyPair } from '../../../src/runtime/seal/identities.ts';
import { canariesIn, canaryFields, type CanaryFields } from '../../support/canary/canaryPaths.ts';
import { CANARY_HEAD, CANARY_TASK, canaryFiles } from '../../support/canary/canarySet.ts';
import { foundIn } from '../../support/canary/findCanaries.ts';

const SHOWN_OF_EVERY_KIND = ['title', 'prompt', 'sourceNote'];

/** All that an exam's copy may say of what an author writes. */
const SHOWN = new Set([
  'taskset.title',
  'task.title',
  'task.sourceNote',
  ...QUESTION_KINDS.flatMap((kind) => SHOWN_OF_EVERY_KIND.map((field) => `${kind}.${field}`)),
  'choice.options[].text',
  'expression.palette[]',
  'expression.asked',
  'derivation.palette[]',
  'derivation.start',
  'derivation.goal',
  'drawing.palette[]',
  'diagram.palette[]',
  'code.entry.function',
  'code.inputs[].title',
  'code.inputs[].x[][]',
  'code.inputs[].t[][]',
  // where a picture of an attack begins and ends
  'code.checker.window.low[]',
  'code.checker.window.high[]',
  'lines.entry.function',
]);

/** Names by which things are found, formats, amounts that have to add up: they cannot be strings of their own. */
const WITHOUT_CANARY = [
  /^taskset\.(id|language|version|points|variants|copy|commitment|handIn\..*|tasks\[\])$/,
  /^(taskset|task)\.(parameters\{\}\.(integer\[\]|step|not\[\]|at|places)|prompt(\.file)?|mathematics\.declare)$/,
  /^\w+\.(id|points|prompt\.file|explanation\.file|mathematics\.declare)$/,
  /^choice\.options\[\]\.id$/,
  /^expression\.(form\[\]\.(avoid|only)\[\]|followOn\[\]\.from\[\])$/,
  /^derivation\.(connected|factsPerStep|facts\[\]\.(points|introduces))$/,
  /^derivation\.facts\[\]\.(slackIn|tightIn\[\])\.(declare|sizes\{\})$/,
  /^drawing\.(axes\[\]|grid|tolerance|over|window\..*|pieces\[\]\.points)$/,
  /^text\.(maxWords|maxSentences|modelAnswer\.file|rubric\[\]\.points)$/,
  /^(code|lines)\.(entry\.file|model\.sha256|checks\[\]\.points|checker\.iterations)$/,
  /^lines\.(program|checker\.batches\[\]|(reference|examples\[\]\.edits)\[\]\.line)$/,
];

function fieldsOfSet(): CanaryFields {
  const { questions, ...task } = CANARY_TASK;
  return new Map([
    ...canaryFields('taskset', taskSetSchema, [CANARY_HEAD]),
    ...[...canaryFields('task', taskSchema, [task])].filter(([path]) => !/questions/.test(path)),
    ...QUESTION_KINDS.flatMap((kind) => [
      ...canaryFields(
        kind,
        questionSchemas[kind],
        questions.filter((question) => question.kind === kind),
      ),
    ]),
  ]);
}

/** What nobody may find: of the fields, of the files that stay with the author, and of all comments. */
function secretsOf(files: ReadonlyMap<string, Uint8Array>, shown: ReadonlySet<string>): string[] {
  const open = [...fieldsOfSet()].filter(([path]) => shown.has(path));
  const handedOut = ['only/prompt.md', 'only/figure.svg', ...studentFiles()];
  const openStrings = new Set([
    ...open.flatMap(([, { canaries }]) => canaries),
    ...handedOut.flatMap((path) => canariesIn(Buffer.from(files.get(path) ?? []))),
  ]);
  const all = [...files].flatMap(([path, bytes]) => [
    ...canariesIn(path),
    ...canariesIn(Buffer.from(bytes)),
  ]);
  return [...new Set(all)].filter((string) => !openStrings.has(string));
}

function studentFiles(): string[] {
  return CANARY_TASK.questions.flatMap((question) =>
    'files' in question
      ? [...Object.values(question.files), ...Object.values(question.handout)].map(
          (path) => `only/${path}`,
        )
      : [],
  );
}

async function leaks(published: Published, secrets: readonly string[]): Promise<string[]> {
  const found = [...published.files].map(([path, bytes]) =>
    foundIn(Buffer.concat([Buffer.from(`${path}\n`), bytes]), secrets),
  );
  return (await Promise.all(found)).flat();
}

describe('strings in every field that an author may fill', () => {
  let folder = '';
  const files = canaryFiles();

  const publish = async (head: object = {}, sealedIn = false): Promise<Published> => {
    const set = { ...CANARY_HEAD, ...head };
    await writeFile(join(folder, 'taskset.yaml'), JSON.stringify(set));
    const { recipient } = await newKeyPair();
    const published = await publishTaskSet(folder, { sealedFor: [recipient], sealedIn });
    if (!published.ok) throw new Error(JSON.stringify(published.error));
    return published.value;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'canary-'));
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are in every field that there is', () => {
    const missing = [...fieldsOfSet()]
      .filter(([, { canaries }]) => canaries.length === 0)
      .map(([path]) => path)
      .filter((path) => !WITHOUT_CANARY.some((known) => known.test(path)));
    expect(missing).toEqual([]);
  });

  it('are found in whatever way they are written or packed', async () => {
    const { gzipSync } = await import('node:zlib');
    const { writeArchive } = await import('../../../src/runtime/archive/writeArchive.ts');
    const secret = 'cnry4711zzz';
    const written = [
      Buffer.from(secret),
      Buffer.from(secret, 'utf16le'),
      Buffer.from(secret, 'utf16le').swap16(),
      ...['', 'a', 'ab'].map((before) =>
        Buffer.from(Buffer.from(before + secret).toString('base64')),
      ),
      gzipSync(secret),
      await writeArchive(
        new Map([['a', await writeArchive(new Map([['b', Buffer.from(secret)]]))]]),
      ),
    ];
    for (const bytes of written) expect(await foundIn(bytes, [secret])).toEqual([secret]);
    for (const before of ['', 'a', 'ab']) {
      const other = Buffer.from(`${before}cnry4712zzz`);
      expect(await foundIn(other, [secret])).toEqual([]);
      expect(await foundIn(Buffer.from(other.toString('base64')), [secret])).toEqual([]);
    }
  });

  it('do not occur in the copy of an exam where students may not see them', async () => {
    const secrets = secretsOf(files, SHOWN);
    expect(secrets.length).toBeGreaterThan(150);
    expect(await leaks(await publish({}, true), secrets)).toEqual([]);
  });

  it('do not occur in the package of an exam', async () => {
    await publish();
    const packed = await packable(folder);
    if (!packed.ok) throw new Error(JSON.stringify(packed.error));
    const vsix = await packTaskSet(packed.value, { publisher: 'test', icon: new Uint8Array() });
    if (!vsix.ok) throw new Error(JSON.stringify(vsix.error));
    expect(await foundIn(vsix.value, secretsOf(files, SHOWN))).toEqual([]);
    const shown = CANARY_TASK.questions.map(({ title }) => title);
    expect(await foundIn(vsix.value, shown)).toEqual(shown);
  });

  it.each([
    { reveal: [], hidden: /\.(hints\[\]|explanation|modelAnswer|rubric|reference|given)/ },
    { reveal: ['hints'], hidden: /\.(explanation|modelAnswer|rubric|reference|given)/ },
    { reveal: ['explanations'], hidden: /\.(hints\[\]|modelAnswer|rubric|reference|given)/ },
    { reveal: ['model-answers'], hidden: /\.(hints\[\]|explanation)/ },
  ])('stay behind where practice reveals only $reveal', async ({ reveal, hidden }) => {
    const withheld = [...fieldsOfSet()].filter(
      ([path]) => hidden.test(path) || /^\w+\.examples/.test(path),
    );
    const secrets = withheld.flatMap(([, { canaries }]) => canaries);
    expect(secrets.length).toBeGreaterThan(20);
    const published = await publish({ mode: 'practice', reveal });
    expect(await leaks(published, secrets)).toEqual([]);
    const unreferenced = canariesIn(Buffer.from(files.get('only/unused.md') ?? []));
    const comments = canariesIn(
      Buffer.from(files.get('only/task.yaml') ?? [])
        .toString()
        .slice(0, 20),
    );
    expect(await leaks(published, [...unreferenced, ...comments])).toEqual([]);
  });
});
