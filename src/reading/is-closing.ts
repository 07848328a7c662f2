import { fold } from '../text/fold.ts'
import type { Block } from './read-outline.ts'

const DEMAND =
  /^(?:(?:ke hoach|chi thi|cong van|huong dan|quyet dinh|cong dien) nay\s|(?:trong )?qua trinh|(?:trong )?truong hop|neu (?:co|gap)|nhan duoc|yeu cau|de nghi|tren day la|can cu (?:ke hoach|noi dung|cong van|chi thi|huong dan)|(?:ubnd|uy ban nhan dan|chu tich|thu tuong|ban thuong vu|ban |bo |so |tinh uy|huyen uy|thanh uy|dang uy|thuong truc)[^.;:]{0,60}(?:yeu cau|de nghi|giao)|kinh de nghi|can cu vao)/

/** Lời kết: an unmarked demand to everybody at the end of the body, below no section of its own. */
export function isClosing(block: Block): boolean {
  return block.isLast && block.kind === 'plain' && DEMAND.test(fold(block.paragraph.text))
}
