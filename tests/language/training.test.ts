import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS, trainModel } from '../../scripts/language/train-model.ts'
import type { GoldSentence, GoldWord } from '../../scripts/language/treebank.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { readClusters } from '../../src/language/clusters.ts'
import { loadLanguage } from '../../src/language/index.ts'
import { CLUSTERS_PATH, KERNEL_PATH, MODEL_PATH } from '../../src/language/model.ts'

/** "form/tag/head/relation …", heads counted from 1. */
function gold(line: string): GoldSentence {
  const words = line.split(' ').map((item): GoldWord => {
    const [form, tag, head, relation] = item.split('/') as [string, string, string, string]
    return { form, lemma: form, upos: tag, tag, head: Number(head) - 1, relation }
  })
  return { document: 'd', newParagraph: false, words, surface: [] }
}

const names = ['rebels', 'soldiers', 'police', 'farmers', 'pilots', 'guards']
const verbs = ['attacked', 'left', 'took', 'saw', 'held']
const sentences = names.flatMap(name =>
  verbs.flatMap(verb =>
    Array.from({ length: 3 }, () =>
      gold(`${name}/NNS/2/nsubj ${verb}/VBD/0/root the/DT/4/det town/NN/2/obj ././2/punct`),
    ),
  ),
)
const words = new TextEncoder().encode(`1\t${names.join(' ')}\n2\t${verbs.join(' ')}\n1\ttown the .\n`)
const clusters = readClusters(words)
const resources = {
  clusters,
  vectors: Float32Array.from({ length: clusters.size * 100 }, (_, i) => Math.sin(i)),
  dimensions: 100,
  kernel: openDataFiles(KERNEL_PATH),
}
const options = {
  ...DEFAULT_OPTIONS,
  parserRounds: 12,
  batchWords: 20,
  taggerRounds: 4,
  wordWidth: 16,
  stateWidth: 16,
  minimumUpdates: 1,
}

describe('trainModel', () => {
  it('learns, and gives the same bytes twice', () => {
    const log: string[] = []
    const model = trainModel(sentences, resources, options, line => log.push(line))
    expect(
      Buffer.compare(
        model,
        trainModel(sentences, resources, options, () => {}),
      ),
    ).toBe(0)
    expect(log.length).toBeGreaterThan(options.parserRounds)

    const files: Record<string, Uint8Array> = { [MODEL_PATH]: model, [CLUSTERS_PATH]: words }
    const language = loadLanguage(path => files[path] ?? openDataFiles(path))
    expect(
      language.parseForms('pilots took the town .'.split(' ')).map(({ tag, deprel, head }) => [tag, deprel, head]),
    ).toEqual([
      ['NNS', 'nsubj', 1],
      ['VBD', 'root', -1],
      ['DT', 'det', 3],
      ['NN', 'obj', 1],
      ['.', 'punct', 1],
    ])
  })
})
