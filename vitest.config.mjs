import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/suite/**'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // what has to come about in a page may take its time on a busy machine
    expect: { poll: { timeout: 10_000 } },
  },
});
