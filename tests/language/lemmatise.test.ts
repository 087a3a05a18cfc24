import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { readClusters } from '../../src/language/clusters.ts'
import { lemmaByRule, loadLemmatiser } from '../../src/language/lemmatise.ts'
import { CLUSTERS_PATH } from '../../src/language/model.ts'

const clusters = readClusters(openDataFiles(CLUSTERS_PATH))
const known = (word: string) => clusters.id(word) !== 0
const lemmatise = loadLemmatiser(openDataFiles, known)

describe('lemmatise', () => {
  it.each([
    ['ministers', 'NNS', 'minister'],
    ['countries', 'NNS', 'country'],
    ['crises', 'NNS', 'crisis'],
    ['men', 'NNS', 'man'],
    ['attacks', 'VBZ', 'attack'],
    ['accuses', 'VBZ', 'accuse'],
    ['denies', 'VBZ', 'deny'],
    ['stopped', 'VBD', 'stop'],
    ['denied', 'VBD', 'deny'],
    ['hoping', 'VBG', 'hope'],
    ['shelling', 'VBG', 'shell'],
    ['evacuated', 'VBN', 'evacuate'],
    ['besieged', 'VBN', 'besiege'],
    ['met', 'VBD', 'meet'],
    ['fled', 'VBD', 'flee'],
    ['misled', 'VBN', 'mislead'],
    ['said', 'VBD', 'say'],
    ['was', 'VBD', 'be'],
    ["n't", 'RB', 'not'],
    ['’s', 'POS', "'s"],
    ['bigger', 'JJR', 'big'],
    ['best', 'JJS', 'good'],
    ['Aleppo', 'NNP', 'Aleppo'],
    ['Greens', 'NNPS', 'Green'],
  ])('%s/%s → %s', (form, tag, lemma) => {
    expect(lemmatise(form, tag)).toBe(lemma)
  })

  it('falls back on rules for words it never saw', () => {
    expect(lemmaByRule('blorped', 'VBD', () => false)).toBe('blorp')
    expect(lemmaByRule('blorps', 'NNS', () => false)).toBe('blorp')
  })
})
