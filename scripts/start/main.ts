/** `npm start`: builds, prepares the exam's folder, and opens VS Code there. */
import { capture, fail, Failure, step } from '../progress.mjs';
import { root } from '../project.ts';
import { desktopTrouble, openDesktop } from './desktop.ts';
import { prepareExam } from './exam.ts';
import { help, parseStartOptions, type StartOptions } from './options.ts';
import { type Purpose, purposeOf, refuseAround } from './purpose.ts';
import { serveWeb } from './web.ts';

async function build(): Promise<void> {
  const { code, output } = await capture(process.execPath, ['esbuild.config.mjs'], { cwd: root });
  if (code !== 0)
    throw new Failure(
      `The build failed:\n${output}`,
      'Undo what was changed in the sources and try again.',
    );
}

/** The desktop editor if it is wanted and works; says why it is not used. */
async function useDesktop({ editor }: StartOptions): Promise<boolean> {
  if (editor === 'web') return false;
  const trouble = await desktopTrouble();
  if (trouble === undefined) return true;
  if (editor === 'desktop') {
    throw new Failure(
      `The desktop VS Code cannot be used: ${trouble}.`,
      'Mend that, or use npm start -- --editor web',
    );
  }
  console.log(`• Using VS Code in the browser: ${trouble}`);
  return false;
}

type Preparation = (options: StartOptions) => Promise<void> | void;

const PREPARATIONS: { readonly [P in Purpose]: Preparation } = {
  solving: (options) => step(`Preparing the exam in ${options.folder}`, () => prepareExam(options)),
  writing: ({ folder }) => {
    console.log(`• Opening the task set in ${folder}`);
  },
  reading: ({ folder }) => {
    console.log(`• Opening ${folder} as it is: an exam is begun in a new or empty folder only`);
  },
};

async function main(): Promise<void> {
  const options = parseStartOptions(process.argv.slice(2));
  if (options.help) {
    console.log(help);
    return;
  }
  refuseAround(root, options.folder);
  const purpose = await purposeOf(options.folder);
  await step('Building', build);
  await PREPARATIONS[purpose](options);
  if (await useDesktop(options)) {
    await step('Opening VS Code', () => openDesktop(options.folder));
  } else {
    await serveWeb(options.folder, options.port, options.open);
  }
}

await main().catch(fail);
