import type { Meter } from '../ports/meter.ts'

/** A meter that can print what it counted, as Prometheus text. */
export type PrintingMeter = Meter & { readonly render: (gauges?: Readonly<Record<string, number>>) => string }

/** Counters in memory; they start again with the process, as Prometheus expects. */
export function createMeter(): PrintingMeter {
  const counts = new Map<string, Map<string, number>>()
  return {
    count: (name, labels = {}) => {
      const series = counts.get(name) ?? new Map<string, number>()
      const key = formatLabels(labels)
      series.set(key, (series.get(key) ?? 0) + 1)
      counts.set(name, series)
    },
    render: (gauges = {}) => {
      const counters = [...counts].map(([name, series]) => renderMetric(name, 'counter', series))
      const levels = Object.entries(gauges).map(([name, value]) => renderMetric(name, 'gauge', new Map([['', value]])))
      return [...counters, ...levels].join('')
    },
  }
}

function formatLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/[\\"\n]/g, '_')}"`)
  return pairs.length > 0 ? `{${pairs.sort().join(',')}}` : ''
}

function renderMetric(name: string, type: 'counter' | 'gauge', series: ReadonlyMap<string, number>): string {
  const lines = [...series].map(([labels, value]) => `${name}${labels} ${value}\n`)
  return `# TYPE ${name} ${type}\n${lines.join('')}`
}
