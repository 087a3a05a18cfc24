import nlp from 'compromise'
import tokenizer from 'compromise/one'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { type DependencySentence, loadLanguage, universalDependencies } from '../../src/language/index.ts'

interface WithDependencies {
  dependencies(): DependencySentence[]
}

let parse: (text: string) => WithDependencies
let parseOne: (text: string) => WithDependencies
beforeAll(() => {
  const plugin = universalDependencies(loadLanguage(openDataFiles))
  nlp.plugin(plugin as never)
  tokenizer.plugin(plugin as never)
  parse = text => nlp(text) as unknown as WithDependencies
  parseOne = text => tokenizer(text) as unknown as WithDependencies
})

describe('universalDependencies', () => {
  it('adds trees to a compromise document', () => {
    const [first, second] = parse('The army left. Rebels took the town.').dependencies()
    expect(first!.text).toBe('The army left.')
    expect(second!.words.map(({ form, deprel }) => `${form}/${deprel}`)).toEqual([
      'Rebels/nsubj',
      'took/root',
      'the/det',
      'town/obj',
      './punct',
    ])
  })

  it('works with the tokeniser alone', () => {
    expect(parseOne('Rebels took the town.').dependencies()[0]!.words).toHaveLength(5)
  })

  it('points from words back to compromise terms', () => {
    const doc = nlp("It rained. The mayor didn't stop pro-government crowds.")
    const words = (doc as unknown as WithDependencies).dependencies().flatMap(sentence => sentence.words)
    const termOf = (form: string) => words.find(word => word.form === form)!.term!
    expect(doc.update([[...termOf('mayor')]] as never).text()).toBe('mayor')
    expect(termOf('did')).toEqual(termOf("n't"))
    expect(words.find(word => word.form === '.')!.term).toBeNull()
  })

  it('reads a part of a document', () => {
    const part = nlp('It rained. The mayor left the town.').sentences().last() as unknown as WithDependencies
    const [sentence] = part.dependencies()
    expect(sentence!.text).toBe('The mayor left the town.')
    expect(sentence!.words[1]!.term).toEqual([1, 1, 2])
  })

  it('gives nothing for nothing', () => {
    expect(parse('').dependencies()).toEqual([])
  })
})
