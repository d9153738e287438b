/** The part of vsce that makes a package of files in memory; its own types describe its command line only. */
export {
  createDefaultProcessors,
  processFiles,
  validateManifestForPackaging,
} from '@vscode/vsce/out/package.js';
