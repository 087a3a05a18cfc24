/** One document of GUM: its text, and its entity mentions with character offsets. */
export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly mentions: readonly {
    readonly start: number
    readonly end: number
    readonly entity: string
    readonly type: string
  }[]
}

/** Reads the nested `Entity=` annotation of GUM's CoNLL-U (format: https://wiki.gucorpling.org/gum/entities). */
export function readGum(conllu: string): GoldDocument[] {
  const documents: GoldDocument[] = []
  let id = ''
  let text = ''
  let mentions: GoldDocument['mentions'][number][] = []
  let open: { entity: string; type: string; start: number }[] = []
  let multi: { from: number; to: number; at: number; forms: number } | null = null
  const insideMultiword = (token: string) => multi !== null && Number(token) >= multi.from && Number(token) <= multi.to
  const finish = () => {
    if (text !== '') documents.push({ id, text, mentions })
    text = ''
    mentions = []
    open = []
  }
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) {
      finish()
      id = line.split('=')[1]?.trim() ?? ''
    }
    if (line === '') multi = null
    if (line.startsWith('# newpar') && text !== '') text = `${text.trimEnd()}\n\n`
    const fields = line.split('\t')
    if (fields.length < 10 || !/^\d+(?:-\d+)?$/.test(fields[0]!)) continue
    const multiword = fields[0]!.includes('-')
    const start = text.length
    const misc = fields[9]!
    if (multiword || !insideMultiword(fields[0]!)) {
      text += fields[1]! + (misc.includes('SpaceAfter=No') ? '' : ' ')
    }
    if (multiword) {
      const [from, to] = fields[0]!.split('-').map(Number)
      multi = { from: from!, to: to!, at: start, forms: 0 }
      continue
    }
    const at = insideMultiword(fields[0]!) ? multi!.at + multi!.forms : start
    if (insideMultiword(fields[0]!)) multi!.forms += fields[1]!.length
    const end = at + fields[1]!.length
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1]
    if (entity === undefined) continue
    for (const [bracket] of entity.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      if (bracket.startsWith('(')) {
        const [name, type] = bracket.slice(1).replace(')', '').split('-')
        const opened = { entity: name!, type: type ?? '', start: at }
        if (bracket.endsWith(')')) mentions.push({ ...opened, end })
        else open.push(opened)
      } else {
        const name = bracket.slice(0, -1)
        const index = open.findLastIndex(each => each.entity === name)
        if (index >= 0) mentions.push({ ...open.splice(index, 1)[0]!, end })
      }
    }
  }
  finish()
  return documents
}
