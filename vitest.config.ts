import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/browser-executable.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The language model is loaded once a worker; two workers fit two cores and a laptop's memory.
    maxWorkers: 2,
  },
})
