import { fold } from '../../text/fold.ts'
import { asksForMoney } from './recognize-question.ts'

// Papers, laws and days are written with numbers that count nothing.
const NAMES = /\d+\s?[-/]\s?[\p{L}\d][\p{L}\d/–-]*|(?:số|ngày|tháng|năm|mục|điều|khoản)\s+\d+/giu
const SUM = /\d[\d.,]* ?(?:dong|trieu|nghin|ty)\b/
const COUNTED = /\b(?:may|bao nhieu|bn|so luong) ([a-z]+(?: [a-z]+)?)/
// Folded words for how many of something.
const AMOUNT = '(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|\\d+)'

/** Whether a text holds a number at all; a question for money wants a sum. */
export function tellsNumber(question: string, text: string): boolean {
  return asksForMoney(question) ? SUM.test(fold(text)) : /\d/.test(text.replaceAll(NAMES, ''))
}

/** Whether a text tells how many there are of just what a question counts: "mấy cán bộ", "01 cán bộ". */
export function countsAsked(question: string, text: string): boolean {
  const counted = COUNTED.exec(fold(question))?.[1]
  return counted !== undefined && new RegExp(`\\b${AMOUNT} ${counted}\\b`).test(fold(text))
}
