import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../../src/adapters/files/read-source.ts'
import { buildZip } from '../../../src/adapters/files/build-zip.ts'

const LINE = join(import.meta.dirname, '../../fixtures/files/line.jpg')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

describe('the content of a file decides what it is', () => {
  test('text keeps every character, without the mark of its encoding', async () => {
    const text = 'Kế hoạch\r\n\tsố 1\n'
    expect(await readSource(Buffer.from(`\ufeff${text}`))).toMatchObject({ text, kind: 'text', pages: null })
    expect(await readSource(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ text, kind: 'text' })
  })

  test('a picture is read by eye, with a sign of life', async () => {
    const told: string[] = []
    const source = await readSource(LINE, { tell: (line) => told.push(line), quietMs: 0 })
    expect(source).toMatchObject({ kind: 'image', pages: 1, isRecognized: true, bytes: readFileSync(LINE) })
    expect(source).toMatchObject({ text: expect.stringContaining('Sở Nội vụ chủ trì') as string })
    expect(told).toEqual(['  page 1 of 1'])
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['space', Buffer.from(' \n\t\n'), 'empty'],
    ['Latin letters of an old encoding', Buffer.from('K\xea ho\xe1ch', 'latin1'), 'encoding'],
    ['binary data', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe]), 'file-kind'],
    ['text with a NUL', Buffer.from('Kế\0hoạch'), 'file-kind'],
    ['an old Word file', Buffer.concat([OLE, Buffer.alloc(600)]), 'old-word'],
    [
      'a Word file with a password',
      Buffer.concat([OLE, Buffer.alloc(64), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a package that is no Word file', buildZip(new Map([['xl/workbook.xml', Buffer.from('<a/>')]])), 'file-kind'],
    ['a page without words', Buffer.from('<!DOCTYPE html><html><body><p> </p></body></html>'), 'no-words'],
  ])('%s is refused', async (_, bytes, refused) => {
    expect(await readSource(bytes)).toMatchObject({ refused })
  })
})
