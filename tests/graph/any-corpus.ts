import fc from 'fast-check'
import type { Corpus, EntityType, Modality, Span } from '../../src/types.ts'

/** Strings that have broken readers, among any others. */
export const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    ']]>',
    '<!--',
    '&amp;',
    '"\'',
    'שלום عالم',
    'a;b; c',
    'tab\tline\nend\r',
    '\u0000\u0007\u001b',
    '\ud800',
    '🕊️',
    '  ',
    '',
    '\ufffe',
    'a,b\n"c"',
    "Robert'); DROP TABLE",
    '\\N',
    '{x} %s $1',
  ),
)

const anyDay = fc.option(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10)),
)

/** Any corpus of up to a dozen entities: any names, any claims between them, also with a speaker who is in no claim. */
export const anyCorpus: fc.Arbitrary<Corpus> = fc
  .record({
    names: fc.array(anyName, { minLength: 1, maxLength: 12 }),
    outlets: fc.array(fc.tuple(fc.option(anyName), anyDay, fc.option(anyName)), { minLength: 1, maxLength: 4 }),
    claims: fc.array(
      fc.record({
        subject: fc.nat(11),
        object: fc.nat(11),
        speaker: fc.option(fc.nat(11)),
        predicate: fc.constantFrom('accused', 'met_with', 'said', 'told', 'attacked', 'of_their_own'),
        negated: fc.boolean(),
        modality: fc.constantFrom<Modality>('actual', 'planned', 'possible', 'demanded'),
        document: fc.nat(3),
        words: anyName,
      }),
      { maxLength: 20 },
    ),
    statements: fc.array(
      fc.record({
        speaker: fc.nat(11),
        about: fc.array(fc.nat(11), { maxLength: 4 }),
        document: fc.nat(3),
        words: anyName,
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ names, outlets, claims, statements }) => {
    const types: readonly EntityType[] = ['person', 'state', 'group', 'place', 'event']
    const id = (n: number) => `${types[(n % names.length) % 5]![0]}:n${n % names.length}`
    const evidence = (n: number, text: string) => {
      const [outlet, published, title] = outlets[n % outlets.length]!
      const span: Span = [0, text.length]
      return { doc: `doc ${n % outlets.length}`, outlet: outlet || null, published, url: null, title, span, text }
    }
    return {
      documents: outlets.map(([outlet, published, title], n) => ({
        id: `doc ${n}`,
        text: 'text',
        ...(outlet ? { outlet } : {}),
        ...(published ? { published } : {}),
        ...(title ? { title } : {}),
      })),
      entities: names.map((name, n) => ({
        id: id(n),
        type: types[n % 5]!,
        name,
        aliases: [name, ...names.slice(0, n % 3)],
        roles: names.slice(0, n % 2),
        namings: [{ alias: name, outlet: null, count: 1 }],
        mentions: [{ doc: 'doc 0', start: 0, end: 1 }],
      })),
      statements: statements.map(({ speaker, about, document, words }, n) => ({
        id: `s${n}`,
        speaker: id(speaker),
        source: null,
        cue: null,
        content: [[0, words.length] as Span],
        type: 'direct' as const,
        addressee: null,
        about: about.map(id),
        evidence: evidence(document, words),
      })),
      relations: claims.map(({ subject, object, speaker, predicate, negated, modality, document, words }, n) => ({
        id: `r${n}`,
        subject: id(subject),
        predicate,
        object: id(object),
        trigger: null,
        sentence: [0, words.length] as Span,
        negated,
        modality,
        assertedBy: speaker === null ? null : id(speaker),
        code: null,
        time: null,
        evidence: evidence(document, words),
      })),
    }
  })
