import { describe, expect, it } from 'vitest'
import { lines, said } from './said.ts'

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

  it('leaves out how and of what something else was said', () => {
    expect(lines('"Ships may enter," said [a pilot:person], who asked not to be named.')).toEqual([
      'a pilot: Ships may enter',
    ])
    expect(lines('"It is open," [Marta Lind:person] said, referring to [the harbour:place].')).toEqual([
      'Marta Lind: It is open',
    ])
    expect(lines('[Marta Lind:person] left. Her repeated questioning of the deal was noted.')).toEqual([])
  })

  it('reads what a thing is called by an adjective, and "that" before a plural', () => {
    expect(lines('[Marta Lind:person], however, called such language unacceptable.')).toEqual([
      'Marta Lind: such language unacceptable',
    ])
    expect(
      lines('[Marta Lind:person] announced a truce, adding that armed gangs of [pilots:group] had violated it.'),
    ).toContain('Marta Lind: armed gangs of pilots had violated it')
  })

  it('ends what was said at a semicolon behind which another speaks', () => {
    expect(
      lines(
        '[Lind:person] said in a statement that 12 ships had been lost; a [Kesh:state] spokesman put the toll at 40.',
      ),
    ).toContain('Lind: 12 ships had been lost')
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

describe('words that nobody says', () => {
  it('shows in the cue that words were refused', () => {
    expect(said('[Marta Lind:person] declined to say whether the harbour was closed.').map(s => s.cue)).toEqual([
      'declined to say',
    ])
  })

  it('reads no speaker into an empty subject', () => {
    expect(lines("It's no good just exhorting people to close the harbour.")).toEqual([])
    expect(
      lines('[The council:group] was closed. [It:group=The council] refused to comment on the harbour.'),
    ).toContain('The council: the harbour')
  })

  it('makes no statement of a question that nobody is named to ask', () => {
    expect(lines('[Marta Lind:person] was asked if the harbour was closed.')).toEqual([])
    expect(lines('[Marta Lind:person] was asked by [Jon Berg:person] if the harbour was closed.')).toEqual([
      'Jon Berg: if the harbour was closed',
    ])
  })

  it('takes no step, rank or amount for the source of "according to"', () => {
    expect(lines('The list ranks countries according to the steps taken.')).toEqual([])
    expect(lines('The harbour has opened, according to the survey.')).toEqual(['null: The harbour has opened'])
  })

  it('takes no telephone call, denied or earlier utterance for one', () => {
    expect(lines('[Marta Lind:person] makes calls from the harbour.')).toEqual([])
    expect(lines('[Marta Lind:person] made no announcement about the harbour.')).toEqual([])
    expect(lines('[Marta Lind:person] made the comments in [Oslo:place].')).toEqual([])
    expect(lines('[Marta Lind:person] made a plea for peace.')).toEqual(['Marta Lind: peace'])
  })

  it('takes no figures or pictures that are published for words', () => {
    expect(lines('[The firm:group] posted larger-than-expected annual profits.')).toEqual([])
    expect(lines('[The firm:group], which posted its ninth consecutive drop in monthly sales, fell.')).toEqual([])
    expect(
      lines('It came when it published a picture taken with a mobile phone of a body moments after he died.'),
    ).toEqual([])
    expect(lines('[The agency:group] has posted larger-than-expected annual profits after a recovery.')).toEqual([])
  })
})

describe('whole contents and the right text', () => {
  it('keeps what somebody is called on to do', () => {
    expect(lines('[Norway:state] called for the minister to make a statement.')).toContain(
      'Norway: the minister to make a statement',
    )
  })

  it('goes on with the text that spoke last, not with a country in its words', () => {
    expect(
      lines('The threat is greatest in [France:state], said the report. [It:state=France] said the ships will sail.'),
    ).toContain('null: the ships will sail')
  })
})
