import { Parser } from 'htmlparser2'

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
/** No prose of the article: machinery, controls, captions and credits of pictures. */
const NEVER = new Set(
  'audio button canvas datalist embed figcaption head iframe input math nav noscript object script select style svg template textarea video'.split(
    ' ',
  ),
)
/** The page around the article; left out where no article was found in the page. */
const AROUND = new Set(['aside', 'footer', 'header', 'menu'])

/** Where pages say that their own matter is. */
const MATTER = new Set(['article', 'main'])
/** Less of the page than this, and what is so marked is a teaser. */
const LEAST_MATTER = 0.3

/**
 * The words of a page: one paragraph a block, a blank line between them, white space collapsed, `<br>` as a line end.
 *
 * @param wholePage leave out headers, footers and asides, and what stands outside `<article>` and `<main>`
 */
export function htmlToText(html: string, wholePage = false): string {
  const paragraphs: string[] = []
  const matter: string[] = []
  let current = ''
  let skipping = 0
  let insideMatter = 0
  const skipped = (name: string): boolean => NEVER.has(name) || (wholePage && AROUND.has(name))
  const flush = (): void => {
    const paragraph = collapse(current)
    if (paragraph !== '') paragraphs.push(paragraph)
    if (paragraph !== '' && insideMatter > 0) matter.push(paragraph)
    current = ''
  }
  const parser = new Parser({
    onopentagname: name => {
      if (skipped(name)) skipping++
      if (BLOCKS.has(name)) flush()
      else if (name === 'br') current += '\n'
      if (MATTER.has(name)) insideMatter++
    },
    ontext: words => {
      if (skipping === 0) current += words.replace(/\s+/g, ' ')
    },
    onclosetag: name => {
      if (skipped(name)) skipping--
      if (BLOCKS.has(name)) flush()
      if (MATTER.has(name)) insideMatter--
    },
  })
  parser.write(html)
  parser.end()
  flush()
  const whole = paragraphs.join('\n\n')
  const own = matter.join('\n\n')
  return wholePage && own.length >= whole.length * LEAST_MATTER ? own : whole
}

/** Two line ends or more part paragraphs; a single one stays. */
function collapse(words: string): string {
  return words
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
}
