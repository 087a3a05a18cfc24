import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Rooms of `src`, and what each may import besides itself, `types`, `errors`, `util` and packages. */
const STAGES = [
  'read',
  'clean',
  'language',
  'corpus',
  'entities',
  'statements',
  'relations',
  'resolve',
  'graph',
  'export',
  'query',
]
const COMMON = ['types', 'errors', 'util']
const OUTER = ['cli', 'serve', 'pool', 'threads', 'cache', 'index', 'browser', 'pipeline', 'data-files']
const MAY_IMPORT: Record<string, readonly string[]> = {
  ...Object.fromEntries(STAGES.map(stage => [stage, COMMON])),
  types: [],
  errors: [],
  util: ['types', 'errors'],
  threads: COMMON,
  'data-files': ['types'],
  pipeline: [...STAGES.filter(stage => stage !== 'read'), ...COMMON],
  browser: [...STAGES.filter(stage => stage !== 'read'), 'read', 'pipeline', ...COMMON],
  read: ['threads', ...COMMON],
  cache: COMMON,
  pool: ['pipeline', 'data-files', 'threads', ...COMMON],
  index: [...STAGES, ...COMMON, 'browser', 'pipeline', 'pool', 'data-files', 'serve'],
  serve: [...COMMON, 'index', 'export'],
  cli: [...STAGES, ...COMMON, ...OUTER],
}
const MAY_TOUCH_THE_MACHINE = ['read', 'serve', 'cli', 'pool', 'cache', 'threads', 'data-files']

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
const roomOf = (file: string) => normalize(file).split(/[\\/]/)[0]!.replace(/\.ts$/, '')
const importsOf = (file: string) =>
  [
    ...readFileSync(join('src', file), 'utf8').matchAll(
      /^(?:import|export)\b[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/gms,
    ),
  ].map(match => (match[1] ?? match[2])!)

describe('the rooms of src', () => {
  it.each(files)('%s imports only what its room may', file => {
    const room = roomOf(file)
    const allowed = [room, ...(MAY_IMPORT[room] ?? [])]
    const rooms = importsOf(file)
      .filter(path => path.startsWith('.'))
      .map(path => roomOf(join(dirname(file), path)))
    expect(rooms.filter(imported => !allowed.includes(imported))).toEqual([])
  })

  it.each(files)('%s touches disk or network only where its room may', file => {
    const machine = importsOf(file).filter(path => path.startsWith('node:'))
    expect(MAY_TOUCH_THE_MACHINE.includes(roomOf(file)) ? [] : machine).toEqual([])
  })

  it('leaves the viewer with types alone, but for its worker', () => {
    const pages = readdirSync('viewer', { recursive: true, encoding: 'utf8' }).filter(
      file => file.endsWith('.ts') && !file.includes('worker') && !file.includes('node_modules'),
    )
    const code = pages.flatMap(file =>
      [...readFileSync(join('viewer', file), 'utf8').matchAll(/^import (?!type\b)[^'"]*?from '(\.[^']+)'/gms)]
        .map(match => normalize(join('viewer', dirname(file), match[1]!)))
        .filter(path => /^src[\\/]/.test(path))
        .map(path => `${file}: ${path}`),
    )
    expect(code).toEqual([])
  })
})
