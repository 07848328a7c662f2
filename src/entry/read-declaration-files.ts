import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDeclarations, type DeclarationFault, type UnitDeclarations } from '../units/read-declarations.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'

/** Reads `<place>.json` of a folder, all of them as one; faults carry the name of their file. */
export function readDeclarationFiles(folder: string, lexicon: UnitLexicon): UnitDeclarations {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  const read = names.toSorted().map((name) => readDeclarationFile(join(folder, name), name, lexicon))
  return {
    units: read.flatMap(({ units }) => units),
    successions: read.flatMap(({ successions }) => successions),
    faults: read.flatMap(({ faults }) => faults),
  }
}

/** A fault in words: "binh-son.json: successions[0].basis is missing". */
export function formatFault({ at, code }: DeclarationFault): string {
  return `${at} ${SAYINGS[code]}`
}

const SAYINGS: Readonly<Record<DeclarationFault['code'], string>> = {
  missing: 'is missing',
  'not-json': 'is no JSON',
  'not-a-list': 'is no list',
  'not-a-day': 'is no day (YYYY-MM-DD)',
  'same-unit': 'names the same unit twice',
}

function readDeclarationFile(path: string, name: string, lexicon: UnitLexicon): UnitDeclarations {
  const json = parseJson(readFileSync(path, 'utf8'))
  if (json === undefined) return { units: [], successions: [], faults: [{ at: name, code: 'not-json' }] }
  const read = readDeclarations(json, lexicon)
  return { ...read, faults: read.faults.map(({ at, code }) => ({ at: `${name}: ${at}`, code })) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
