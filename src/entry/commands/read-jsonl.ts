import { existsSync, createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { Refusal } from './outcome.ts'

/** Values of standard input or a file, line by line; an empty line is passed over, a wrong one refused with its number. */
export async function* readJsonl<Shape>(shape: z.ZodType<Shape>, path?: string): AsyncGenerator<Shape> {
  if (path && !existsSync(path)) throw new Refusal(`${path}: no such file`)
  let number = 0
  for await (const line of createInterface({ input: path ? createReadStream(path) : process.stdin, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() !== '') yield readLine(line, number, shape)
  }
}

function readLine<Shape>(line: string, number: number, shape: z.ZodType<Shape>): Shape {
  const { success, data, error } = shape.safeParse(parseJson(line, number))
  if (success) return data
  const [fault] = error.issues
  throw new Refusal(`line ${number}: ${[fault?.path.join('.'), fault?.message].filter(Boolean).join(': ')}`)
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Refusal(`line ${number} is not JSON`)
  }
}
