/** What is used of vsce, by its sources. */
export interface VsixFile {
  path: string;
  contents: Buffer;
  mode?: number;
}

export interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

export interface Processor {
  onFile(file: VsixFile): Promise<VsixFile>;
}

/** Throws what is wrong with a `package.json`. */
export function validateManifestForPackaging(manifest: unknown): Manifest;

export function createDefaultProcessors(
  manifest: Manifest,
  options: {
    readonly target?: string;
    readonly rewriteRelativeLinks: boolean;
    readonly allowMissingRepository: boolean;
  },
): Processor[];

/** Adds the package's own two files. May change `files`. */
export function processFiles(
  processors: readonly Processor[],
  files: readonly VsixFile[],
): Promise<VsixFile[]>;
