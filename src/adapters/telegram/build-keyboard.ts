import type { InlineKeyboardButton } from 'telegraf/types'
import type { Choice } from '../../domain/message.ts'
import { SendError } from '../../ports/channel.ts'

const MOST_BYTES = 64
const ROW_WIDTH = 28
const ROW_BUTTONS = 3

/** Choices as inline buttons; short ones share a row, as many as a phone shows uncut. */
export function buildKeyboard(choices: readonly Choice[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = []
  let width = Infinity
  for (const { id, label } of choices) {
    if (new TextEncoder().encode(id).length > MOST_BYTES) throw new SendError('rejected', 'choice id over 64 bytes')
    const row = rows.at(-1)
    const button = { text: label.normalize('NFC'), callback_data: id }
    width += button.text.length
    if (row && width <= ROW_WIDTH && row.length < ROW_BUTTONS) row.push(button)
    else {
      rows.push([button])
      width = button.text.length
    }
  }
  return rows
}
