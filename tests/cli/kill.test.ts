import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { runCli } from '../support/run-cli.ts'

/** More with `KILLS=200 npx vitest run tests/cli/kill.test.ts`. */
const KILLS = Number(process.env.KILLS ?? 5)
const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

let scratch: string
let whole: Map<string, string>
let milliseconds: number

/** Every file under its final name, with its content. */
function finalFiles(folder: string): Map<string, string> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter(name => !name.startsWith('.') && !name.endsWith('.tmp'))
    : []
  return new Map(names.sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'hearsay-kill-'))
  mkdirSync(join(scratch, 'articles'))
  for (let i = 0; i < 20; i++) {
    const text = `Minister Ana Lopez of Spain accused France of breaking deal number ${i}. "It is over," she told reporters.\n`
    writeFileSync(join(scratch, 'articles', `${i}.txt`), text.repeat(10))
  }
  const started = performance.now()
  const run = await runCli(['build', join(scratch, 'articles'), '-o', join(scratch, 'whole'), '-q'])
  milliseconds = performance.now() - started
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
  whole = finalFiles(join(scratch, 'whole'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function buildAndKill(folder: string, after: number): Promise<void> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      MAIN,
      'build',
      join(scratch, 'articles'),
      '-o',
      folder,
      '-q',
    ])
    const timer = setTimeout(() => child.kill('SIGKILL'), after)
    child.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

it(
  `a build killed ${KILLS} times leaves only whole files and ends as if it had never been killed`,
  async () => {
    const random = seededRandom(7)
    const folder = join(scratch, 'killed')
    for (let kill = 0; kill < KILLS; kill++) {
      await buildAndKill(folder, milliseconds * (0.2 + random()))
      for (const [name, content] of finalFiles(folder)) expect(content, name).toBe(whole.get(name))
    }
    const last = await runCli(['build', join(scratch, 'articles'), '-o', folder, '-q'])
    expect(last).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(finalFiles(folder)).toEqual(whole)
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  },
  60_000 + KILLS * 20_000,
)
