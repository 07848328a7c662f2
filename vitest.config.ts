import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// A test hangs or it does not: on a busy machine even the quick ones may wait for their turn.
const testTimeout = 60_000
const migrations = new URL('./data/migrations', import.meta.url).pathname

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    // As many as the smallest machine has cores; by default one would stay idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          // Those beside it run inside workerd.
          exclude: ['test/workers/*.test.ts'],
          env: { TZ: 'Asia/Ho_Chi_Minh' },
          setupFiles: ['test/support/fixed-seed.ts'],
          // Files share what they load: nothing is mocked, and a third of the time is saved.
          isolate: false,
          testTimeout,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            miniflare: {
              compatibilityDate: '2026-04-01',
              compatibilityFlags: ['nodejs_compat'],
              d1Databases: ['DB'],
              bindings: { MIGRATIONS: await readD1Migrations(migrations) },
            },
          })),
        ],
        test: { name: 'workers', include: ['test/workers/*.test.ts'], setupFiles: ['test/support/fixed-seed.ts'], testTimeout },
      },
    ],
  },
})
