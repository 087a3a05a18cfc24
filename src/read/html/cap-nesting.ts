import { Tokenizer } from 'htmlparser2'

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** A new one of these closes the one before it, so unclosed ones do not nest. */
const SELF_CLOSING = new Set('p li dt dd option optgroup tr td th tbody thead tfoot'.split(' '))
const CLOSES_PARAGRAPH = new Set(
  'address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
)
/** Contents that are no words of the page. JSON-LD lives in scripts and is kept. */
const DROPPED = new Set('style svg iframe object canvas template math'.split(' '))

export interface CappedHtml {
  readonly html: string
  /**
   * What a DOM of it will cost those who look at every node's ancestors: the number of its nodes (tags, and runs of
   * text between tags and character references), each weighing 1 at the top and 1 more for every 16 levels.
   */
  readonly weight: number
}

/**
 * The same page with tags that nest deeper than `depth` left out (their words stay), and without comments and drawings.
 * Parsers keep a stack and scan it, so 100,000 open tags cost them minutes and 4,000 overflow whoever recurses;
 * this pass looks at tags one by one and takes time linear in the page's length.
 */
export function capNesting(source: string, depth: number): CappedHtml {
  const parts: string[] = []
  const open: string[] = []
  const tooDeep = new Map<string, number>()
  let weight = 0
  let tagStart = 0
  let tagName = ''
  let dropping: string | null = null
  let droppedDepth = 0

  const levelWeight = (): number => 1 + open.length / 16
  const text = (start: number, end: number): void => {
    if (dropping !== null) return
    const words = source.slice(start, end)
    const pieces = 1 + 2 * (words.split('&').length - 1)
    weight += pieces * levelWeight()
    parts.push(words)
  }
  const dropTag = (name: string): void => {
    weight += levelWeight()
    parts.push(CLOSES_PARAGRAPH.has(name) ? '<br>' : ' ')
  }
  const openTag = (end: number, selfClosing: boolean): void => {
    if (dropping !== null) {
      if (tagName === dropping && !selfClosing) droppedDepth++
      return
    }
    if (DROPPED.has(tagName)) {
      if (!selfClosing) [dropping, droppedDepth] = [tagName, 1]
      return
    }
    const top = open.at(-1)
    if (
      top !== undefined &&
      ((SELF_CLOSING.has(tagName) && top === tagName) || (top === 'p' && CLOSES_PARAGRAPH.has(tagName)))
    )
      open.pop()
    const nests = !VOID.has(tagName)
    if (nests && open.length >= depth) {
      tooDeep.set(tagName, (tooDeep.get(tagName) ?? 0) + 1)
      dropTag(tagName)
      return
    }
    if (nests) open.push(tagName)
    weight += levelWeight()
    parts.push(source.slice(tagStart, end + 1))
  }
  const closeTag = (start: number, end: number): void => {
    const name = source.slice(start, end).toLowerCase()
    if (dropping !== null) {
      if (name === dropping && --droppedDepth === 0) dropping = null
      return
    }
    const left = tooDeep.get(name) ?? 0
    if (left > 0) {
      tooDeep.set(name, left - 1)
      dropTag(name)
      return
    }
    const at = open.lastIndexOf(name)
    if (at < 0) return
    open.length = at
    parts.push(`</${name}>`)
  }

  const ignore = (): void => {}
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      ontext: text,
      ontextentity: (_codepoint, end) => text(end, end),
      onopentagname: (start, end) => {
        tagStart = start - 1
        tagName = source.slice(start, end).toLowerCase()
      },
      onopentagend: end => openTag(end, false),
      onselfclosingtag: end => openTag(end, true),
      onclosetag: closeTag,
      onattribname: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return { html: parts.join(''), weight }
}
