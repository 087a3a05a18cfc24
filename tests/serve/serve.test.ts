import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HearsayError } from '../../src/errors.ts'
import { type Serving, serve } from '../../src/serve/serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-serve-'))
const inside = join(folder, 'graph-out')
let serving: Serving

beforeAll(async () => {
  mkdirSync(join(inside, 'more'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(inside, '.hidden'), 'secret')
  writeFileSync(
    join(inside, 'index.html'),
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-abc='"><p>page`,
  )
  writeFileSync(join(inside, 'more', 'other.html'), '<script>alert(1)</script>')
  writeFileSync(join(inside, 'graph.json'), '{}')
  symlinkSync(join(folder, 'secret.txt'), join(inside, 'link.txt'))
  serving = await serve(inside)
})

afterAll(async () => {
  await serving.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** Asks for a path exactly as it is written, with any Host. */
function ask(path: string, { host, method = 'GET' }: { host?: string; method?: string } = {}): Promise<Answer> {
  const { hostname, port } = new URL(serving.url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: host ? { host } : {} }, response => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', chunk => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('serve', () => {
  it('serves the page on loopback, with the policy that the page states', async () => {
    expect(new URL(serving.url).hostname).toBe('127.0.0.1')
    const { status, body, headers } = await ask('/')
    expect(status).toBe(200)
    expect(body).toContain('page')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'sha256-abc='; frame-ancestors 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('lets any other page of the folder run nothing', async () => {
    const { headers } = await ask('/more/other.html')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/)
    expect(headers['content-security-policy']).not.toContain('script-src')
  })

  it('serves data files', async () => {
    expect(await ask('/graph.json')).toMatchObject({ status: 200, body: '{}' })
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/more/..%5c..%5c..%5csecret.txt',
    '//etc/passwd',
    '/link.txt',
    '/.hidden',
    '/%00',
    '/%',
    '/nothing.txt',
  ])('gives nothing for %s', async path => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1:1'])('refuses requests for the host %s', async host => {
    expect((await ask('/graph.json', { host })).status).toBe(421)
  })

  it('answers to localhost by name', async () => {
    expect((await ask('/graph.json', { host: `localhost:${new URL(serving.url).port}` })).status).toBe(200)
  })

  it('takes nothing', async () => {
    expect((await ask('/graph.json', { method: 'PUT' })).status).toBe(405)
  })

  it('says what is wrong with a folder or a port', async () => {
    await expect(serve(join(folder, 'none'))).rejects.toThrow(HearsayError)
    await expect(serve(join(folder, 'secret.txt'))).rejects.toThrow('it is a file')
    await expect(serve(inside, { port: Number(new URL(serving.url).port) })).rejects.toThrow('cannot be used')
  })
})
