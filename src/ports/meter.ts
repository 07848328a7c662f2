/** Counts what happens, for /metrics. Names and labels are fixed words, never ids or text. */
export type Meter = { readonly count: (name: string, labels?: Readonly<Record<string, string>>) => void }
