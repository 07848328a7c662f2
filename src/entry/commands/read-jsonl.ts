import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Refusal } from './outcome.ts'

/** JSON values of standard input or a file, line by line; an empty line is passed over, a broken one refused with its number. */
export async function* readJsonl<Shape>(path?: string): AsyncGenerator<Shape> {
  let number = 0
  for await (const line of createInterface({ input: path ? createReadStream(path) : process.stdin, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    try {
      yield JSON.parse(line) as Shape
    } catch {
      throw new Refusal(`line ${number} is not JSON`)
    }
  }
}
