import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { codeBlocks } from './code-blocks.ts'
import { RUNNERS, scratch } from './runners.ts'

/** All pages that are written by hand; docs/commands.md and docs/api are generated (`commands.test.ts`, typedoc). */
const PAGES = [
  'README.md',
  'src/language/README.md',
  ...readdirSync('docs').flatMap(name => (/(?<!commands)\.md$/.test(name) ? [join('docs', name)] : [])),
]

/** Whether this run was asked to write down what blocks print now (`vitest run tests/docs -u`). */
function isUpdating(): boolean {
  const { snapshotState } = expect.getState() as unknown as { snapshotState?: { _updateSnapshot?: string } }
  return snapshotState?._updateSnapshot === 'all'
}

afterAll(() => rmSync(scratch, { recursive: true }))

/**
 * A `text` block below another shows what that one prints, or its first lines and "…". With `-u` it is written anew, with
 * as many lines as before.
 */
function comparePrinted(page: string, shown: string, printed: string): void {
  const lines = shown.trimEnd().split('\n')
  const isCut = lines.at(-1) === '…'
  const given = printed
    .trimEnd()
    .split('\n')
    .map(line => line.trimEnd())
  const now = isCut && given.length >= lines.length ? [...given.slice(0, lines.length - 1), '…'] : given
  if (isUpdating()) {
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace(`\`\`\`text\n${shown}`, () => `\`\`\`text\n${now.join('\n')}\n`),
    )
  } else expect(lines, 'else: npx vitest run tests/docs -u').toEqual(now)
}

describe.each(PAGES)('%s', page => {
  const blocks = codeBlocks(page)
  const printed = new Map<number, string>()

  it.each(blocks.map((block, index) => ({ ...block, index })))(
    'runs the $language block at line $line',
    async ({ language, code, line, index }) => {
      expect(Object.keys(RUNNERS)).toContain(language)
      const above = printed.get(index - 1)
      if (language === 'text' && above !== undefined) return comparePrinted(page, code, above)
      const output = await RUNNERS[language]!(code, { page, name: `${page.replace(/\W/g, '-')}-${line}` })
      if (output !== '') printed.set(index, output)
    },
    60_000,
  )

  it('has no code outside fences, where nobody runs it', () => {
    const prose = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
    expect(prose.match(/(?<=\n\n) {4}\S.*/g) ?? []).toEqual([])
  })

  it('links to what is there', () => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(match => match[1]!)
    for (const link of links) expect(existsSync(join(dirname(page), link)), link).toBe(true)
  })

  it('links to headings that are there', () => {
    const anchors = (path: string) =>
      [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(match =>
        match[1]!
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .replaceAll(' ', '-'),
      )
    for (const [, path, anchor] of readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)) {
      expect(anchors(path ? join(dirname(page), path) : page), `${path}#${anchor}`).toContain(anchor)
    }
  })
})

it('the index names every page', () => {
  const index = readFileSync('docs/README.md', 'utf8')
  const pages = readdirSync('docs').filter(name => name.endsWith('.md') && name !== 'README.md')
  expect(pages.filter(name => !index.includes(`](${name})`))).toEqual([])
})

it('the page on queries works ten of them', () => {
  expect(codeBlocks('docs/query.md').filter(({ language }) => language === 'sparql')).toHaveLength(10)
})
