/** Logs carry ids and codes, never message text, names or tokens. */
export type Log = {
  readonly info: (event: string, ids?: Readonly<Record<string, string | number>>) => void
  readonly warn: (event: string, ids?: Readonly<Record<string, string | number>>) => void
  readonly error: (event: string, error: unknown, ids?: Readonly<Record<string, string | number>>) => void
}
