import type { OfficeFiles } from '../../ports/office-files.ts'
import { writeDocument } from './write-document.ts'
import { writeWorkbook } from './write-workbook.ts'

/** Office files, written in this process. */
export function createOfficeFiles(): OfficeFiles {
  return { writeWorkbook, writeDocument }
}
