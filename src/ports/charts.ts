/** A part of every bar, with its color and its name in the legend. */
export type ChartPart = { readonly name: string; readonly color: string }

/** One bar: a name, an amount for each part, and what is said at its end. */
export type ChartBar = { readonly name: string; readonly amounts: readonly number[]; readonly remark: string }

/** Stacked bars, one under the other, the words already in Vietnamese. */
export type BarChart = {
  readonly title: string
  readonly subtitle: string
  readonly parts: readonly ChartPart[]
  readonly bars: readonly ChartBar[]
  readonly footer: string
}

/** Draws pictures that a phone shows well. */
export type Charts = {
  /** .png */
  readonly drawBars: (chart: BarChart) => Promise<Uint8Array>
}
