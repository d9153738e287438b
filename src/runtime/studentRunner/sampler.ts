/**
 * Says at which line a program was stuck. A stopped program has no stack left to look at, so V8's sampling profiler
 * runs beside it, and the line with the most samples is where it spent its time.
 */
import { Session } from 'node:inspector';
import v8 from 'node:v8';
import { fileOf } from './place.ts';

interface ProfileNode {
  readonly callFrame: { readonly url: string };
  readonly positionTicks?: readonly { readonly line: number; readonly ticks: number }[] | undefined;
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
}

export interface Sampler {
  /** Ends the sampling. The busiest of the student's lines, as in `adversarial.ts:9`. */
  stop(): string | undefined;
}

export function startSampling(): Sampler {
  const stop = startProfile();
  return { stop: () => busiestPlace(stop()) };
}

/** Node 24.12 has a call for it; before, the debugger's own profiler does the same, where it is allowed. */
function startProfile(): () => Profile | undefined {
  if (typeof v8.startCpuProfile === 'function') {
    const running = v8.startCpuProfile();
    // V8 wrote it: the form is that of the Chrome DevTools protocol
    return () => JSON.parse(running.stop()) as Profile;
  }
  try {
    return inspectorProfile();
  } catch {
    return () => undefined;
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

function busiestPlace(profile: Profile | undefined): string | undefined {
  const ticks = new Map<string, number>();
  for (const { callFrame, positionTicks = [] } of profile?.nodes ?? []) {
    const file = fileOf(callFrame.url);
    if (file === undefined) continue;
    for (const { line, ticks: count } of positionTicks) {
      const place = `${file}:${line}`;
      ticks.set(place, (ticks.get(place) ?? 0) + count);
    }
  }
  const [busiest] = [...ticks].sort(([, a], [, b]) => b - a);
  return busiest?.[0];
}
