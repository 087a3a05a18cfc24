/**
 * Prints the parse of a text as CoNLL-U.
 *
 *   npx tsx scripts/parse.ts "Churkin said rebels left."
 *   npx tsx scripts/parse.ts < article.txt
 */
import { readFileSync } from 'node:fs'
import { openDataFiles } from '../src/data-files.ts'
import { loadLanguage } from '../src/language/index.ts'

const text = process.argv[2] ?? readFileSync(0, 'utf8')
const language = loadLanguage(openDataFiles)
for (const { start, end, tokens } of language.analyse(text, [{ start: 0, end: text.length, kind: 'text' }])) {
  console.log(`# text = ${text.slice(start, end).replace(/\s+/g, ' ')}`)
  tokens.forEach((token, i) => {
    const { form, lemma, upos, tag, head, deprel } = token
    console.log([i + 1, form, lemma, upos, tag, '_', head + 1, deprel, '_', '_'].join('\t'))
  })
  console.log()
}
