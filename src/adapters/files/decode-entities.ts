const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  breve: '\u0306',
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  sect: '§',
  deg: '°',
  times: '×',
  eth: 'đ',
  ETH: 'Đ',
  dstrok: 'đ',
  Dstrok: 'Đ',
  rarr: '→',
  le: '≤',
  ge: '≥',
}

/** Text with its character references resolved; an unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{1,10}));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return findNamed(name) ?? whole
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ''
    },
  )
}

// "&agrave;" is an a with a grave accent: the name says how to build the letter.
function findNamed(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name]
  const mark = MARKS[name.slice(1)]
  return mark && (name[0]! + mark).normalize('NFC')
}
