/**
 * Reads a GEXF file with the tools that people open it in, as far as they are on this machine: the GEXF project's RELAX
 * NG schema (xmllint), networkx (Python), Gephi's own importer (Java, Maven; downloads Gephi's toolkit once).
 *
 * npm run check:gexf -- [graph.gexf] [folder of the schemas] [--draw FOLDER]
 *
 * With --draw, Gephi also draws the pictures of docs/gephi.md into a folder; that needs a screen, or xvfb-run.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { draw: { type: 'string' } } })
const [file = 'graph-out/graph.gexf', schemas = '../shared/schemas/gexf'] = positionals
const here = join(import.meta.dirname, 'check-gexf')

class ToolMissing extends Error {}

function run(command: string, args: readonly string[], cwd?: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 })
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: string; stdout?: string; stderr?: string }
    if (code === 'ENOENT') throw new ToolMissing(`${command} is not on this machine`)
    throw new Error(`${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-15).join('\n'))
  }
}

function validate(): string {
  const version = /<gexf[^>]* version="([\d.]+)"/.exec(readFileSync(file, 'utf8').slice(0, 2000))?.[1]
  const folder = join(schemas, version === '1.2' ? '1.2draft' : String(version))
  if (!existsSync(folder)) throw new ToolMissing(`no schema in ${folder}`)
  const copy = mkdtempSync(join(tmpdir(), 'check-gexf-'))
  for (const name of readdirSync(folder)) {
    // The 1.2 grammar forgets to say that viz elements stand in the viz namespace; 1.3 says it in this way.
    const text = readFileSync(join(folder, name), 'utf8')
    writeFileSync(
      join(copy, name),
      text.replace('<include href="viz.rng"/>', '<include href="viz.rng" ns="http://www.gexf.net/1.2draft/viz"/>'),
    )
  }
  run('xmllint', ['--noout', '--relaxng', join(copy, 'gexf.rng'), file])
  return `valid GEXF ${version}`
}

function readInNetworkx(): string {
  const python = process.env.PYTHON ?? 'python3'
  try {
    run(python, ['-c', 'import networkx'])
  } catch {
    throw new ToolMissing(`${python} has no networkx; set PYTHON to one that has`)
  }
  return run(python, [join(here, 'read_in_networkx.py'), file]).trim()
}

function readInGephi(): string {
  const target = join(import.meta.dirname, '../node_modules/.cache/check-gexf')
  mkdirSync(target, { recursive: true })
  const classPath = join(target, 'class-path.txt')
  run('java', ['-version'])
  if (!existsSync(classPath)) {
    run('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${classPath}`], here)
  }
  const args = ['-Djava.awt.headless=true', '-cp', readFileSync(classPath, 'utf8').trim()]
  const read = run('java', [...args, join(here, 'ReadInGephi.java'), file]).trim()
  if (values.draw === undefined) return read
  const screen = process.env.DISPLAY ? [] : ['xvfb-run', '-a']
  const [command, ...rest] = [...screen, 'java', ...args.slice(1), join(here, 'DrawInGephi.java'), file, values.draw]
  run(command!, rest)
  return `${read}\npictures in ${values.draw}`
}

let failed = false
for (const [name, check] of Object.entries({ schema: validate, networkx: readInNetworkx, Gephi: readInGephi })) {
  try {
    console.log(`${name}: ok\n  ${check().replaceAll('\n', '\n  ')}`)
  } catch (error) {
    const { message } = error as Error
    console.log(
      `${name}: ${error instanceof ToolMissing ? 'skipped, ' : 'FAILED\n  '}${message.replaceAll('\n', '\n  ')}`,
    )
    if (!(error instanceof ToolMissing)) failed = true
  }
}
process.exitCode = failed ? 1 : 0
