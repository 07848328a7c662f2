import { describe, expect, test } from 'vitest'
import { createSpelling } from '../../../src/search/create-spelling.ts'

const mend = createSpelling(['nghiep', 'fanpage', 'thuan', 'website', 'livestream', 'ubnd', 'truong', 'chuong'])

describe('mending mistyped words', () => {
  test.each([
    ['fanpge', 'fanpage'],
    ['nghiepp', 'nghiep'],
    ['webste', 'website'],
  ])('%s is %s', (typed, meant) => {
    expect(mend(typed)).toBe(meant)
  })

  // a syllable of its own · an abbreviation · a number · too short · nothing near
  test.each(['nhuan', 'ubndt', '20245', 'ubnt', 'xyzzy'])('%s is left alone', (typed) => {
    expect(mend(typed)).toBeUndefined()
  })
})
