import { describe, expect, it } from 'vitest'
import { lines, said } from './said.ts'

describe('reported clauses', () => {
  it('reads them with and without "that", before and after the cue', () => {
    expect(lines('[Marta Lind:person] announced that the harbour had opened.')).toEqual([
      'Marta Lind: the harbour had opened',
    ])
    expect(lines('[Marta Lind:person] said the harbour had opened.')).toEqual(['Marta Lind: the harbour had opened'])
    expect(lines('The harbour has opened, [Marta Lind:person] said.')).toEqual(['Marta Lind: The harbour has opened'])
    expect(lines('The harbour, [Marta Lind:person] said, has opened.')).toEqual([
      'Marta Lind: The harbour … has opened',
    ])
  })

  it('ends where the speaker says something else', () => {
    expect(lines('[Marta Lind:person] said the harbour had opened, but warned that storms were near.')).toEqual([
      'Marta Lind: the harbour had opened',
      'Marta Lind: storms were near',
    ])
    expect(lines('[Marta Lind:person] said the harbour had opened, adding that ships were welcome.')).toEqual([
      'Marta Lind: the harbour had opened',
      'Marta Lind: ships were welcome',
    ])
  })

  it('leaves what happened meanwhile to the narrator, and what a report claims to its participle', () => {
    expect(
      lines(
        '[Marta Lind:person] said they had reached an agreement with Norway to open the harbour, just as [Oslo:group] released a report claiming ships were being searched.',
      ),
    ).toEqual([
      'Marta Lind: they had reached an agreement with Norway to open the harbour',
      'Oslo: ships were being searched',
    ])
  })

  it('names the person told', () => {
    expect(said('[Marta Lind:person] told [reporters:group] that the harbour had opened.')).toMatchObject([
      { speaker: 'Marta Lind', addressee: 'reporters', content: ['the harbour had opened'] },
    ])
  })

  it('knows a name of several words that was told from what it was told', () => {
    expect(lines("[Marta Lind:person] told BBC Radio 4's Today programme the harbour had opened.")).toEqual([
      'Marta Lind: the harbour had opened',
    ])
    expect(lines('[Marta Lind:person] told US TV show 60 Minutes that Norway would open the harbour.')).toEqual([
      'Marta Lind: Norway would open the harbour',
    ])
  })

  it('keeps a reason given without a comma, and leaves out the occasion after one', () => {
    expect(lines('[Marta Lind:person] said the rules were unfair as they allowed no ships.')).toEqual([
      'Marta Lind: the rules were unfair as they allowed no ships',
    ])
    expect(lines('The harbour has to open, [Marta Lind:person] said as the talks began.')).toEqual([
      'Marta Lind: The harbour has to open',
    ])
  })

  it('does not take the person somebody is tied to for the speaker', () => {
    expect(lines('A close ally of former chairman [Jon Berg:person] said the harbour had opened.')).toEqual([
      'null: the harbour had opened',
    ])
    expect(lines('The BBC correspondent [Marta Lind:person] said the harbour had opened.')).toEqual([
      'Marta Lind: the harbour had opened',
    ])
  })

  it('asks for somebody who can speak', () => {
    expect(lines('The delay suggests the harbour is closed.')).toEqual([])
    expect(lines('The minutes suggest the harbour is closed.')).toEqual(['null: the harbour is closed'])
  })

  it('does not take wishes, deeds and titles for statements', () => {
    expect(lines('[Marta Lind:person] wants to open the harbour.')).toEqual([])
    expect(lines('[Marta Lind:person] added a goal before the break.')).toEqual([])
    expect(lines('[Marta Lind:person] defended her title in the race.')).toEqual([])
    expect(lines('[Marta Lind:person] defended the plan.')).toEqual(['Marta Lind: the plan'])
  })

  it('makes one statement for each of several speakers', () => {
    expect(lines('[Norway:state], [Sweden:state] and [Finland:state] said the harbour had opened.')).toEqual([
      'Norway: the harbour had opened',
      'Sweden: the harbour had opened',
      'Finland: the harbour had opened',
    ])
  })

  it('resolves pronouns through the mentions given', () => {
    expect(lines('[Marta Lind:person] arrived. [She:person=Marta Lind] said the harbour had opened.')).toEqual([
      'Marta Lind: the harbour had opened',
    ])
  })

  it('follows a report within a report', () => {
    expect(
      lines('[Marta Lind:person] said that [Jens Holm:person] had told [her:person=Marta Lind] that ships were lost.'),
    ).toEqual(['Marta Lind: Jens Holm had told her that ships were lost', 'Jens Holm: ships were lost'])
  })

  it('lists whom the content is about, the speaker only by name', () => {
    expect(said('[Marta Lind:person] said [she:person=Marta Lind] would meet [Jens Holm:person].')).toMatchObject([
      { about: ['Jens Holm'] },
    ])
  })

  it('keeps a source without a mention, and leaves the speaker open', () => {
    expect(said('Two fishermen said the harbour had opened.')).toMatchObject([
      { speaker: null, source: 'Two fishermen', content: ['the harbour had opened'] },
    ])
  })
})

describe('other frames', () => {
  it('reads "according to" at either end', () => {
    expect(lines('The harbour has opened, according to [Marta Lind:person].')).toEqual([
      'Marta Lind: The harbour has opened',
    ])
    expect(lines('According to [Marta Lind:person], the harbour has opened.')).toEqual([
      'Marta Lind: the harbour has opened',
    ])
  })

  it('reads who is quoted through whom', () => {
    expect(lines('[Marta Lind:person] was quoted as saying that the harbour had opened.')).toEqual([
      'Marta Lind: the harbour had opened',
    ])
  })

  it('reads noun phrases that stand for what was said', () => {
    expect(lines('[The army:group] denied the allegations.')).toEqual(['The army: the allegations'])
    expect(lines('[Norway:state] confirmed the arrest of two sailors.')).toEqual(['Norway: the arrest of two sailors'])
  })

  it('keeps accused and accusation together', () => {
    expect(lines('[Norway:state] accused [the rebels:group] of sinking two ships.')).toEqual([
      'Norway: the rebels of sinking two ships',
    ])
  })

  it('reads requests, promises and refusals', () => {
    expect(lines('[Norway:state] called for an immediate ceasefire.')).toEqual(['Norway: an immediate ceasefire'])
    expect(lines('[Marta Lind:person] promised to open the harbour.')).toEqual(['Marta Lind: to open the harbour'])
    expect(lines('[Norway:state] refused to open the harbour.')).toEqual(['Norway: to open the harbour'])
  })

  it('reads nouns with an owner', () => {
    expect(lines('[Her:person=Marta Lind] warning of further storms frightened the town.')).toEqual([
      'Marta Lind: further storms',
    ])
  })

  it('lets journalists speak for their medium and texts for their authors', () => {
    expect(lines('[AFP:group] journalists said the harbour had opened.')).toEqual(['AFP: the harbour had opened'])
    expect(lines('A statement by [the army:group] said the harbour had opened.')).toEqual([
      'the army: the harbour had opened',
    ])
  })

  it('reads light verbs with a noun of saying', () => {
    expect(lines('[Marta Lind:person] made a plea for peace.')).toEqual(['Marta Lind: peace'])
    expect(lines('[The rebels:group] claimed responsibility for the attack.')).toEqual(['The rebels: the attack'])
    expect(lines('[The rebels:group] claimed the town of Arden.')).toEqual([])
  })

  it('reads who is quoted through whom, in the active too', () => {
    expect(lines('[SANA:group] quoted [the army:group] as saying that the harbour had opened.')).toEqual([
      'the army: the harbour had opened',
    ])
  })

  it('names the spokesman and not the body he speaks for', () => {
    expect(
      lines('[Jens Holm:person], a spokesman for [the ministry:group], told [reporters:group] the harbour had opened.'),
    ).toEqual(['Jens Holm: the harbour had opened'])
  })

  it('gives "the statement" and an unresolved "it" to the last speaker', () => {
    const text = 'The harbour has opened, [the army:group] said in a statement.\nIt added that ships were welcome.'
    expect(lines(text)).toEqual(['the army: The harbour has opened', 'the army: ships were welcome'])
  })

  it('leaves what a report tells of attitudes to the report', () => {
    expect(lines('[Marta Lind:person] said [Norway:state] supported the plan.')).toEqual([
      'Marta Lind: Norway supported the plan',
    ])
  })

  it('does not take a title with a name for a statement', () => {
    expect(lines('[Marta Lind:person]: a portrait')).toEqual([])
  })

  it('reads a name before a colon at the head of a line', () => {
    expect(lines('[Marta Lind:person]: The harbour will open soon')).toEqual(['Marta Lind: The harbour will open soon'])
  })

  it('takes advice for no state of mind', () => {
    expect(lines('[Users:group] should be wary of letters with red stamps.')).toEqual([])
    expect(lines('[Users:group] are wary of letters with red stamps.')).toEqual(['Users: letters with red stamps'])
  })

  it('leaves out the occasion of what is said', () => {
    expect(lines('Responding to the report, [Marta Lind:person] said the harbour was safe.')).toEqual([
      'Marta Lind: the harbour was safe',
    ])
  })

  it('does not take remarks that were told before for a statement', () => {
    expect(lines('[Marta Lind:person] made her comments in a letter.')).toEqual([])
  })

  it('does not take a day for what is talked about', () => {
    expect(lines("[Marta Lind:person]'s statement on Monday was short.")).toEqual([])
  })

  it('is silent where nobody says anything', () => {
    expect(lines('[Norway:state] opened the harbour on Monday. Two ships entered it.')).toEqual([])
  })
})

describe('who and what a cue takes', () => {
  it('reads the name that ends the sentence as the speaker of a long clause', () => {
    expect(
      lines(
        '[Tory:group] proposals to cap the number of seekers and process all claims abroad would not work, argued [Mr Roe:person].',
      ),
    ).toEqual(['Mr Roe: Tory proposals to cap the number of seekers and process all claims abroad would not work'])
  })

  it('takes no bare pronoun for what was said', () => {
    expect(lines('[Marta Lind:person] only referred to it.')).toEqual([])
    expect(lines('[Marta Lind:person] only referred to the harbour.')).toEqual(['Marta Lind: the harbour'])
  })
})

describe('a cue between commas', () => {
  it('takes the name behind it, and the clause around both', () => {
    expect(lines('One of the drawbacks of the harbour, said [Mr Roe:person], was the lack of ships.')).toEqual([
      'Mr Roe: One of the drawbacks of the harbour … was the lack of ships',
    ])
  })
})
