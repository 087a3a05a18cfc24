import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../../src/data-files.ts'
import { loadPlaceLists, placeType } from '../../../src/entities/names/place-type.ts'
import type { Sentence, Token } from '../../../src/types.ts'

const lists = loadPlaceLists(openDataFiles)

/** Words written `form/upos/head/deprel/lemma`, heads counted from 0. */
function sentence(words: string): Sentence & { tokens: Token[] } {
  let at = 0
  const tokens = words.split(' ').map((word): Token => {
    const [form, upos, head, deprel, lemma] = word.split('/') as [string, string, string, string, string]
    const start = at
    at += form.length + 1
    return { start, end: start + form.length, form, upos, head: Number(head), deprel, lemma: lemma ?? form, tag: '' }
  })
  return { start: 0, end: at, tokens, block: 0 }
}

describe('placeType', () => {
  const said = sentence(
    'Paris/PROPN/3/nsubj and/CCONJ/2/cc London/PROPN/0/conj warned/VERB/-1/root/warn Quito/PROPN/3/obj',
  )

  it('knows states by any of their names', () => {
    for (const name of ['Syria', 'U.S.', 'Netherlands', 'Burma', 'Scotland']) {
      expect(placeType(sentence(`${name}/PROPN/-1/root`), 0, 1, lists)).toBe('state')
    }
    expect(placeType(sentence('United/ADJ/1/amod Kingdom/PROPN/-1/root'), 0, 2, lists)).toBe('state')
  })

  it('takes capitals that act for states, coordinated ones too', () => {
    expect(placeType(said, 0, 1, lists)).toBe('state')
    expect(placeType(said, 2, 3, lists)).toBe('state')
  })

  it('takes capitals that are addressed, dealt with and owning as governments are', () => {
    const accused = sentence('She/PRON/1/nsubj accused/VERB/-1/root/accuse Quito/PROPN/1/obj')
    const claim = sentence("Quito/PROPN/2/nmod:poss 's/PART/0/case claim/NOUN/-1/root/claim")
    const pact = sentence(
      'relations/NOUN/-1/root/relation between/ADP/2/case Quito/PROPN/0/nmod and/CCONJ/4/cc Lima/PROPN/2/conj',
    )
    expect(placeType(accused, 2, 3, lists)).toBe('state')
    expect(placeType(claim, 0, 1, lists)).toBe('state')
    expect(placeType(pact, 2, 3, lists)).toBe('state')
    expect(placeType(pact, 4, 5, lists)).toBe('state')
    const met = sentence('talks/NOUN/-1/root/talk in/ADP/2/case Quito/PROPN/0/nmod')
    expect(placeType(met, 2, 3, lists)).toBe('place')
    const asked = sentence(
      'They/PRON/1/nsubj demanded/VERB/-1/root/demand that/SCONJ/4/mark Quito/PROPN/4/nsubj halt/VERB/1/ccomp/halt it/PRON/4/obj',
    )
    expect(placeType(asked, 3, 4, lists)).toBe('state')
    const envoy = sentence('ambassador/NOUN/-1/root/ambassador from/ADP/3/case New/ADJ/3/amod Delhi/PROPN/0/nmod')
    expect(placeType(envoy, 2, 4, lists)).toBe('state')
    const called = sentence('He/PRON/1/nsubj called/VERB/-1/root/call on/ADP/3/case Quito/PROPN/1/obl')
    expect(placeType(called, 3, 4, lists)).toBe('state')
    const would = sentence('Quito/PROPN/2/nsubj would/AUX/2/aux make/VERB/-1/root no/DET/4/det concession/NOUN/2/obj')
    would.tokens[1] = { ...would.tokens[1]!, tag: 'MD' }
    expect(placeType(would, 0, 1, lists)).toBe('state')
    const left = sentence("Quito/PROPN/2/nmod:poss 's/PART/0/case airport/NOUN/-1/root/airport")
    expect(placeType(left, 0, 1, lists)).toBe('place')
  })

  it('leaves capitals that do not act, and other towns that do, places', () => {
    expect(placeType(said, 4, 5, lists)).toBe('place')
    expect(placeType(sentence('Marseille/PROPN/1/nsubj warned/VERB/-1/root/warn'), 0, 1, lists)).toBe('place')
    expect(placeType(sentence('Paris/PROPN/1/nsubj froze/VERB/-1/root/freeze'), 0, 1, lists)).toBe('place')
  })
})
