import { describe, expect, it } from 'vitest'
import { lines } from './said.ts'

describe('reports and mere talk of saying', () => {
  it('leaves out what nobody has said yet, or only might say', () => {
    expect(lines('[Marta Lind:person] needs to explain that the harbour is closed.')).toEqual([])
    expect(lines('[Marta Lind:person] could say that the harbour is closed.')).toEqual([])
    expect(lines('The crowd will leave if [Marta Lind:person] announces that the harbour is closed.')).toEqual([])
    expect(lines('[Marta Lind:person] failed to disclose any details of the deal.')).toEqual([])
  })

  it('keeps an infinitive that was carried out, and words announced', () => {
    expect(lines('[Marta Lind:person] went on to say that the harbour was closed.')).toEqual([
      'Marta Lind: the harbour was closed',
    ])
    expect(lines('[Marta Lind:person] was forced to admit that the harbour was closed.')).toEqual([
      'Marta Lind: the harbour was closed',
    ])
    expect(lines('[Marta Lind:person] will say that the harbour is closed.')).toEqual([
      'Marta Lind: the harbour is closed',
    ])
  })

  it('takes a refusal for an answer, but no silence for a statement', () => {
    expect(lines('[Marta Lind:person] would not comment on the deal.')).toEqual(['Marta Lind: the deal'])
    expect(lines('[Marta Lind:person] did not announce that the harbour was closed.')).toEqual([])
  })

  it('reads a modal verb of the words said as theirs', () => {
    expect(lines('"We act the way we are supposed to," [Marta Lind:person] said.')).toEqual([
      'Marta Lind: We act the way we are supposed to',
    ])
  })

  it('leaves out the writer himself and people in general', () => {
    expect(lines('I think the harbour is closed.')).toEqual([])
    expect(lines('No one says that the harbour is closed.')).toEqual([])
    expect(lines('[The US:state] says that the harbour is closed.')).toEqual(['The US: the harbour is closed'])
  })

  it('leaves out whom hopes only describe, and talks with somebody', () => {
    expect(lines('[A singer:person] hoping to tour the islands needs a ship.')).toEqual([])
    expect(lines('[Marta Lind:person] spoke to [analysts:group] about the harbour.')).toEqual([])
    expect(lines('[Marta Lind:person] spoke about the harbour.')).toEqual(['Marta Lind: the harbour'])
  })
})
