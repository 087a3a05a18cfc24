import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Compiles the sources as `npm run build` does, into a package of their own; returns its `dist`. */
export function compile(): string {
  // Within node_modules, so that the compiled files find their packages.
  const folder = join(root, 'node_modules', '.cache', 'hearsay-bench')
  const compiled = join(folder, 'dist')
  rmSync(folder, { recursive: true, force: true })
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const options = ['-p', join(root, 'tsconfig.build.json'), '--outDir', compiled, '--declaration', 'false', '--noCheck']
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...options], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`compiling the sources failed:\n${stdout}${stderr}`)
  cpSync(join(root, 'src', 'data'), join(compiled, 'data'), { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  const viewer = join(root, 'dist', 'viewer')
  if (!existsSync(viewer)) spawnSync('npm', ['run', '-s', 'build:viewer'], { cwd: root, stdio: 'ignore' })
  cpSync(viewer, join(compiled, 'viewer'), { recursive: true })
  return compiled
}
