import './style/page.css'
import './style/graph.css'
import './style/reading.css'
import './style/views.css'
import { place } from './dom.ts'
import { readArticles } from './model/read-articles.ts'
import { readGraph, UnreadableGraph } from './model/read-graph.ts'
import { indexStory, type Story } from './model/story.ts'
import { Page } from './page.ts'

function block(id: string): unknown {
  const text = place(id).textContent.trim()
  return text === '' || text.startsWith('<!--') ? null : JSON.parse(text)
}

function storyOfThePage(): Story {
  const graph = block('hearsay-graph')
  return graph === null ? indexStory([], [], new Map()) : readGraph(graph, readArticles(block('hearsay-articles')))
}

try {
  new Page(storyOfThePage())
} catch (error) {
  if (!(error instanceof UnreadableGraph) && !(error instanceof SyntaxError)) throw error
  place('notice').textContent = `The graph in this page cannot be read: ${error.message}.`
}
