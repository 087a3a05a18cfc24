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

export interface GoldSentence {
  readonly document: string
  /** The sentence's text as printed. */
  readonly text: string
  readonly words: readonly GoldWord[]
  /** Surface tokens: how many words each covers, and whether a space follows. */
  readonly newParagraph: boolean
}

export function readTreebank(path: string): GoldSentence[] {
  const sentences: GoldSentence[] = []
  let document = ''
  let text = ''
  let newParagraph = false
  let words: GoldWord[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') {
      if (words.length > 0) sentences.push({ document, text, words, newParagraph })
      words = []
      newParagraph = false
    } else if (line.startsWith('#')) {
      if (line.startsWith('# newdoc id = ')) document = line.slice(14)
      if (line.startsWith('# newpar') || line.startsWith('# newdoc')) newParagraph = true
      if (line.startsWith('# text = ')) text = line.slice(9)
    } else {
      const column = line.split('\t')
      if (!/^\d+$/.test(column[0]!)) continue
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
