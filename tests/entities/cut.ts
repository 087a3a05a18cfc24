import { openDataFiles } from '../../src/data-files.ts'
import { cutNames } from '../../src/entities/cut-names.ts'
import { dropWorks } from '../../src/entities/drop-works.ts'
import type { NameMention } from '../../src/entities/names/find-names.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import type { EntityType } from '../../src/types.ts'

export const { kinds } = loadEntityResources(openDataFiles)

/** Names as the tagger gives them: the next occurrence of each. */
export function named(text: string, names: readonly (readonly [string, EntityType])[]): NameMention[] {
  let from = 0
  return names.map(([name, type]) => {
    const start = text.indexOf(name, from)
    from = start + name.length
    return { start, end: from, type }
  })
}
export const shown = (text: string, names: readonly NameMention[]) =>
  names.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)
/** What `cutNames` makes of these names of a text, as "type name". */
export const cut = (text: string, ...names: readonly [string, EntityType][]) =>
  shown(text, cutNames(text, named(text, names), kinds))
export const works = (text: string, ...names: readonly [string, EntityType][]) =>
  shown(text, dropWorks(text, named(text, names), kinds))
