import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  type FSWatcher,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { COMMAND, runCli } from '../support/run-cli.ts'

/** More with `KILLS=200 npx vitest run tests/cli/kill.test.ts`; faster on the built command, see `COMMAND`. */
const KILLS = Number(process.env.KILLS ?? 6)

interface Command {
  readonly parameters: readonly string[]
  readonly input: string
  /** What an uninterrupted run leaves: every file under its final name. */
  whole: Map<string, string>
  milliseconds: number
  /** How often an uninterrupted run creates, fills or renames a file of its folder. */
  events: number
}

let scratch: string
const commands: Command[] = []

/** Every file under its final name, with its content. */
function finalFiles(folder: string): Map<string, string> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter(name => !name.startsWith('.') && !name.endsWith('.tmp'))
    : []
  return new Map(names.sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

function start({ parameters, input }: Command, folder: string): ChildProcess {
  const child = spawn(process.execPath, [...COMMAND, ...parameters, '-o', folder, '-q'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin!.on('error', () => undefined)
  child.stdin!.end(input)
  return child
}

/** Runs a command and kills it where `arm` says; whether the kill came before the end. */
async function runAndKill(
  command: Command,
  folder: string,
  arm: (kill: () => void) => { stop: () => void },
): Promise<boolean> {
  mkdirSync(folder, { recursive: true })
  const child = start(command, folder)
  const armed = arm(() => child.kill('SIGKILL'))
  const signal = await new Promise<string | null>(resolve => child.on('close', (_code, signal) => resolve(signal)))
  armed.stop()
  return signal === 'SIGKILL'
}

const afterTime = (milliseconds: number) => (kill: () => void) => {
  const timer = setTimeout(kill, milliseconds)
  return { stop: () => clearTimeout(timer) }
}

const afterEvents = (folder: string, count: number) => (kill: () => void) => {
  let seen = 0
  const watcher: FSWatcher = watch(folder, () => {
    if (++seen === count) kill()
  })
  return { stop: () => watcher.close() }
}

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'hearsay-kill-'))
  mkdirSync(join(scratch, 'articles'))
  for (let i = 0; i < 20; i++) {
    const text = `Minister Ana Lopez of Spain accused France of breaking deal number ${i}. "It is over," she told reporters.\n`
    writeFileSync(join(scratch, 'articles', `${i}.txt`), text.repeat(10))
  }
  const measure = async (name: string, parameters: readonly string[], input: string) => {
    const folder = join(scratch, name)
    mkdirSync(folder)
    let events = 0
    const watcher = watch(folder, () => void events++)
    const started = performance.now()
    const run = await runCli([...parameters, '-o', folder, '-q'], input)
    const milliseconds = performance.now() - started
    watcher.close()
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
    commands.push({ parameters, input, milliseconds, events, whole: finalFiles(folder) })
  }
  await measure('build', ['build', join(scratch, 'articles')], '')
  await measure('merge', ['merge'], commands[0]!.whole.get('extractions.ndjson')!)
}, 60_000)
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

it(
  `${KILLS} killed runs leave only whole files, and the next run ends as if there had been no kill`,
  async () => {
    const random = seededRandom(7)
    // How many final files stood when the kill came, and whether one was being written: shows where the kills fell.
    const fell = new Map<string, number>()
    let killed = 0
    for (let attempt = 0; killed < KILLS; attempt++) {
      expect(attempt, 'runs that ended before their kill').toBeLessThan(KILLS * 3 + 10)
      const command = commands[attempt % 4 === 3 ? 1 : 0]!
      const folder = join(scratch, `killed-${attempt}`)
      const arm =
        attempt % 2 === 0
          ? afterTime(command.milliseconds * (0.1 + 0.9 * random()))
          : afterEvents(folder, 1 + Math.floor(random() * command.events))
      if (await runAndKill(command, folder, arm)) {
        killed++
        const left = finalFiles(folder)
        for (const [name, content] of left) expect(content, name).toBe(command.whole.get(name))
        const writing = readdirSync(folder).filter(name => name.endsWith('.tmp')).length
        const point = `${command.parameters[0]}: ${left.size} files whole${writing > 0 ? ', one half-written' : ''}`
        fell.set(point, (fell.get(point) ?? 0) + 1)
        const next = await runCli([...command.parameters, '-o', folder, '-q'], command.input)
        expect(next).toEqual({ code: 0, stdout: '', stderr: '' })
      }
      expect(finalFiles(folder)).toEqual(command.whole)
      expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
      rmSync(folder, { recursive: true })
    }
    if (process.env.KILLS) console.log(`${killed} kills:`, Object.fromEntries([...fell].sort()))
  },
  60_000 + KILLS * 60_000,
)

it('goes on where a build was killed again and again', async () => {
  const random = seededRandom(8)
  const folder = join(scratch, 'again')
  const command = commands[0]!
  for (let kill = 0; kill < 3; kill++) {
    await runAndKill(command, folder, afterTime(command.milliseconds * (0.3 + 0.6 * random())))
    for (const [name, content] of finalFiles(folder)) expect(content, name).toBe(command.whole.get(name))
  }
  const last = await runCli([...command.parameters, '-o', folder, '-q'])
  expect(last).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(finalFiles(folder)).toEqual(command.whole)
}, 60_000)
