import { expect, test } from 'vitest'
import { chooseMetadata } from '../../src/read/metadata.ts'

test('metadata is the first usable candidate of each', () => {
  expect(
    chooseMetadata({
      title: [null, ' \n', 'Council\n approves '],
      published: ['soon', '2020-01-02'],
      url: ['javascript:alert(1)', '/relative', 'https://x.example/a'],
      language: ['not a tag', 'en_GB'],
    }),
  ).toEqual({ title: 'Council approves', published: '2020-01-02', url: 'https://x.example/a', language: 'en-GB' })
})
