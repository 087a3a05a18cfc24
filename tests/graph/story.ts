import type {
  Corpus,
  Document,
  EntityType,
  ResolvedEntity,
  ResolvedRelation,
  ResolvedStatement,
  Span,
} from '../../src/types.ts'

/** An invented story in three articles, small enough to check by eye, with two outlets that disagree. */
export const DOCUMENTS: readonly Document[] = [
  {
    id: 'harbour/strike',
    title: 'Dockers walk out in Port Merrow',
    outlet: 'The Tidewater Gazette',
    published: '2031-03-02',
    url: 'https://tidewater.example/strike',
    text: 'The Dockers\' Union accused Calder Lines of breaking the Merrow Accord. "They tore it up," Ines Varga told reporters. Calder Lines denied that it had attacked the union.',
  },
  {
    id: 'harbour/talks',
    title: 'Ministry offers to broker talks',
    outlet: 'Radio Meridian',
    published: '2031-03-05T18:30:00Z',
    text: 'Veldania will negotiate with the Dockers\' Union in Port Merrow. "We support Calder Lines," Prime Minister Otto Brandt said. Ines Varga accused Veldania.',
  },
  {
    id: 'harbour/regatta',
    title: 'Regatta',
    text: 'The Pelican Club met the Heron Club. Mira Sol watched.',
  },
]

const TEXT = new Map(DOCUMENTS.map(({ id, text }) => [id, text]))

/** Where the nth occurrence of the words stands in a document. */
export function spanOf(doc: string, words: string, nth = 0): Span {
  let at = -1
  for (let i = 0; i <= nth; i++) at = TEXT.get(doc)!.indexOf(words, at + 1)
  if (at < 0) throw new Error(`${doc} does not hold "${words}"`)
  return [at, at + words.length]
}

function entity(
  id: string,
  type: EntityType,
  name: string,
  places: readonly [doc: string, words: string, nth?: number][],
  more: Partial<ResolvedEntity> = {},
): ResolvedEntity {
  const mentions = places.map(([doc, words, nth]) => {
    const [start, end] = spanOf(doc, words, nth)
    return { doc, start, end }
  })
  return {
    id,
    type,
    name,
    aliases: [],
    roles: [],
    namings: [{ alias: name, outlet: null, count: mentions.length }],
    mentions,
    ...more,
  }
}

const A = 'harbour/strike'
const B = 'harbour/talks'
const C = 'harbour/regatta'

function evidence(doc: string, words: string) {
  const { outlet, published, url, title } = DOCUMENTS.find(({ id }) => id === doc)!
  return {
    doc,
    outlet: outlet ?? null,
    published: published ?? null,
    url: url ?? null,
    title: title ?? null,
    span: spanOf(doc, words),
    text: words,
  }
}

function relation(
  id: string,
  subject: string,
  predicate: string,
  object: string,
  doc: string,
  sentence: string,
  trigger: string | null,
  more: Partial<ResolvedRelation> = {},
): ResolvedRelation {
  return {
    id,
    subject,
    predicate,
    object,
    trigger: trigger === null ? null : spanOf(doc, trigger),
    sentence: spanOf(doc, sentence),
    negated: false,
    modality: 'actual',
    assertedBy: null,
    code: null,
    time: null,
    evidence: evidence(doc, sentence),
    ...more,
  }
}

const STRIKE = TEXT.get(A)!.split(/(?<=\.) (?=["C])/)
const TALKS = TEXT.get(B)!.split(/(?<=\.) (?=["I])/)

const statements: ResolvedStatement[] = [
  {
    id: 's1',
    speaker: 'p:ines-varga',
    source: spanOf(A, 'Ines Varga'),
    cue: spanOf(A, 'told'),
    content: [spanOf(A, 'They tore it up')],
    type: 'direct',
    addressee: 'g:reporters',
    about: ['g:calder-lines', 'e:merrow-accord'],
    evidence: evidence(A, '"They tore it up," Ines Varga told reporters.'),
  },
  {
    id: 's2',
    speaker: 'p:otto-brandt',
    source: spanOf(B, 'Otto Brandt'),
    cue: spanOf(B, 'said'),
    content: [spanOf(B, 'We support Calder Lines')],
    type: 'direct',
    addressee: null,
    about: ['g:calder-lines', 'p:otto-brandt'],
    evidence: evidence(B, '"We support Calder Lines," Prime Minister Otto Brandt said.'),
  },
  {
    id: 's3',
    speaker: null,
    source: null,
    cue: null,
    content: [spanOf(A, 'it had attacked the union')],
    type: 'indirect',
    addressee: null,
    about: ['g:dockers-union'],
    evidence: evidence(A, STRIKE[2]!),
  },
]

const relations: ResolvedRelation[] = [
  relation('r1', 'g:dockers-union', 'accused', 'g:calder-lines', A, STRIKE[0]!, 'accused', { code: '112' }),
  relation('r2', 'g:calder-lines', 'attacked', 'g:dockers-union', A, STRIKE[2]!, 'attacked', {
    negated: true,
    assertedBy: 'g:calder-lines',
  }),
  relation('r3', 'p:ines-varga', 'told', 'g:reporters', A, '"They tore it up," Ines Varga told reporters.', 'told'),
  relation('r4', 's:veldania', 'negotiated_with', 'g:dockers-union', B, TALKS[0]!, 'negotiate', {
    modality: 'planned',
  }),
  relation('r5', 's:veldania', 'supported', 'g:calder-lines', B, TALKS[1]!, 'support', { assertedBy: 'p:otto-brandt' }),
  relation('r6', 'p:otto-brandt', 'leads', 's:veldania', B, TALKS[1]!, null),
  relation('r7', 'p:ines-varga', 'accused', 's:veldania', B, TALKS[2]!, 'accused', { time: '2031-03-04' }),
  relation('r8', 'g:dockers-union', 'accused', 'g:calder-lines', B, TALKS[2]!, 'accused', {
    modality: 'possible',
    assertedBy: 'p:ines-varga',
  }),
  relation('r9', 's:veldania', 'supported', 's:veldania', B, TALKS[1]!, 'support'),
  relation('r10', 'g:pelican-club', 'met_with', 'g:heron-club', C, 'The Pelican Club met the Heron Club.', 'met'),
]

export const STORY: Corpus = {
  documents: DOCUMENTS,
  entities: [
    entity('g:calder-lines', 'group', 'Calder Lines', [
      [A, 'Calder Lines'],
      [A, 'Calder Lines', 1],
      [B, 'Calder Lines'],
    ]),
    entity(
      'g:dockers-union',
      'group',
      "Dockers' Union",
      [
        [A, "Dockers' Union"],
        [A, 'the union'],
        [B, "Dockers' Union"],
      ],
      {
        aliases: ['the union'],
        namings: [
          { alias: "Dockers' Union", outlet: 'Radio Meridian', count: 1 },
          { alias: "Dockers' Union", outlet: 'The Tidewater Gazette', count: 1 },
        ],
      },
    ),
    entity(
      'p:ines-varga',
      'person',
      'Ines Varga',
      [
        [A, 'Ines Varga'],
        [B, 'Ines Varga'],
      ],
      { aliases: ['Varga'] },
    ),
    entity('p:otto-brandt', 'person', 'Otto Brandt', [[B, 'Otto Brandt']], { roles: ['Prime Minister'] }),
    entity('s:veldania', 'state', 'Veldania', [
      [B, 'Veldania'],
      [B, 'Veldania', 1],
    ]),
    entity('g:reporters', 'group', 'reporters', [[A, 'reporters']]),
    entity('e:merrow-accord', 'event', 'Merrow Accord', [[A, 'Merrow Accord']]),
    entity('l:port-merrow', 'place', 'Port Merrow', [[B, 'Port Merrow']]),
    entity('g:pelican-club', 'group', 'Pelican Club', [[C, 'Pelican Club']]),
    entity('g:heron-club', 'group', 'Heron Club', [[C, 'Heron Club']]),
  ],
  statements,
  relations,
}

const CATEGORIES: Readonly<Record<string, [category: string, cameo: string | null]>> = {
  said: ['speech', '01'],
  told: ['speech', '01'],
  accused: ['speech', '112'],
  attacked: ['conflict', '19'],
  negotiated_with: ['diplomacy', '046'],
  met_with: ['diplomacy', '04'],
  supported: ['diplomacy', '05'],
  leads: ['static', null],
}

/** A little ontology for the story. */
export function categoryOf(predicate: string) {
  const [category, cameo] = CATEGORIES[predicate] ?? ['other', null]
  return { category, label: predicate.replaceAll('_', ' '), cameo }
}
