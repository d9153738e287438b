/** Which machines onnxruntime-node has builds for, in words for those who sit before another one. */

export interface Machine {
  /** as Node names it, like `arch` */
  readonly platform: string;
  readonly arch: string;
  /** Linux with the C library that builds for Linux need; Alpine has another one */
  readonly glibc: boolean;
}

const SERVED: Readonly<Record<string, readonly string[]>> = {
  linux: ['x64', 'arm64'],
  win32: ['x64', 'arm64'],
  darwin: ['arm64'],
};

const NAMES: Readonly<Record<string, string>> = {
  linux: 'Linux',
  win32: 'Windows',
  darwin: 'macOS',
};

/** Why models cannot run there, and what works all the same; undefined where there is a build. */
export function whyNoRuntime({ platform, arch, glibc }: Machine): string | undefined {
  const isServed = SERVED[platform]?.includes(arch) === true;
  if (isServed && (platform !== 'linux' || glibc)) return undefined;
  const here = isServed ? 'Linux without glibc, such as Alpine' : `${nameOf(platform)} on ${arch}`;
  return (
    `onnxruntime has no build for ${here}, so programs can be neither run nor checked here; everything else works. ` +
    `It has builds for ${builds().join(', ')}.`
  );
}

export function thisMachine(): Machine {
  const { platform, arch, report } = process;
  Reflect.set(report, 'excludeNetwork', true); // looking up names of hosts may take seconds
  const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return { platform, arch, glibc: header?.glibcVersionRuntime !== undefined };
}

function builds(): string[] {
  return Object.entries(SERVED).map(
    ([platform, arches]) => `${nameOf(platform)} (${arches.join(', ')})`,
  );
}

function nameOf(platform: string): string {
  return NAMES[platform] ?? platform;
}
