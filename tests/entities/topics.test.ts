import { describe, expect, it } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { findEntities } from '../../src/entities/find-entities.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'

const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

function read(text: string) {
  const cleaned = clean({ id: 'test', text })
  const article = { ...cleaned, sentences: language.analyse(text, cleaned.blocks) }
  const { entities, mentions } = findEntities(article, resources)
  const wordsOf = (name: string) => {
    const id = entities.find(each => each.name === name)?.id
    return mentions.filter(({ entity }) => entity === id).map(({ start, end }) => text.slice(start, end))
  }
  return { wordsOf, vague: entities.filter(each => each.vague).map(({ name }) => name) }
}

describe('a new description of somebody named', () => {
  it('is whom the sentence before is about, quotations between them or not', () => {
    const { wordsOf } = read(
      'Anders Lind won in Madrid. "It was hard," he said. "I had to fight." The Tamar-born runner said he was tired.',
    )
    expect(wordsOf('Anders Lind')).toContain('The Tamar-born runner')
    expect(read('Anders Lind won again. The Tamar man was happy.').wordsOf('Anders Lind')).toContain('The Tamar man')
  })

  it('may tell more of him behind a comma', () => {
    const { wordsOf } = read('Anders Lind won again. The Tamar-born runner, who lives in Osgil, was happy.')
    expect(wordsOf('Anders Lind')).toContain('The Tamar-born runner')
  })

  it('is not a minister of something else', () => {
    const { wordsOf } = read('Finance Minister Anders Lind spoke. The foreign minister was silent.')
    expect(wordsOf('Anders Lind')).not.toContain('The foreign minister')
    expect(read('Finance Minister Anders Lind spoke. The minister was glad.').wordsOf('Anders Lind')).toContain(
      'The minister',
    )
  })

  it('is, in one sentence, who is no subject there', () => {
    const { wordsOf } = read('Anders Lind blamed Paul Orme when the Italian winger had scored.')
    expect(wordsOf('Paul Orme')).toContain('the Italian winger')
  })

  it('is not who speaks for others, nor who leads where two were named', () => {
    expect(read('Anders Lind fell ill. The Tamar spokesman was sorry.').wordsOf('Anders Lind')).toEqual(['Anders Lind'])
    const { wordsOf } = read('Paul Orme lost. Anders Lind said so. The Tamar boss was angry.')
    expect(wordsOf('Anders Lind')).toEqual(['Anders Lind'])
  })

  it('is not the former holder of a role that another holds', () => {
    const { wordsOf } = read('Coach Anders Lind praised the win. The death of the former coach shocked them.')
    expect(wordsOf('Anders Lind')).not.toContain('the former coach')
  })

  it('is nobody known where none was found', () => {
    expect(read('It was a long day. The Tamar striker scored.').vague).toContain('Tamar striker')
  })
})

describe('a new description of a body named', () => {
  it('is the body that the sentence before is about', () => {
    const { wordsOf } = read('Osgil Air bought ten jets. The Florida-based firm said it was pleased.')
    expect(wordsOf('Osgil Air')).toContain('The Florida-based firm')
    const { wordsOf: biggest } = read("Osgil Air bought ten jets. Europe's biggest airline said it was pleased.")
    expect(biggest('Osgil Air')).toContain("Europe's biggest airline")
  })

  it('is the only body that the lead names', () => {
    const { wordsOf } = read('Shares in Osgil Air have fallen on Monday. The Dutch airline said it was sorry.')
    expect(wordsOf('Osgil Air')).toContain('The Dutch airline')
  })

  it('is beside the body whose it is, or to which it is another', () => {
    const { wordsOf } = read('Osgil Air fell. Osgil Air cut its business. The rival firm was glad. The firm was sorry.')
    expect(wordsOf('Osgil Air')).not.toContain('its business')
    expect(wordsOf('Osgil Air')).not.toContain('The rival firm')
  })

  it('is the body that was named rather than one brought in beside it', () => {
    const { wordsOf } = read(
      'Osgil Air made a profit. Osgil Air set a record for a Tamar company. The company is glad.',
    )
    expect(wordsOf('Osgil Air')).toContain('The company')
  })

  it('is no part of another body', () => {
    const { wordsOf } = read("Osgil Air bought ten jets. Boeing's supplier firm said it was pleased.")
    expect(wordsOf('Osgil Air')).toEqual(['Osgil Air'])
  })
})

describe('an office with its field before a name', () => {
  it('is that of the name, a spokesman for somebody is not', () => {
    expect(read("Labour's deputy minister for women Marta Lind was glad.").wordsOf('Marta Lind')).toContain(
      "Labour's deputy minister for women",
    )
    expect(read('A spokesman for Mr Lind was glad.').wordsOf('Lind')).not.toContain('spokesman for Mr')
  })
})

describe('whom a headline describes', () => {
  it('is who the first sentences say bears that role, or their only subject', () => {
    const { wordsOf } = read(
      'New striker is injured\n\nAnders Lind has resigned from his post. He told Paul Orme of it on Monday.',
    )
    expect(wordsOf('Anders Lind')).toContain('New striker')
    const chief = read(
      "Amnesty chief laments failure\n\nThe lack of outrage is a failure. Amnesty's chief Irene Lind told Paul Orme so.",
    )
    expect(chief.wordsOf('Irene Lind')).toContain('Amnesty chief')
  })
})

describe('"the prime minister"', () => {
  it('is neither the leader of a party nor the chancellor', () => {
    const { wordsOf } = read(
      'Chancellor Paul Orme spoke. Tory leader Anders Lind spoke. The prime minister was silent.',
    )
    expect(wordsOf('Paul Orme')).not.toContain('The prime minister')
    expect(wordsOf('Anders Lind')).not.toContain('The prime minister')
  })
})
