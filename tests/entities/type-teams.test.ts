import { describe, expect, it } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { findEntities } from '../../src/entities/find-entities.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'

const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

/** Types by name of one article's entities. */
function typesOf(text: string): Record<string, string> {
  const cleaned = clean({ id: 'test', text })
  const { entities } = findEntities({ ...cleaned, sentences: language.analyse(text, cleaned.blocks) }, resources)
  return Object.fromEntries(entities.map(({ name, type }) => [name, type]))
}

describe('typeTeams', () => {
  it('takes a town for its team where a player or coach is its own', () => {
    expect(typesOf('The Sunderland striker Ian Orme was hurt.').Sunderland).toBe('group')
    expect(typesOf('Doncaster manager Ian Orme praised the fans.').Doncaster).toBe('group')
  })

  it('takes whoever a result or a cup tie names for a team, and all that the article says of it', () => {
    const types = typesOf('They lost the FA Cup tie against Ipswich. The fans came from Ipswich by train.')
    expect(types.Ipswich).toBe('group')
    expect(typesOf('They came home after a 2-1 win over Ipswich.').Ipswich).toBe('group')
    expect(typesOf('The fans came from Ipswich by train.').Ipswich).toBe('place')
  })

  it('takes the towns behind the players of a squad for their clubs', () => {
    const squad = 'M Davies (Gloucester), G Rowntree (Leicester), S Thompson (Northampton), D Grewcock (Bath)'
    expect(typesOf(`Wales: ${squad}.`).Gloucester).toBe('group')
    expect(typesOf('M Davies (Gloucester) spoke. He lives in Leicester.').Gloucester ?? 'place').toBe('place')
  })

  it('reads a plural verb as a sign of a team', () => {
    expect(typesOf('Middlesbrough have signed Ian Orme.').Middlesbrough).toBe('group')
    expect(typesOf('Middlesbrough has a new bridge.').Middlesbrough).toBe('place')
  })

  it('leaves a town a town where the verb is somebody else’s, and where things happen in it', () => {
    expect(typesOf('The military activities in east Sunderland have stopped.').Sunderland ?? 'place').toBe('place')
    expect(typesOf('The last flights to Sunderland have left.').Sunderland).toBe('place')
  })
})
