import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Log } from '../../src/cli/log.ts'
import { makePage } from '../../src/cli/make-page.ts'
import type { HearsayError } from '../../src/errors.ts'
import { articlesBlock } from '../../src/export/articles.ts'
import { STORY } from '../graph/story.ts'
import { storyFolder } from './run.ts'

const { folder, remove } = storyFolder()
afterAll(remove)
const graph = join(folder, 'graph.json')

const warnings: HearsayError[] = []
const log = { warning: (warning: HearsayError) => void warnings.push(warning) } as Log

async function pageOf(...parameters: Parameters<typeof makePage>): Promise<string> {
  let page = ''
  for await (const piece of makePage(...parameters)) page += piece
  return page
}

const block = (page: string, id: string) =>
  page.match(new RegExp(`<script type="application/json" id="${id}">([^<]*)</script>`))?.[1]

it('carries the graph and the articles with what was found in them', async () => {
  const page = await pageOf(graph, articlesBlock(STORY), log)
  expect(JSON.parse(block(page, 'hearsay-graph')!).nodes).not.toEqual([])
  const { documents } = JSON.parse(block(page, 'hearsay-articles')!)
  expect(documents.map(({ id }: { id: string }) => id)).toEqual(STORY.documents.map(({ id }) => id))
  expect(warnings).toEqual([])
})

it('leaves out a graph that is too large for a page, and says what to do', async () => {
  const page = await pageOf(graph, articlesBlock(STORY), log, 1000)
  expect(block(page, 'hearsay-graph')).toBe('')
  expect(block(page, 'hearsay-articles')).toBe('')
  expect(warnings.map(({ code }) => code)).toEqual(['page/too-large'])
  expect(warnings[0]!.message).toMatch(/index\.html: stands without the graph, .* MB .*Open graph\.gexf in Gephi/)
})
