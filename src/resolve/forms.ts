import type { EntityType, Extraction } from '../types.ts'
import { nameForm } from '../util/name-form.ts'

/** Which type a form has when documents disagree: the one with this share of the mentions takes the rest. */
const MAJORITY = 0.66
/** A single word is a person here and a place there more often than a full name is: ask for more. */
const MAJORITY_OF_ONE_WORD = 0.7

/** A single word is a surname when its bearers are named so many times as often as the town or body. */
const FAMILIES = 5

/** The form under which an entity's name meets others; one that is all marks stands for itself. */
export function formOf(name: string): string {
  const form = nameForm(name)
  return form === '' ? name.toLowerCase() : form
}

/** So many articles that doubt a person's or place's name alike make it sure; works pass for bodies everywhere. */
const DOUBTERS = 3

/** Counts how often documents call a form a person, a place and so on, and settles which it is. */
export class FormTypes {
  readonly #counts = new Map<string, Map<EntityType, number>>()
  /** Form and type → articles that are in doubt of it. */
  readonly #doubters = new Map<string, number>()
  /** Family name → mentions of those who bear it. */
  readonly #families = new Map<string, number>()

  add({ entities, mentions }: Extraction): void {
    const numbers = new Map<string, number>()
    const named = new Set<string>()
    for (const { entity, kind } of mentions) {
      numbers.set(entity, (numbers.get(entity) ?? 0) + 1)
      if (kind === 'name') named.add(entity)
    }
    for (const { id, name, type, doubtful } of entities) {
      if (!named.has(id)) continue
      const form = formOf(name)
      let types = this.#counts.get(form)
      if (types === undefined) this.#counts.set(form, (types = new Map()))
      // A doubtful name has no vote, but takes the type that others give it.
      const times = doubtful ? 0 : (numbers.get(id) ?? 0)
      if (doubtful) this.#doubters.set(`${form}|${type}`, (this.#doubters.get(`${form}|${type}`) ?? 0) + 1)
      types.set(type, (types.get(type) ?? 0) + times)
      const family = type === 'person' && form.includes(' ') ? form.slice(form.lastIndexOf(' ') + 1) : null
      if (family !== null) this.#families.set(family, (this.#families.get(family) ?? 0) + times)
    }
  }

  /** Form and type, `nimrod|group`, that articles are sure of; and single words that are somebody's family name. */
  isSure(form: string, type: EntityType): boolean {
    if (
      (this.#counts.get(form)?.get(type) ?? 0) > 0 ||
      (type !== 'group' && (this.#doubters.get(`${form}|${type}`) ?? 0) >= DOUBTERS)
    )
      return true
    return type === 'person' && (this.#families.get(form) ?? 0) > 0
  }

  /** Form and type, `paris|person`, → the type that nearly all documents give to the form. */
  settle(): Map<string, EntityType> {
    const settled = new Map<string, EntityType>()
    for (const [form, types] of this.#counts) {
      const rest = (types.get('group') ?? 0) + (types.get('place') ?? 0)
      if (
        (this.#families.get(form) ?? 0) + (types.get('person') ?? 0) >= FAMILIES * rest &&
        rest > 0 &&
        !types.has('state')
      ) {
        for (const type of types.keys()) if (type !== 'event') settled.set(`${form}|${type}`, 'person')
        continue
      }
      if (types.size < 2) continue
      const total = [...types.values()].reduce((sum, n) => sum + n, 0)
      if (total === 0) continue
      const [main, count] = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
      if (count / total < (form.includes(' ') ? MAJORITY : MAJORITY_OF_ONE_WORD)) continue
      for (const type of types.keys()) settled.set(`${form}|${type}`, main)
    }
    return settled
  }
}
