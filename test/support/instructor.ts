/** An instructor with an exam, a key and the command line as it was built: makes the package, and grades what comes back. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../../scripts/progress.mjs';
import { at } from '../../scripts/project.ts';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';

export class Instructor {
  readonly #desk: string;

  private constructor(desk: string) {
    this.#desk = desk;
  }

  static async create(): Promise<Instructor> {
    return new Instructor(await mkdtemp(join(tmpdir(), 'instructor-')));
  }

  /** The template as an exam that asks for a name and seals what is handed in. @returns its package */
  async packExam(): Promise<string> {
    await exambench('new', this.#at('exam'));
    const keygen = ['keygen', '--out', this.#at('key'), '--no-passphrase', '--json'];
    const { recipient } = JSON.parse(await exambench(...keygen)) as { recipient: string };
    const head = await readFile(this.#at('exam/taskset.yaml'), 'utf8');
    const handIn = `handIn: { recipients: [${recipient}], name: required }\n`;
    const exam = head.replace('mode: practice', 'mode: exam');
    await writeFile(this.#at('exam/taskset.yaml'), `${exam}${handIn}`);
    await exambench(
      'publish',
      this.#at('exam'),
      '--out',
      this.#at('copy'),
      '--recipient',
      recipient,
    );
    await exambench('pack', this.#at('copy'), '--out', this.#at('exam.vsix'));
    return this.#at('exam.vsix');
  }

  /** With nothing but the sealed exam and the key. @param file whose name ends in .zip.age */
  async grade(file: string, bytes: Uint8Array): Promise<GradeRecord> {
    await mkdir(this.#at('in'), { recursive: true });
    await writeFile(this.#at(`in/${file}`), bytes);
    const places = ['--submissions', this.#at('in'), '--out', this.#at('out')];
    const key = ['--key', this.#at('key')];
    await exambench('grade', this.#at('copy.sealed.age'), ...places, ...key);
    const record = this.#at(`out/records/${file.replace('.zip.age', '.json')}`);
    return JSON.parse(await readFile(record, 'utf8')) as GradeRecord;
  }

  remove(): Promise<void> {
    return rm(this.#desk, { recursive: true, force: true });
  }

  #at(path: string): string {
    return join(this.#desk, path);
  }
}

/** @returns what it prints. Throws unless it was done; that a person has to grade something is no failure. */
async function exambench(...args: readonly string[]): Promise<string> {
  const { code, output } = await capture(process.execPath, [at('dist/cli.mjs'), ...args]);
  if (code > 1) throw new Error(`exambench ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}
