import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../src/types.ts'
import { childBy, childrenBy, headOfSpan, isUnder, subtreeSpan, treeOf } from '../../src/util/tree.ts'

/** `form/head/deprel` words, one space apart; heads count from 0, -1 is the root. */
function sentence(words: string): Sentence {
  let at = 0
  const tokens = words.split(' ').map(word => {
    const [form = '', head = '-1', deprel = 'dep'] = word.split('/')
    const start = at
    at += form.length + 1
    return { start, end: start + form.length, form, lemma: form, tag: 'X', upos: 'X', head: Number(head), deprel }
  })
  return { start: 0, end: at - 1, tokens, block: 0 }
}

const said = sentence('The/1/det minister/2/nsubj said/-1/root that/5/mark rebels/5/nsubj:pass fled/2/ccomp')

describe('treeOf', () => {
  it('lists dependents in text order and the reach of every subtree', () => {
    const tree = treeOf(said)
    expect(tree.children[2]).toEqual([1, 5])
    expect(subtreeSpan(tree, 5)).toEqual([18, 34])
    expect(subtreeSpan(tree, 2)).toEqual([0, 34])
  })

  it('is made once a sentence', () => {
    expect(treeOf(said)).toBe(treeOf(said))
  })

  it('survives heads that close a circle or point nowhere', () => {
    const tree = treeOf(sentence('a/1/dep b/0/dep c/9/dep'))
    expect(tree.first).toHaveLength(3)
    expect(isUnder(tree, 0, 2)).toBe(false)
  })
})

describe('childrenBy', () => {
  it('takes a relation with its subtypes, or one subtype alone', () => {
    const tree = treeOf(said)
    expect(childrenBy(tree, 5, 'nsubj')).toEqual([4])
    expect(childrenBy(tree, 5, 'nsubj:pass', 'mark')).toEqual([3, 4])
    expect(childrenBy(tree, 2, 'nsubj:pass')).toEqual([])
    expect(childBy(tree, 2, 'ccomp')).toBe(5)
    expect(childBy(tree, 5, 'obj')).toBeUndefined()
  })
})

describe('headOfSpan', () => {
  it('finds the word that a phrase hangs by', () => {
    const tree = treeOf(said)
    expect(headOfSpan(tree, [0, 12])).toBe(1)
    expect(headOfSpan(tree, [12, 13])).toBe(-1)
    expect(isUnder(tree, 4, 2)).toBe(true)
  })
})
