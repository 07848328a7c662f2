declare module 'cloudflare:test' {
  import type { D1Binding } from '../../src/adapters/storage/d1.ts'

  type Migration = { name: string; queries: string[] }

  /** The bindings that vitest.config.ts sets up. */
  export const env: { readonly DB: D1Binding; readonly MIGRATIONS: Migration[] }
  export function reset(): Promise<void>
  export function applyD1Migrations(db: object, migrations: Migration[]): Promise<void>
}
