/** Who may import whom: the import table of src/README.md as data. A new room is one line. */
const PURE = ['domain', 'text']
const ROOMS = {
  text: [],
  config: [],
  domain: ['text'],
  dates: PURE,
  units: PURE,
  restoring: PURE,
  wording: PURE,
  reading: ['dates', 'units', ...PURE],
  dialogue: ['dates', 'units', ...PURE],
  ports: ['domain'],
  search: ['ports', ...PURE],
  usecases: ['restoring', 'reading', 'dates', 'units', 'dialogue', 'wording', 'ports', ...PURE],
  http: ['usecases', 'wording', 'ports', 'domain'],
  console: ['usecases', 'wording', 'ports', 'domain'],
}

/** Packages that have a home: nobody else may import them. */
const HOMES = {
  minisearch: 'search',
  telegraf: 'adapters/telegram',
  'drizzle-orm': 'adapters/storage',
  'better-sqlite3': 'adapters/storage',
  hono: '(http|console|entry)',
  '@hono/node-server': 'entry',
  unpdf: 'adapters/files',
  'pdfjs-dist': 'adapters/files',
  mammoth: 'adapters/files',
  'tesseract.js': 'adapters/files',
  '@resvg/resvg-js': 'adapters/charts',
  '@expo-google-fonts': 'adapters/charts',
  docx: 'adapters/office-files',
  'write-excel-file': 'adapters/office-files',
  pino: 'adapters/system',
  croner: 'adapters/system',
  zod: '(config|adapters|http|entry)',
}

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `${room}-imports-only-${allowed.join('-') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}/`) },
}))

const homeRules = Object.entries(HOMES).map(([name, home]) => ({
  name: `${name}-lives-in-${home}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${home}/` },
  to: { path: `node_modules/${name}/` },
}))

module.exports = {
  forbidden: [
    ...roomRules,
    ...homeRules,
    {
      name: 'adapters-are-strangers',
      comment: 'adapters import ports, domain and text, and never another adapter',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/adapters/$1/', '^src/ports/', '^src/domain/', '^src/text/'] },
    },
    {
      name: 'node-only-at-the-edge',
      comment: 'node:* only in adapters and entry',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters|entry)/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-declared-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
