import { HearsayError } from '../errors.ts'

const graphPlace = '<!--hearsay:graph-->'
const articlesPlace = '<!--hearsay:articles-->'
const readerPlace = '<!--hearsay:reader-->'

/**
 * Puts a graph into the viewer's page. The data stands in it as inert JSON blocks that the browser never runs.
 *
 * @param template the built viewer, `dist/viewer/index.html`
 * @param graphJson `graph.json`: graphology's serialisation
 * @param articlesJson what {@link articlesBlock} makes, for the page's article reader; without it the page shows evidence only
 * @param reader base64 of `dist/viewer/reader.gz`, with which the page reads dropped articles by itself; some megabytes
 * @throws HearsayError if the template is not the viewer's
 */
export function renderPage(template: string, graphJson: string, articlesJson = '', reader = ''): string {
  return pageParts(template, articlesJson, reader)
    .map(part => part ?? inert(graphJson))
    .join('')
}

/**
 * {@link renderPage} with the graph in pieces, for one that is too large to hold.
 *
 * @param graphJson pieces of `graph.json`, cut anywhere
 */
export async function* renderPageChunks(
  template: string,
  graphJson: AsyncIterable<string>,
  articlesJson = '',
): AsyncGenerator<string> {
  for (const part of pageParts(template, articlesJson, '')) {
    if (part !== null) yield part
    else for await (const piece of graphJson) yield inert(piece)
  }
}

/** The page in parts, null where the graph goes. */
function pageParts(template: string, articlesJson: string, reader: string): (string | null)[] {
  const [beforeGraph, afterGraph, ...more] = template.split(graphPlace)
  const [beforeReader, afterReader] = (afterGraph ?? '').split(readerPlace)
  const [between, after] = (beforeReader ?? '').split(articlesPlace)
  if (afterReader === undefined || after === undefined || more.length > 0)
    throw new HearsayError(
      'export/template',
      'viewer template',
      'it is not the built viewer: the places for the data are missing',
      'Run npm run build:viewer',
    )
  return [beforeGraph!, null, between!, inert(articlesJson), after, inert(reader), afterReader]
}

/** JSON that cannot end its block nor, in old engines, a line: the same value, with the characters escaped. */
function inert(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
