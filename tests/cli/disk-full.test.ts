import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COMMAND, runCli } from '../support/run-cli.ts'

let scratch: string
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'hearsay-full-'))
  mkdirSync(join(scratch, 'articles'))
  for (let i = 0; i < 8; i++) {
    const claims = Array.from({ length: 60 }, (_, n) => `Minister Ana Lopez accused France of breaking deal ${i}-${n}.`)
    writeFileSync(join(scratch, 'articles', `${i}.txt`), claims.join(' '))
  }
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Builds where no file may grow beyond some kilobytes, which to a program is a full disk. */
function buildWithin(kilobytes: number) {
  const command = [process.execPath, ...COMMAND, 'build', join(scratch, 'articles'), '-o', join(scratch, 'out'), '-q']
  const quoted = command.map(part => `'${part}'`).join(' ')
  return spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec ${quoted}`], { encoding: 'utf8' })
}

// Windows has no such limit to set.
it.skipIf(process.platform === 'win32').each([16, 100, 200])(
  'a disk that is full after %d kB is told, leaves nothing half-written, and the next build goes on',
  async kilobytes => {
    const { status, stderr } = buildWithin(kilobytes)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^hearsay: .*: cannot be written \(EFBIG.*free some space\.$/m)
    expect(
      readdirSync(join(scratch, 'out')).filter(name => name !== '.cache' && name !== 'extractions.ndjson'),
    ).toEqual([])
    const next = await runCli(['build', join(scratch, 'articles'), '-o', join(scratch, 'out'), '-q'])
    expect(next).toEqual({ code: 0, stdout: '', stderr: '' })
    rmSync(join(scratch, 'out'), { recursive: true })
  },
  60_000,
)
