/** Numbers for pairs of numbers, given in the order in which they are first met. */
export type PairNumbers = {
  readonly add: (left: number, right: number) => number
  /** -1 for a pair that was never added. */
  readonly find: (left: number, right: number) => number
  readonly size: () => number
}

/**
 * An empty numbering of pairs: an open hash table in flat arrays.
 * Fifty thousand passages hold about a million pairs; a Map of joined strings would need ten times the memory.
 */
export function createPairNumbers(): PairNumbers {
  let size = 0
  let lefts = new Int32Array(1024)
  let rights = new Int32Array(1024)
  let slots = new Int32Array(4096).fill(-1)

  const findSlot = (left: number, right: number): number => {
    const mask = slots.length - 1
    let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]!
      if (number < 0 || (lefts[number] === left && rights[number] === right)) return slot
    }
  }
  const grow = (): void => {
    lefts = widenArray(lefts)
    rights = widenArray(rights)
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let number = 0; number < size; number += 1) slots[findSlot(lefts[number]!, rights[number]!)] = number
  }
  return {
    add(left, right) {
      const known = slots[findSlot(left, right)]!
      if (known >= 0) return known
      if (size === lefts.length) grow()
      lefts[size] = left
      rights[size] = right
      slots[findSlot(left, right)] = size
      size += 1
      return size - 1
    },
    find: (left, right) => (left < 0 || right < 0 ? -1 : slots[findSlot(left, right)]!),
    size: () => size,
  }
}

function widenArray(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(numbers.length * 2)
  wider.set(numbers)
  return wider
}
