/** Reads corpora with one word and its BIO or IO label a line (WikiGold, CrossNER, Universal NER). */

import { readFileSync } from 'node:fs'
import { type GoldDocument, type GoldSentence, type GoldSpan, guessSpaces, joinWords, type Word } from './corpus.ts'

/** Labels of the corpora; others (fields, tasks, genres, …) are `loose`. */
const TYPE_OF: Readonly<Record<string, GoldSpan['type']>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'group',
  MISC: 'misc',
  person: 'person',
  writer: 'person',
  musicalartist: 'person',
  scientist: 'person',
  researcher: 'person',
  country: 'place',
  location: 'place',
  organisation: 'group',
  university: 'group',
  band: 'group',
  event: 'event',
  conference: 'event',
  award: 'other',
  misc: 'other',
  book: 'other',
  album: 'other',
  song: 'other',
  poem: 'other',
  product: 'other',
  academicjournal: 'other',
  magazine: 'other',
  astronomicalobject: 'other',
  programlang: 'other',
}

export interface ColumnFormat {
  readonly source: string
  /** Column of the word and of the label. */
  readonly word: number
  readonly label: number
  readonly separator: string
  /** A line that starts a new document; without it every sentence is a document of its own. */
  readonly document?: RegExp
  /** A line that gives the sentence's text, the first group; without it spaces are guessed. */
  readonly text?: RegExp
}

export function readColumns(file: string, format: ColumnFormat): GoldDocument[] {
  const documents: GoldDocument[] = []
  let sentences: GoldSentence[] = []
  let forms: string[] = []
  let labels: string[] = []
  let text: string | undefined
  const endDocument = () => {
    if (sentences.length > 0)
      documents.push({ id: `${format.source}-${documents.length}`, source: format.source, sentences })
    sentences = []
  }
  const endSentence = () => {
    if (forms.length > 0) sentences.push(joinWords(spaced(forms, text), spansOf(labels)))
    forms = []
    labels = []
    text = undefined
    if (!format.document) endDocument()
  }
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (format.document?.test(line)) {
      endSentence()
      endDocument()
      continue
    }
    const given = format.text?.exec(line)
    if (given) text = given[1]
    if (line.trim() === '') endSentence()
    else if (!line.startsWith('# ')) {
      const columns = line.split(format.separator)
      forms.push(columns[format.word]!)
      labels.push(columns[format.label] ?? 'O')
    }
  }
  endSentence()
  endDocument()
  return documents
}

/** Spaces as the sentence's text has them, or guessed. */
function spaced(forms: readonly string[], text: string | undefined): Word[] {
  if (text === undefined) return guessSpaces(forms)
  let at = 0
  return forms.map(form => {
    const found = text.indexOf(form, at)
    if (found >= 0) at = found + form.length
    return { form, space: /\s/.test(text[at] ?? '') }
  })
}

function spansOf(labels: readonly string[]) {
  const spans: { from: number; to: number; label: string }[] = []
  labels.forEach((label, i) => {
    if (label === 'O') return
    const name = label.slice(2)
    const last = spans.at(-1)
    if (last && last.to === i && last.label === name && label[0] === 'I') last.to++
    else spans.push({ from: i, to: i + 1, label: name })
  })
  return spans.map(({ from, to, label }) => ({ from, to, type: TYPE_OF[label] ?? 'loose' }))
}
