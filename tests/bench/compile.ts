import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Compiles the sources as `npm run build` does, into a folder of their own; returns it. */
export function compile(): string {
  // Within node_modules, so that the compiled files find their packages.
  const folder = join(root, 'node_modules', '.cache', 'hearsay-bench')
  rmSync(folder, { recursive: true, force: true })
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const options = ['-p', join(root, 'tsconfig.build.json'), '--outDir', folder, '--declaration', 'false', '--noCheck']
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...options], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`compiling the sources failed:\n${stdout}${stderr}`)
  cpSync(join(root, 'src', 'data'), join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
  return folder
}
