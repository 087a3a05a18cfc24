import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, it } from 'vitest'
import { codeBlocks } from './code-blocks.ts'
import { fromSource } from './runners.ts'

const scratch = '.cache/docs-types'
mkdirSync(scratch, { recursive: true })
afterAll(() => rmSync(scratch, { recursive: true }))

it('all TypeScript of README and docs compiles under the settings of the project', { timeout: 120_000 }, () => {
  const pages = [
    'README.md',
    ...readdirSync('docs').flatMap(name => (name.endsWith('.md') ? [join('docs', name)] : [])),
  ]
  const blocks = pages.flatMap(page =>
    codeBlocks(page).flatMap(({ language, code, line }) =>
      language === 'ts' ? [{ name: `${page}-${line}`, code }] : [],
    ),
  )
  const examples = readdirSync('docs/examples').flatMap(name =>
    name.endsWith('.ts') ? [{ name, code: readFileSync(join('docs/examples', name), 'utf8') }] : [],
  )
  const files = [...blocks, ...examples].map(({ name, code }) => {
    const file = join(scratch, `${name.replace(/\W/g, '-')}.ts`)
    writeFileSync(file, fromSource(code))
    return file
  })
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const program = ts.createProgram(files, { ...options, noEmit: true })
  const told = files.flatMap(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
  expect(
    ts.formatDiagnostics(told, {
      getCanonicalFileName: String,
      getCurrentDirectory: () => '.',
      getNewLine: () => '\n',
    }),
  ).toBe('')
  expect(files.length).toBeGreaterThan(10)
})
