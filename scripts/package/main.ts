/** `npm run package`: the extension as files that VS Code installs, one for each platform. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { capture, fail, Failure, step } from '../progress.mjs';
import { root } from '../project.ts';
import { packageProduct, packagesFolder } from './package.ts';
import { isTarget, limitationOf, servedTargets, type Target, targetNames } from './targets.ts';

const help = `npm run package [-- --target PLATFORM …] [--out FOLDER]
  --target  a platform, or all; may be given several times. This machine's unless stated.
  --out     dist/packages unless stated

platforms: ${targetNames.join(', ')}
Models run on ${servedTargets.join(', ')}. In a browser without a server (web) the extension does not work at all:
programs and answers need a disk and processes.`;

const NOT_IN_BROWSERS =
  'In a browser without a server the extension does not work: answers and programs need a disk and processes.';

function thisMachine(): string {
  return `${process.platform}-${process.arch}`;
}

function wanted(names: readonly string[]): readonly Target[] {
  if (names.includes('all')) return servedTargets;
  return (names.length === 0 ? [thisMachine()] : names).map((name) => {
    if (isTarget(name)) return name;
    throw new Failure(
      name === 'web' ? NOT_IN_BROWSERS : `There is no package for ${name}.`,
      `The platforms are ${targetNames.join(', ')}, or all.`,
    );
  });
}

async function build(): Promise<void> {
  const { code, output } = await capture(process.execPath, ['esbuild.config.mjs'], { cwd: root });
  if (code !== 0) throw new Failure(`The build failed:\n${output}`, 'Mend it, then try again.');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      target: { type: 'string', multiple: true },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(help);
    return;
  }
  const targets = wanted(values.target ?? []);
  const folder = values.out === undefined ? packagesFolder : resolve(values.out);
  await step('Building', build);
  for (const target of targets) {
    const made = await step(`Packing for ${target}`, () => packageProduct(target, folder));
    console.log(`  ${made.file}  ${(made.bytes / 1e6).toFixed(1)} MB`);
    const limitation = limitationOf(target);
    if (limitation !== undefined) console.log(`  ! ${limitation}`);
  }
}

await main().catch(fail);
