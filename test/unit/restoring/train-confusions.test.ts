import { describe, expect, test } from 'vitest'
import { bareChannel, buildChannel } from '../../../src/restoring/channel.ts'
import { matchLetters } from '../../../src/restoring/align-letters.ts'
import { alignWords, buildConfusions } from '../../../src/restoring/train-confusions.ts'

describe('learning from a clean and a damaged text', () => {
  const clean = Array.from({ length: 30 }, () => 'thực hiện Kế hoạch của nhà ở xã hội').join(' ')
  const damaged = clean.replaceAll('thực', 'thyc').replaceAll('hiện', 'hién').replaceAll('của', 'ctia').replaceAll('nhà ở', 'nhà 6')
  const { letters, words } = buildConfusions([{ clean, damaged }])

  test('letters that changed are counted, also as several characters', () => {
    expect(letters['ự']?.['y']).toBe(30)
    expect(letters['ủ']?.['ti']).toBe(30)
  })

  test('a word of which no letter survived is still found between its neighbors', () => {
    expect(words['ở']?.['6']).toBe(30)
  })

  test('the learned channel finds the damage cheaper than the bare one', () => {
    const learned = buildChannel(letters)
    expect(matchLetters('của', 'ctia', learned).cost).toBeLessThan(matchLetters('của', 'ctia', bareChannel).cost)
  })
})

test('words are paired over gaps on either side', () => {
  expect(alignWords(['một', 'hai', 'ba', 'bốn'], ['mot', 'ba', 'nam', 'bon'])).toEqual([
    ['một', 'mot'],
    ['ba', 'ba'],
    ['bốn', 'bon'],
  ])
})
