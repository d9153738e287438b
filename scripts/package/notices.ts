/** ThirdPartyNotices.txt: whose work is in the package, and on what terms. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../progress.mjs';
import { at } from '../project.ts';

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Of packages that say which licence they have, but bring no text of it. */
const WITHOUT_TEXT: Readonly<Record<string, readonly string[]>> = {
  '@bufbuild/protobuf': ['Apache-2.0', 'BSD-3-Clause'],
  '@microsoft/fast-element': ['Copyright (c) Microsoft Corporation', 'MIT'],
  '@microsoft/fast-foundation': ['Copyright (c) Microsoft Corporation', 'MIT'],
  '@microsoft/fast-web-utilities': ['Copyright (c) Microsoft Corporation', 'MIT'],
  'onnxruntime-common': ['Copyright (c) Microsoft Corporation', 'MIT'],
  'onnxruntime-node': ['Copyright (c) Microsoft Corporation', 'MIT'],
};

/** What a package contains of others. */
const REMARKS: Readonly<Record<string, string>> = {
  amaro: 'Contains SWC (https://swc.rs), under the Apache License 2.0, whose text stands below.',
  katex: 'Its fonts are under the SIL Open Font License 1.1 (https://openfontlicense.org).',
  mathlive:
    'Its fonts are those of KaTeX, under the SIL Open Font License 1.1 (https://openfontlicense.org).',
  'onnxruntime-node':
    'Its libraries contain work of others: https://github.com/microsoft/onnxruntime/blob/main/ThirdPartyNotices.txt.',
};

/** @param folders of packages, in the project. Throws Failure when one has no terms. */
export function noticesOf(folders: readonly string[]): string {
  const parts = folders.map(noticeOf);
  return `${[INTRODUCTION, ...parts, `Apache License 2.0\n\n${licence('Apache-2.0')}`].join(RULE)}\n`;
}

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

const INTRODUCTION = `Exambench contains or is made with the following packages of others.`;

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(at(folder, 'package.json'), 'utf8'),
  ) as PackageJson;
  const head = `${name} ${version} (${license ?? 'see below'})`;
  const remark = REMARKS[name];
  const text = textsIn(folder) ?? WITHOUT_TEXT[name]?.map(lineOrLicence).join('\n\n');
  if (text === undefined) {
    throw new Failure(
      `${folder} has no file with its licence.`,
      'Add its terms to WITHOUT_TEXT in scripts/package/notices.ts.',
    );
  }
  return [head, ...(remark === undefined ? [] : [remark]), text].join('\n\n');
}

function textsIn(folder: string): string | undefined {
  const names = readdirSync(at(folder)).filter((name) =>
    /^(licen[cs]e|notice|copyright|copying)/i.test(name),
  );
  if (names.length === 0) return undefined;
  return names.map((name) => readFileSync(at(folder, name), 'utf8').trim()).join('\n\n');
}

function lineOrLicence(part: string): string {
  return existsSync(licencePath(part)) ? licence(part) : part;
}

function licence(name: string): string {
  return readFileSync(licencePath(name), 'utf8').trim();
}

function licencePath(name: string): string {
  return join(import.meta.dirname, 'licences', `${name}.txt`);
}
