import { matchLetters } from './align-letters.ts'
import type { Channel } from './channel.ts'
import type { WordReading } from './find-readings.ts'
import type { SyllableModel } from './syllable-model.ts'

// Of sections, quarters and terms.
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

// What strokes are read as; a number made of nothing but digits is a Roman one only where something else proves it.
const SHAPE = /^(?=.*[^\d])[IVXl1iTLvHx|]{2,5}$/
const ROMAN_COST = 3
const MOST = 12

/** Finds the Roman numbers that a token may have been printed as: "Ill" is III, "1V" is IV. */
export function createRomanFinder(letters: Channel, model: SyllableModel): (text: string) => WordReading[] {
  const numbers = ROMANS.slice(1).flatMap((roman) => {
    const word = model.idOf(roman.toLowerCase())
    return word === undefined ? [] : [{ word, roman }]
  })
  return (text) => {
    if (!SHAPE.test(text)) return []
    return numbers.flatMap(({ word, roman }) => {
      const cost = roman === text ? 0 : ROMAN_COST + matchLetters(roman, text, letters).cost
      return cost < MOST + 2 * text.length ? [{ word, letterCase: 'upper' as const, cost }] : []
    })
  }
}
