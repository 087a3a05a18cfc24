import { z } from 'zod'

const words = z.string().describe('words with commas between them')
const slots = z.string().describe('slots with | between them')
const types = z.string().regex(/^(person|state|group|place|event)( (person|state|group|place|event))*$/, {
  message: 'names types among person, state, group, place, event, with spaces between them',
})
const code = z.string().regex(/^\d{2,4}$/, { message: 'is a CAMEO code of two to four digits' })

const trigger = z
  .strictObject({
    verbs: words.optional(),
    nouns: words.optional(),
    roles: words.optional(),
    adjectives: words.optional(),
    adverbs: words.optional(),
    structure: z.enum(["person's group", 'owned group', 'quarter of a place', 'such as', 'place in place']).optional(),
    event: slots.optional(),
    with: words.optional(),
    subject: slots.optional(),
    object: slots.optional(),
    subjectTypes: types.optional(),
    objectTypes: types.optional(),
    subjectWords: words.optional(),
    clauseVerbs: words.optional(),
    code: code.optional(),
    armed: code.optional(),
    planned: code.optional(),
    refused: code.optional(),
    clause: z.enum(['infinitive', 'any']).optional(),
    deed: z.enum(['harmless', 'friendly', 'hostile']).optional(),
    when: z.enum(['negated', 'affirmed']).optional(),
    together: z.boolean().optional(),
    passive: z.boolean().optional(),
    participle: z.boolean().optional(),
    sameType: z.boolean().optional(),
    owner: z.boolean().optional(),
    purpose: z.boolean().optional(),
    named: z.boolean().optional(),
    whole: z.boolean().optional(),
    shared: z.boolean().optional(),
    reason: z.string().min(1),
  })
  .refine(
    given =>
      [given.verbs, given.nouns, given.roles, given.adjectives, given.adverbs, given.structure, given.event].filter(
        value => value !== undefined,
      ).length === 1,
    { message: 'has exactly one of verbs, nouns, roles, adjectives, adverbs, structure, event' },
  )

/** What a row of the ontology looks like on disk. */
export const rowSchema = z.strictObject({
  predicate: z.string().regex(/^[a-z][a-z_]*$/, { message: 'is lower case with underscores' }),
  label: z.string().min(1),
  category: z.string().min(1),
  meaning: z.string().min(1),
  cameo: z.union([code, z.literal('')]),
  plover: z.string(),
  planned: code.optional(),
  refused: code.optional(),
  symmetric: z.boolean().optional(),
  reciprocal: z.boolean().optional(),
  subject: types,
  object: types,
  triggers: z.array(trigger),
  reason: z.string().min(1),
  examples: z.array(z.strictObject({ text: z.string().min(1), gives: z.array(z.string()) })),
})

export type RowFile = z.infer<typeof rowSchema>
export type TriggerFile = RowFile['triggers'][number]

const wordList = z.strictObject({ words, reason: z.string().min(1) })

/** What `grammar.json` looks like on disk. */
export const grammarSchema = z.strictObject({
  support: wordList,
  objectControl: wordList,
  quantities: wordList,
  organs: wordList,
  armed: wordList,
  claims: wordList,
  denials: wordList,
  past: wordList,
  planning: wordList,
  doubting: wordList,
  demanding: wordList,
  refusing: wordList,
  negators: wordList,
  irregular: wordList,
  quarters: wordList,
  units: wordList,
  shared: wordList,
  territorial: wordList,
  gatherings: wordList,
  abstract: wordList,
  forceful: wordList,
  sport: wordList,
  games: wordList,
  grave: wordList,
})
