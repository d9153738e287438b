import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/suite/**'],
    pool: 'forks',
    // most files wait for a browser or for programs half of the time
    maxWorkers: '100%',
    testTimeout: 60_000,
    // a machine busy with something else starves a browser or a program now and then
    retry: 1,
    hookTimeout: 60_000,
    // what has to come about in a page may take its time on a busy machine
    expect: { poll: { timeout: 10_000 } },
  },
});
