/**
 * Says at which line a program was stuck. A stopped program has no stack left to look at, so V8's sampling profiler
 * runs beside it, and the line with the most samples is where it spent its time.
 */
import { Session } from 'node:inspector';
import v8 from 'node:v8';
import { fileOf } from './place.ts';

interface ProfileNode {
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    /** of the function, from 0 */
    readonly lineNumber: number;
  };
  readonly positionTicks?: readonly { readonly line: number; readonly ticks: number }[] | undefined;
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
}

type Files = Readonly<Record<string, string>>;

export interface Sampler {
  /** The student's files, once they are known. */
  watch(files: Files): void;
  /** Ends the sampling. The busiest of the student's lines, as in `adversarial.ts:9`. */
  stop(): string | undefined;
}

export function startSampling(): Sampler {
  const stop = startProfile();
  let watched: Files = {};
  return {
    watch: (files) => {
      watched = files;
    },
    stop: () => busiestPlace(stop(), watched),
  };
}

/** Node 24.12 has a call for it; before, the debugger's own profiler does the same, where it is allowed. */
function startProfile(): () => Profile | undefined {
  if (typeof v8.startCpuProfile === 'function') {
    const running = v8.startCpuProfile();
    return () => parseProfile(running.stop());
  }
  try {
    return inspectorProfile();
  } catch {
    return () => undefined;
  }
}

/** V8 puts regular expressions into the text as they are, with backslashes that JSON does not know. */
function parseProfile(text: string): Profile | undefined {
  try {
    // V8 wrote it: the form is that of the Chrome DevTools protocol
    return JSON.parse(text.replaceAll(/\\(?!["\\/bfnrtu])/g, String.raw`\\`)) as Profile;
  } catch {
    return undefined;
  }
}

function inspectorProfile(): () => Profile | undefined {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  return () => {
    let profile: Profile | undefined;
    session.post('Profiler.stop', (_error, answer) => {
      profile = answer.profile;
    });
    return profile;
  };
}

/** The line with the most samples; for a program that only calls others, the line of its function. */
function busiestPlace(profile: Profile | undefined, files: Files): string | undefined {
  const ticks = new Map<string, number>();
  const add = (place: string, count: number): void => {
    ticks.set(place, (ticks.get(place) ?? 0) + count);
  };
  for (const { callFrame, positionTicks = [] } of profile?.nodes ?? []) {
    const file = fileOf(callFrame.url);
    if (file === undefined) continue;
    const lines = files[file]?.split('\n') ?? [];
    const start = callFrame.functionName === '' ? 1 : callFrame.lineNumber + 1;
    if (callFrame.functionName !== '') add(`${file}:${start}`, 0);
    for (const { line, ticks: count } of positionTicks) {
      // lines of functions that V8 has inlined come along under this one's name
      if (line >= start && hasCode(lines[line - 1])) add(`${file}:${line}`, count);
    }
  }
  const [busiest] = [...ticks].sort(([, a], [, b]) => b - a);
  return busiest?.[0];
}

function hasCode(line = ''): boolean {
  return /[^\s{}();]/.test(line);
}
