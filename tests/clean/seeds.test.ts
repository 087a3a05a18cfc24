import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clean } from '../../src/clean/clean.ts'

const seeds = readdirSync('seeds').filter(name => name.endsWith('.txt'))

test.each(seeds)('blocks of %s', async name => {
  const text = readFileSync(`seeds/${name}`, 'utf8')
  const { blocks, pullQuotes, published } = clean({ id: name, text })
  const lines = blocks.map(
    ({ start, end, kind }) => `${kind} ${start}-${end} ${text.slice(start, Math.min(end, start + 60))}`,
  )
  const quotes = pullQuotes.map(
    ({ quote, name: who, role }) => `${quote.join('-')} by ${text.slice(...who)}, ${role ? text.slice(...role) : '?'}`,
  )
  const golden = [`published ${published ?? '-'}`, ...lines, ...quotes].join('\n')
  await expect(`${golden}\n`).toMatchFileSnapshot(`../golden/clean-${name}`)
})
