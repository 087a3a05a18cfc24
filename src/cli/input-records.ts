import { z } from 'zod'
import { HearsayError } from '../errors.ts'
import { webAddress } from '../read/metadata.ts'
import type { Document, Extraction } from '../types.ts'
import { isoDate } from '../util/iso-date.ts'

const optionalText = z.string().nullish()
/** As readers of files do: what is no date, or no address of the web, counts as none. */
const date = optionalText.transform(value => (value ? isoDate(value) : null))
const address = optionalText.transform(value => (value ? webAddress(value) : null))

const documentSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  title: optionalText,
  outlet: optionalText,
  published: date,
  url: address,
  language: optionalText,
})

const offset = z.number().int().nonnegative()
const span = z.tuple([offset, offset])

const extractionSchema = z.object({
  id: z.string(),
  document: documentSchema.omit({ id: true }),
  entities: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['person', 'state', 'group', 'place', 'event']),
      name: z.string(),
      aliases: z.array(z.string()),
      roles: z.array(z.string()),
      doubtful: z.literal(true).exactOptional(),
      vague: z.literal(true).exactOptional(),
    }),
  ),
  mentions: z.array(
    z.object({
      start: offset,
      end: offset,
      type: z.enum(['person', 'state', 'group', 'place', 'event']),
      kind: z.enum(['name', 'nominal', 'pronoun']),
      entity: z.string(),
    }),
  ),
  statements: z.array(
    z.object({
      speaker: z.string().nullable(),
      source: span.nullable(),
      cue: span.nullable(),
      content: z.array(span),
      type: z.enum(['direct', 'indirect', 'mixed']),
      addressee: z.string().nullable(),
      about: z.array(z.string()),
    }),
  ),
  relations: z.array(
    z.object({
      subject: z.string(),
      predicate: z.string(),
      object: z.string(),
      trigger: span.nullable(),
      sentence: span,
      negated: z.boolean(),
      modality: z.enum(['actual', 'planned', 'possible', 'demanded']),
      assertedBy: z.string().nullable(),
      code: z.string().nullable(),
      time: z.string().nullable(),
    }),
  ),
})

/** Checks a value to be a document: `id` and `text` are enough. `where` names it in the error. */
export function parseDocument(value: unknown, where: string): Document {
  const result = documentSchema.safeParse(value)
  if (!result.success)
    throw invalid('document/invalid', where, result.error, 'A document needs at least {"id": …, "text": …}.')
  return withoutNulls(result.data)
}

/** Checks a value to be an extraction whose offsets lie in its text and whose ids exist. */
export function parseExtraction(value: unknown, where: string): Extraction {
  const result = extractionSchema.safeParse(value)
  const hint = 'Take the lines that `hearsay extract` writes.'
  if (!result.success) throw invalid('extraction/invalid', where, result.error, hint)
  const extraction = { ...result.data, document: withoutNulls(result.data.document) }
  const fault = inconsistency(extraction)
  if (fault) throw new HearsayError('extraction/inconsistent', where, fault, hint)
  return extraction
}

function inconsistency({ document, entities, mentions, statements, relations }: Extraction): string | null {
  const known = new Set(entities.map(entity => entity.id))
  const ids = [
    ...mentions.map(mention => mention.entity),
    ...statements.flatMap(({ speaker, addressee, about }) => [speaker, addressee, ...about]),
    ...relations.flatMap(({ subject, object, assertedBy }) => [subject, object, assertedBy]),
  ]
  const unknown = ids.find(id => id !== null && !known.has(id))
  if (unknown !== undefined) return `speaks of an entity ${JSON.stringify(unknown)} that it does not list`
  const spans = [
    ...mentions.map(({ start, end }): readonly [number, number] => [start, end]),
    ...statements.flatMap(({ source, cue, content }) => [source, cue, ...content]),
    ...relations.flatMap(({ trigger, sentence }) => [trigger, sentence]),
  ]
  const outside = spans.find(s => s !== null && (s[0] > s[1] || s[1] > document.text.length))
  return outside ? `has the offsets ${outside.join('–')} outside its text` : null
}

function invalid(code: string, where: string, error: z.ZodError, hint: string): HearsayError {
  const issue = error.issues[0]
  const path = issue?.path.join('.') || 'the record'
  return new HearsayError(code, where, `${path}: ${issue?.message ?? 'is not valid'}`, hint)
}

/** Absent and null are the same on the way in; inside, absent is absent. */
function withoutNulls<T extends object>(record: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value != null)) as {
    [K in keyof T]: NonNullable<T[K]>
  }
}
