// Builds the publishable package: JavaScript and types into dist/, the data beside them, the viewer page built in.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'

const run = (command, ...parameters) =>
  execFileSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' })

rmSync('dist', { recursive: true, force: true })
run('npx', 'tsc', '-p', 'tsconfig.build.json')
cpSync('src/data', 'dist/data', { recursive: true })
run('npm', 'run', '-s', 'build:viewer')
chmodSync('dist/cli/main.js', 0o755)
