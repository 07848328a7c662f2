import { expect, test } from 'vitest'
import { searchCorpus } from '../../../src/search/search-corpus.ts'

const CORPUS = [
  { id: 'a', title: 'Điều 1', text: 'Người lao động được nghỉ phép năm' },
  { id: 'b', title: 'Điều 2', text: 'Người sử dụng lao động trả lương đúng hạn' },
]

test('answers the questions of a file in order, each with its best documents and its time', () => {
  let now = 0
  const queries = [
    { id: 'q1', text: 'tra luong' },
    { id: 'q2', text: 'nghỉ phép' },
    { id: 'q3', text: '' },
  ]
  expect([...searchCorpus(CORPUS, queries, 1, () => (now += 2))]).toEqual([
    { id: 'q1', hits: ['b'], ms: 2 },
    { id: 'q2', hits: ['a'], ms: 2 },
    { id: 'q3', hits: [], ms: 2 },
  ])
})
