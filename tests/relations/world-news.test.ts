import { describe, expect, it } from 'vitest'
import type { MarkedArticle } from '../support/marked-article.ts'
import { relationsOf, relationsWith } from './read-marked.ts'

describe('titles and standing', () => {
  it('finds whom a role belongs to under a title, and behind "whose"', () => {
    expect(relationsOf('[Karl Weiss:person], an ally of Ms [Duarte:person], was jailed.')).toContain(
      'Karl Weiss > allied_with > Duarte',
    )
    expect(
      relationsWith('leads', '[The Front:group], whose leader [Karl Weiss:person] fled on Monday, denied it.'),
    ).toEqual(['Karl Weiss > leads > The Front'])
  })

  it('reads chiefs, and supporters without a name', () => {
    expect(relationsWith('represents', '[UN:group] human rights chief [Ana Duarte:person] deplored it.')).toEqual([
      'Ana Duarte > represents > UN',
    ])
    expect(relationsOf('Police watched [supporters:group] of [Karl Weiss:person].')).toEqual([
      'supporters > supported > Karl Weiss',
    ])
  })

  it('lets states be members', () => {
    expect(relationsWith('member_of', '[Ruritania:state] is a member of [the Harbour League:group].')).toEqual([
      'Ruritania > member_of > the Harbour League',
    ])
  })

  it('takes a lawyer of a town for no speaker of it', () => {
    expect(relationsWith('represents', 'It was bought by [Kesh:place] attorney [Karl Weiss:person].')).toEqual([])
    expect(relationsWith('represents', '[Union:group] lawyer [Karl Weiss:person] smiled.')).toEqual([
      'Karl Weiss > represents > Union',
    ])
  })

  it('takes the last word of one name for no role of another', () => {
    expect(
      relationsWith(
        'affiliated_with',
        'It flies with [Kesh Air:group], [Eastern Norvania Airlines:group] and [Lind:group].',
      ),
    ).toEqual([])
  })

  it('puts the suburb that is named into the town before it', () => {
    expect(relationsWith('located_in', 'He died in the [Kesh:place] suburb of [Old Harbour:place].')).toEqual([
      'Old Harbour > located_in > Kesh',
    ])
  })
})

describe('states, talks and what is left undone', () => {
  it('reads an ally that stands behind its possessor, and whose a named person is', () => {
    expect(relationsOf("[Ruritania:state], [Norvania:state]'s closest ally, sent help.")).toContain(
      'Ruritania > allied_with > Norvania',
    )
    expect(relationsOf("[Norvania:state]'s [Karl Weiss:person] smiled.")).toEqual([
      'Karl Weiss > affiliated_with > Norvania',
    ])
    expect(
      relationsWith('represents', 'He met his [Norvanian:state] opposite number, [Karl Weiss:person], on Monday.'),
    ).toEqual(['Karl Weiss > represents > Norvanian'])
  })

  it('takes whoever speaks after talks or acts in defiance of a deal for a party', () => {
    expect(relationsOf('[Ana Duarte:person] left after talks with [Karl Weiss:person] in Kesh.')).toContain(
      'Ana Duarte > negotiated_with > Karl Weiss',
    )
    expect(relationsOf('[Ruritania:state] sent tanks in open defiance of [the truce:event].')).toContain(
      'Ruritania > violated > the truce',
    )
  })

  it('finds who hears behind a programme of theirs', () => {
    expect(relationsOf("[Ana Duarte:person] told [the Echo:group]'s morning programme that she would go.")).toContain(
      'Ana Duarte > told > the Echo',
    )
  })

  it('denies what was decided against, and gives what was only advised against no doer', () => {
    expect(relationsOf('[The court:group] ruled against forcing [Norvania:state] to pay.')).toContain(
      'The court > coerced > Norvania (negated)',
    )
    expect(relationsWith('attacked', '[Ana Duarte:person] advised against attacking [Norvania:state].')).toEqual([])
  })

  it('reads the negation of a verb that has auxiliaries of its own, not that of the verb before', () => {
    expect(relationsOf('[The army:group] did not leave and will attack [the rebels:group].')).toContain(
      'The army > attacked > the rebels (planned)',
    )
  })

  it('takes whoever speaks at a news conference with somebody to have met them', () => {
    expect(
      relationsOf('[Ana Duarte:person], speaking at a news conference with [Karl Weiss:person], said no.'),
    ).toContain('Ana Duarte > met_with > Karl Weiss')
  })

  it('denies nothing that happens while somebody cannot stand by', () => {
    const found = relationsWith('told', "We can't stand idly by when [a tyrant:person] tells [the people:group] to go.")
    expect(found).not.toContain('a tyrant > told > the people (negated possible)')
  })

  it('reads whose aircraft was shot down, and joint drills', () => {
    expect(relationsOf('[Ruritania:state] shot down a [Norvanian:state] drone on Tuesday.')).toContain(
      'Ruritania > attacked > Norvanian',
    )
    expect(relationsOf('[Ruritania:state] and [Norvania:state] held joint military drills.')).toContain(
      'Ruritania > cooperated_with > Norvania',
    )
  })

  it('reads what is condemned by the name it is called', () => {
    const found = relationsOf('[The League:group] condemned what [Norvania:state] called [an uprising:event].')
    expect(found).toEqual(['The League > condemned > an uprising'])
  })

  it('harms nobody who speaks for those harmed', () => {
    expect(relationsWith('attacked', '[The rebels:group] attacked [us:person:Karl Weiss] at night.')).toEqual([])
  })

  it('tells of refused access once', () => {
    const found = relationsOf('[The envoy:person] was refused access to the town by [the army:group].')
    expect(found).toContain('the army > reduced_ties_with > The envoy')
    expect(found).not.toContain('the army > rejected > The envoy')
  })
})

it('puts the named district into the town behind it', () => {
  expect(relationsOf('She lived in the [Old Harbour:place] neighbourhood of [Kesh:place].').sort()).toEqual([
    'Old Harbour > located_in > Kesh',
    'Old Harbour > part_of > Kesh',
  ])
})

describe('deeds', () => {
  it('takes naming for no proposal and the end of a war for no obstruction', () => {
    expect(relationsOf('[Ana Duarte:person] called [the truce:event] "a first step".')).toEqual([])
    expect(relationsOf('[Ruritania:state] and [Norvania:state] agreed to halt [the war:event].')).toEqual([
      'Ruritania > agreed_with > Norvania',
    ])
  })

  it('reads who is wanted, thanked and met on the occasion of words', () => {
    expect(relationsOf('[Karl Weiss:person] is wanted by [Ruritania:state] on drug charges.')).toEqual([
      'Ruritania > accused > Karl Weiss',
    ])
    expect(relationsOf('[The firm:group] said it was late.')).toEqual([])
    expect(relationsOf('[The firm:group] is grateful to [the nurses:group].')).toEqual([
      'The firm > praised > the nurses',
    ])
    expect(relationsOf('[Karl Weiss:person] said so at a meeting with [Ana Duarte:person] on Thursday.')).toContain(
      'Karl Weiss > met_with > Ana Duarte',
    )
  })

  it('pairs whom somebody met with the speaker, also behind the first name', () => {
    expect(
      relationsWith(
        'met_with',
        '[Otto Brandt:person] has held conversations with President [Ilham Lindt:person] and Prime Minister [Ana Duarte:person], a spokesman told journalists.',
      ),
    ).toEqual(['Otto Brandt > met_with > Ilham Lindt', 'Otto Brandt > met_with > Ana Duarte'])
  })

  it('reads deals that a relative clause signs', () => {
    expect(
      relationsWith('agreed_with', 'It hurt the treaty that [Ruritania:state] signed with [Norvania:state].'),
    ).toEqual(['Ruritania > agreed_with > Norvania'])
  })

  it('takes talks that are only called for as demanded', () => {
    expect(
      relationsWith('party_to', 'She called for [talks:event] between [Ruritania:state] and [Norvania:state].'),
    ).toEqual(['Ruritania > party_to > talks (demanded)', 'Norvania > party_to > talks (demanded)'])
  })
})

it('lets nobody who says a thing take part in it', () => {
  const text = '[Troops:group] drove into the crowd, killing [five people:group], [witnesses:group] said.'
  const said = ({ article, mentions }: MarkedArticle) => {
    const source = mentions[2]!
    const cue = article.document.text.indexOf('said')
    return [
      {
        speaker: source.entity,
        source: [source.start, source.end] as const,
        cue: [cue, cue + 4] as const,
        content: [[0, source.start - 2] as const],
        type: 'indirect' as const,
        addressee: null,
        about: [],
      },
    ]
  }
  expect(relationsOf(text, { statements: said })).toEqual(['Troops > killed > five people'])
})

describe('what has not come to pass', () => {
  it('plans what is to be, and drops what a refusal carries away', () => {
    expect(relationsOf('[Ana Duarte:person] is to team up with [Karl Weiss:person].')).toEqual([
      'Ana Duarte > cooperated_with > Karl Weiss (planned)',
    ])
    expect(
      relationsOf(
        '[Karl Weiss:person] will not be coming out of retirement to compete in [the Kesh Championships:event].',
      ),
    ).toEqual(['Karl Weiss > party_to > the Kesh Championships (negated planned)'])
  })

  it('takes no called-off deed for a proposal, and thanks for support for support', () => {
    expect(relationsOf('[Unions:group] have called off [a strike:event].')).toEqual([])
    expect(
      relationsWith(
        'supported',
        "[Ana Duarte:person] was encouraged by [Karl Weiss:person]'s support for [the union:group].",
      ),
    ).toEqual(['Karl Weiss > supported > the union'])
  })

  it('has no leader where there are several managers', () => {
    expect(
      relationsWith('leads', '[Meridian:group] managers [Ana Duarte:person] and [Karl Weiss:person] smiled.'),
    ).toEqual([])
  })
})

describe('power, courts and war', () => {
  it.each([
    ['[Karl Weiss:person] was sworn in as president of [Ruritania:state].', ['Karl Weiss > leads > Ruritania']],
    ['[Ana Duarte:person] was elected president of [Ruritania:state].', ['Ana Duarte > leads > Ruritania']],
    ['[Karl Weiss:person] resigned as prime minister of [Ruritania:state].', []],
    ['[Otto Brandt:person] restored him as [Ruritania:state] captain.', []],
    [
      '[Ana Duarte:person], head of [the Treasury Office:group] under President [Otto Brandt:person], has left.',
      ['Ana Duarte > leads > the Treasury Office'],
    ],
    ['Giving evidence in the trial of [Otto Brandt:person], [Ana Duarte:person] wept.', []],
    ['Carmakers such as [Meridian:group] grew.', []],
    ['[The army:group] seized power in [Ruritania:state].', ['The army > captured > Ruritania']],
    ['[Ruritania:state] and [Norvania:state] are at war.', ['Ruritania > fought > Norvania']],
    ['[Ruritania:state] left [the League:group] in 2020.', ['Ruritania > withdrew_from > the League']],
    ['[Ruritania:state] vetoed [the resolution:event].', ['Ruritania > rejected > the resolution']],
    ['[Ruritania:state] launched air strikes against [the Hawks:group].', ['Ruritania > attacked > the Hawks']],
    [
      '[The Hawks:group] claimed responsibility for the attack on [the market:place].',
      ['The Hawks > attacked > the market'],
    ],
    ['[The union:group] issued a statement urging [Ruritania:state] to stop.', ['The union > demanded > Ruritania']],
    [
      'Tens of thousands of [protesters:group] rallied against [the government:group].',
      ['protesters > protested_against > the government'],
    ],
    ['[The opposition:group] boycotted [the election:event].', ['The opposition > protested_against > the election']],
    ['[Ana Duarte:person] expressed concern about the fate of [Karl Weiss:person].', []],
  ])('%s', (text, expected) => {
    expect(relationsOf(text)).toEqual(expected)
  })
})
