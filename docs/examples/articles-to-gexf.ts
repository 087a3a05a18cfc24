/**
 * The whole pipeline as a library: articles in, a GEXF file out.
 *
 * npx tsx docs/examples/articles-to-gexf.ts seeds graph.gexf
 */
import { writeFile } from 'node:fs/promises'
import { extract, loadMergeResources, loadResources, merge, openDataFiles, readDocuments, writeGexf } from 'hearsay'

const [articles = 'seeds', output = 'graph.gexf'] = process.argv.slice(2)
const resources = loadResources(openDataFiles)

async function* extractions() {
  for await (const read of readDocuments([articles])) {
    if ('failure' in read) console.error(read.failure.message)
    else yield extract(read.document, resources)
  }
}

const { graph } = await merge(extractions(), loadMergeResources(openDataFiles))
await writeFile(output, writeGexf(graph))
console.log(`${graph.order} actors, ${graph.size} claims: ${output}`)
