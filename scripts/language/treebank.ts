/** Reads CoNLL-U treebanks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface GoldWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly tag: string
  /** Index in the sentence, -1 for the root. */
  readonly head: number
  readonly relation: string
}

/** What is printed: one word, or several written as one ("don't"). */
export interface SurfaceToken {
  readonly form: string
  /** How many words it holds. */
  readonly words: number
  readonly spaceAfter: boolean
}

export interface GoldSentence {
  readonly document: string
  readonly newParagraph: boolean
  readonly words: readonly GoldWord[]
  readonly surface: readonly SurfaceToken[]
}

export function readTreebank(path: string): GoldSentence[] {
  const sentences: GoldSentence[] = []
  let document = ''
  let newParagraph = false
  let words: GoldWord[] = []
  let surface: SurfaceToken[] = []
  let coveredUntil = 0
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') {
      if (words.length > 0) sentences.push({ document, newParagraph, words, surface })
      words = []
      surface = []
      newParagraph = false
      coveredUntil = 0
    } else if (line.startsWith('#')) {
      if (line.startsWith('# newdoc id = ')) document = line.slice(14)
      if (line.startsWith('# newpar') || line.startsWith('# newdoc')) newParagraph = true
    } else {
      const column = line.split('\t')
      const id = column[0]!
      if (column.length < 10 || id.includes('.')) continue
      const spaceAfter = !column[9]!.includes('SpaceAfter=No')
      const span = /^(\d+)-(\d+)$/.exec(id)
      if (span) {
        coveredUntil = Number(span[2])
        surface.push({ form: column[1]!, words: coveredUntil - Number(span[1]) + 1, spaceAfter })
        continue
      }
      if (Number(id) > coveredUntil) surface.push({ form: column[1]!, words: 1, spaceAfter })
      words.push({
        form: column[1]!,
        lemma: column[2]!,
        upos: column[3]!,
        tag: column[4]!,
        head: Number(column[6]) - 1,
        relation: column[7]!,
      })
    }
  }
  return sentences
}

export interface Treebanks {
  readonly train: GoldSentence[]
  readonly ewtTest: GoldSentence[]
  readonly gumTest: GoldSentence[]
  /** News documents of GUM's dev and test parts: never trained on. */
  readonly gumNews: GoldSentence[]
}

const isNews = (sentence: GoldSentence) => sentence.document.startsWith('GUM_news_')

export function readTreebanks(folder: string): Treebanks {
  const read = (name: string) => readTreebank(join(folder, `${name}.conllu`))
  const gumDev = read('gum-dev')
  const gumTest = read('gum-test')
  return {
    train: [...read('ewt-train'), ...read('ewt-dev'), ...read('gum-train'), ...gumDev.filter(s => !isNews(s))],
    ewtTest: read('ewt-test'),
    gumTest,
    gumNews: [...gumDev, ...gumTest].filter(isNews),
  }
}
