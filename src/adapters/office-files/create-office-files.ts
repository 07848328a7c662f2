import type { OfficeFiles } from '../../ports/office-files.ts'

/** Office files, written in this process; what writes them, a hundred modules, is loaded at the first one. */
export function createOfficeFiles(): OfficeFiles {
  return {
    writeWorkbook: async (sheet) => (await import('./write-workbook.ts')).writeWorkbook(sheet),
    writeDocument: async (sheet) => (await import('./write-document.ts')).writeDocument(sheet),
  }
}
