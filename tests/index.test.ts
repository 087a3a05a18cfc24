import { expect, it } from 'vitest'
import * as anywhere from '../src/browser.ts'
import * as hearsay from '../src/index.ts'

// The public surface: whoever changes these lists changes what other people's programs import.
const ANYWHERE = [
  'DEFAULT_LIMITS',
  'FORMATS',
  'HearsayError',
  'NODE_COLORS',
  'PREFIXES',
  'buildGraph',
  'decodeDocuments',
  'edgeColor',
  'extract',
  'jsonChunks',
  'loadMergeResources',
  'loadResources',
  'merge',
  'openGraph',
  'openSparql',
  'readGraph',
  'writeCypher',
  'writeDot',
  'writeEdgesCsv',
  'writeFollowTheMoney',
  'writeGexf',
  'writeGraphml',
  'writeJson',
  'writeJsonLd',
  'writeNQuads',
  'writeNodesCsv',
  'writeTurtle',
]

const WITH_FILES = ['extractAll', 'openDataFiles', 'readDocuments']

it('the library gives, in browsers, what does not need files', () => {
  expect(Object.keys(anywhere).sort()).toEqual(ANYWHERE)
})

it('the library gives, in Node, reading and threads as well', () => {
  expect(Object.keys(hearsay).sort()).toEqual([...ANYWHERE, ...WITH_FILES].sort())
})
