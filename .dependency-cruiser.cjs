/** Imports point one way; every rule says why. `vscode` resolves through @types/vscode, so both are matched. */
const VSCODE = '^(vscode|node_modules/@types/vscode)';
const zone = (name, ...allowed) => ({
  name: `${name}-imports`,
  comment: `src/${name} may import only ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^(src|webview|test|scripts)/', pathNot: `^src/(${[name, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'a cycle hides who depends on whom',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    zone('core'),
    zone('engine'),
    zone('torch', 'engine'),
    zone('protocol', 'core'),
    zone('runtime', 'core', 'engine', 'torch', 'report'),
    zone('typeset'),
    zone('report', 'core', 'typeset'),
    {
      name: 'only-gradebook-writes-reports',
      comment: 'the rest of runtime is loaded by every window and worker, and needs no typesetting',
      severity: 'error',
      from: { path: '^src/runtime/', pathNot: '^src/runtime/gradebook/' },
      to: { path: '^src/report/' },
    },
    zone('vscode', 'core', 'runtime', 'protocol', 'report', 'typeset'),
    zone('cli', 'core', 'runtime', 'engine', 'report', 'typeset'),
    {
      name: 'pure-zones',
      comment: 'core, engine, torch, protocol, typeset and report run anywhere: no Node, no editor',
      severity: 'error',
      from: { path: '^src/(core|engine|torch|protocol|typeset|report)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-vscode-imports-vscode',
      comment: 'one folder knows the editor',
      severity: 'error',
      from: {
        pathNot: '^(src/vscode/|src/extension\\.ts$|test/(vscode|bench/host)/|node_modules/)',
      },
      to: { path: VSCODE },
    },
    {
      name: 'only-model-server-imports-onnxruntime',
      comment: 'native code and foreign models stay in one process',
      severity: 'error',
      from: { path: '^(src|webview)/', pathNot: '^src/runtime/modelServer/' },
      to: { path: 'onnxruntime-(node|common)' },
    },
    {
      name: 'webview-sees-protocol-only',
      comment: 'the browser side knows messages and how texts are typeset, not the host',
      severity: 'error',
      from: { path: '^webview/' },
      to: { path: '^(src|test|scripts)/', pathNot: '^src/(protocol|typeset)/' },
    },
    {
      name: 'not-to-test',
      comment: 'the product does not know its tests',
      severity: 'error',
      from: { path: '^(src|webview)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'an import that resolves to nothing is a typing error',
      severity: 'error',
      from: { path: '^(src|webview|test|scripts)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(dist|\\.vscode-test|\\.cache|test/fixtures|test/hostile/(programs|forging|honest))/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
};
