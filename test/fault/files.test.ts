import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { buildZip } from '../../src/adapters/files/build-zip.ts'
import type { FileLimits } from '../../src/adapters/files/file-limits.ts'
import { readSource } from '../../src/adapters/files/read-source.ts'
import { buildDocx, wordParagraph } from '../support/build-docx.ts'
import { buildPdf, buildScanPdf, buildTextPdf } from '../support/build-pdf.ts'

const MIB = 1024 * 1024

async function refusalOf(file: string | Uint8Array, limits: Partial<FileLimits> = {}): Promise<string> {
  const source = await readSource(file, { limits })
  return 'refused' in source ? source.refused : `read: ${source.text.slice(0, 80)}`
}

/** A zip with one deflated part whose directory may lie about its size. */
function buildPackedZip(name: string, data: Buffer, declared = data.length): Buffer {
  const packed = deflateRawSync(data)
  const zip = buildZip(new Map([[name, packed]]))
  const directory = zip.indexOf('PK\x01\x02')
  for (const at of [0, directory + 2]) zip.writeUInt16LE(8, at + 8)
  for (const at of [0, directory + 2]) zip.writeUInt32LE(crc32(data), at + 14)
  for (const at of [0, directory + 2]) zip.writeUInt32LE(declared, at + 22)
  return zip
}

function replaceAll(file: Buffer, from: string, to: string): Buffer {
  return Buffer.from(file.toString('latin1').replaceAll(from, to), 'latin1')
}

describe('packages made to harm are refused before they cost anything', () => {
  const paragraph = wordParagraph('Kế hoạch')
  const word = buildDocx({ body: paragraph, header: paragraph, footer: paragraph })
  const zeros = Buffer.alloc(20 * MIB)

  test.each([
    ['a bomb that declares its size', buildPackedZip('word/document.xml', zeros), 'inflates'],
    ['a bomb that lies about its size', buildPackedZip('word/document.xml', zeros, 1000), 'inflates'],
    ['a path that leads out', replaceAll(word, 'word/document.xml', '../../etc/passwd.'), 'unsafe-paths'],
    ['an absolute path', replaceAll(word, 'word/document.xml', '/etc/cron.d/evil.'), 'unsafe-paths'],
    ['the same part twice', replaceAll(word, 'word/header1.xml', 'word/footer1.xml'), 'damaged'],
    ['a cut package', word.subarray(0, word.length - 40), 'damaged'],
    ['a package of which only the mark is right', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]), 'damaged'],
  ])('%s', async (_, file, refused) => {
    expect(await refusalOf(file, { inflatedBytes: 4 * MIB })).toBe(refused)
  })

  test('parts that share their packed bytes', async () => {
    const zip = buildZip(
      new Map([
        ['word/document.xml', Buffer.alloc(900)],
        ['word/styles.xml', Buffer.alloc(900)],
      ]),
    )
    const second = zip.lastIndexOf('PK\x01\x02')
    zip.writeUInt32LE(10, second + 42)
    expect(await refusalOf(zip)).toBe('inflates')
  })

  test.each([
    ['entities that multiply', '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document/>'],
    [
      'an entity that reads a file',
      '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:body>&a;</w:body></w:document>',
    ],
  ])('%s', async (_, xml) => {
    expect(await refusalOf(buildDocx({ body: 'x' }, { 'word/document.xml': xml }))).toBe('entities')
    expect(await refusalOf(buildDocx({ body: wordParagraph('Kế hoạch') }, { 'word/footnotes.xml': xml }))).toBe('entities')
  })

  test('elements nested without end', async () => {
    expect(await refusalOf(buildDocx({ body: '<w:p>'.repeat(50_000) }))).toBe('damaged')
  })
})

describe('PDFs made to harm', () => {
  const page = buildTextPdf([{ prints: [{ x: 60, y: 700, text: 'Kế hoạch triển khai công tác thông tin đối ngoại năm 2025' }] }])

  test('behind a password', async () => {
    const key = `<${'ab'.repeat(32)}>`
    const locked = buildPdf(
      [{ entries: '/Type /Catalog /Pages 2 0 R' }, { entries: '/Type /Pages /Kids [] /Count 0' }],
      `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${key} /U ${key} >> /ID [${key} ${key}]`,
    )
    expect(await refusalOf(locked)).toBe('encrypted')
  })

  test('streams that inflate without end stop at the memory limit', async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(160 * MIB)))
    const pdf = buildPdf([
      { entries: '/Type /Catalog /Pages 2 0 R' },
      { entries: '/Type /Pages /Kids [3 0 R] /Count 1' },
      { entries: '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R' },
      { entries: '/Filter [/FlateDecode /FlateDecode]', stream: bomb },
    ])
    expect(pdf.length).toBeLessThan(20_000)
    expect(await refusalOf(pdf, { bufferBytes: 32 * MIB })).toBe('memory')
  })

  test('more pages than anybody reads', async () => {
    expect(await refusalOf(page, { pages: 0 })).toBe('too-many-pages')
    expect(await refusalOf(replaceAll(page, '/Count 1', '/Count 9'))).toMatch(/^read: Kế hoạch/)
  })

  test('pictures larger than paper', async () => {
    const wall = {
      entries: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode',
      data: deflateSync(Buffer.alloc(1000)),
      width: 90_000,
      height: 90_000,
    }
    expect(await refusalOf(buildScanPdf([wall]))).toBe('no-words')
  })

  test('nothing but the mark', async () => {
    expect(await refusalOf(Buffer.from(`%PDF-1.7\n${'garbage '.repeat(50)}\xff\xfe`, 'latin1'))).toBe('damaged')
  })

  test('cut anywhere, it is read or refused, and never hangs or throws', async () => {
    for (const share of [0.3, 0.6, 0.9])
      expect(await refusalOf(page.subarray(0, page.length * share))).toMatch(/^(?:damaged|no-words|read: )/)
  })
})

describe('whatever a parser costs has an end', () => {
  test('a picture that declares more pixels than paper has', async () => {
    const head = Buffer.alloc(100)
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head)
    head.writeUInt32BE(100_000, 16)
    head.writeUInt32BE(100_000, 20)
    expect(await refusalOf(head)).toBe('too-large')
  })

  test('a cut picture', async () => {
    expect(await refusalOf(Buffer.from('ffd8ffe000104a464946', 'hex'))).toBe('damaged')
  })

  test('objects without end stop at the heap limit', async () => {
    const page = Buffer.from(`<html><body>${'<table><tr><td>a'.repeat(400_000)}`)
    expect(await refusalOf(page, { heapMib: 24 })).toBe('memory')
  })

  test('time without a sign of life ends it', async () => {
    expect(await refusalOf(Buffer.from('<html><p>Kế hoạch</p></html>'), { stepMs: 1 })).toBe('too-slow')
  })

  test('files that never end, and what is no file', async () => {
    expect(await refusalOf('/dev/zero', { fileBytes: MIB })).toBe('too-large')
    expect(await refusalOf(Buffer.alloc(MIB + 1), { fileBytes: MIB })).toBe('too-large')
    expect(await refusalOf(import.meta.dirname)).toBe('not-a-file')
  })

  test('nothing is left behind: no file, no thread', async () => {
    const places = [tmpdir(), process.cwd()]
    const before = places.map((place) => readdirSync(place).filter((name) => /tess|traineddata|\.part$/i.test(name)))
    await refusalOf(Buffer.from('<html><p>Kế hoạch</p></html>'))
    expect(places.map((place) => readdirSync(place).filter((name) => /tess|traineddata|\.part$/i.test(name)))).toEqual(before)
    expect(process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker')).toEqual([])
  })
})
