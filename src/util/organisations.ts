import type { OpenData } from '../types.ts'
import { nameForm } from './name-form.ts'
import { readJsonData } from './read-json-data.ts'

/** Form of an organisation's name or acronym → its full name. */
export type Organisations = ReadonlyMap<string, string>

/** Reads `lexicon/organisations.json`: bodies that any newspaper names without explaining them. */
export function loadOrganisations(open: OpenData): Organisations {
  const organisations = new Map<string, string>()
  for (const names of readJsonData<string[][]>(open, 'lexicon/organisations.json')) {
    for (const name of names) organisations.set(nameForm(name), names[0]!)
  }
  return organisations
}
