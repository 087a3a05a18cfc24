import { articlesBlock } from '../../src/export/articles.ts'
import { renderPage } from '../../src/export/page.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type {
  Corpus,
  Document,
  EntityType,
  Evidence,
  Modality,
  ResolvedEntity,
  ResolvedRelation,
  ResolvedStatement,
  Span,
} from '../../src/types.ts'

/** An invented dispute over a dam, told by three outlets: what the browser tests look at. */
const documents: readonly Document[] = [
  {
    id: 'harbour/talks',
    outlet: 'Harbour Post',
    published: '2031-03-02',
    title: 'Talks over Kessary dam end without a deal',
    url: 'https://harbour.example/talks',
    text: `Orvania accused Tessal of breaking the Lake Accord on Sunday, after talks in Port Mirel ended without a deal.
"Tessal has closed the sluices twice this winter," said Ilse Maren, Orvania's water minister.
Tessal denied the charge. "We kept every line of the Lake Accord," said Davit Oruz, its chief negotiator.
The River League, which brokered the Lake Accord in 2029, said it would send observers to the Kessary dam.
Ms Maren met Mr Oruz on Saturday in Port Mirel.`,
  },
  {
    id: 'wire/attack',
    outlet: 'Northern Wire',
    published: '2031-03-05',
    title: 'Blast damages pumping station near Kessary',
    url: 'https://wire.example/attack',
    text: `An armed group calling itself the Free Sluice attacked a pumping station at Kessary on Wednesday, Orvanian officials said.
Orvania's government condemned the attack. Tessal supports the Free Sluice with money and arms, Ilse Maren said.
Tessal did not attack Kessary, Davit Oruz told the Northern Wire.
The River League demanded an inquiry and evacuated its observers from the Kessary dam.
Residents of Kessary fled to Port Mirel, the mayor, Oona Feld, said.`,
  },
  {
    id: 'daily/tessal',
    outlet: 'Tessal Daily',
    published: '2031-03-06',
    title: 'Our negotiator: no part in Kessary blast',
    url: 'https://daily.example/tessal',
    text: `Orvania attacked Kessary itself to win sympathy abroad, Davit Oruz said on Thursday.
"Minister Maren threatens us every week," Oruz said.
Tessal may withdraw from the Lake Accord, he warned. Tessal's parliament praised Davit Oruz.
The League of Rivers rejected the claim.`,
  },
  {
    id: 'harbour/inquiry',
    outlet: 'Harbour Post',
    published: '2031-03-14',
    title: 'Inquiry blames the Free Sluice',
    url: 'https://harbour.example/inquiry',
    text: `The Free Sluice attacked Kessary alone, an inquiry by the River League found.
Orvania and Tessal agreed to reopen the sluices. Tessal supports the Free Sluice no longer, Ilse Maren said.
Davit Oruz met Ilse Maren at the Kessary dam. "This is a beginning," said Oona Feld.`,
  },
]

const actors: readonly (readonly [
  id: string,
  type: EntityType,
  name: string,
  others?: readonly string[],
  role?: string,
])[] = [
  ['s:orvania', 'state', 'Orvania', ["Orvania's government"]],
  ['s:tessal', 'state', 'Tessal'],
  ['p:ilse-maren', 'person', 'Ilse Maren', ['Ms Maren', 'Minister Maren'], "Orvania's water minister"],
  ['p:davit-oruz', 'person', 'Davit Oruz', ['Mr Oruz', 'Oruz'], "Tessal's chief negotiator"],
  ['p:oona-feld', 'person', 'Oona Feld', [], 'mayor of Kessary'],
  ['g:river-league', 'group', 'River League', ['The River League', 'League of Rivers', 'The League of Rivers']],
  ['g:free-sluice', 'group', 'Free Sluice', ['the Free Sluice', 'The Free Sluice']],
  ['g:residents', 'group', 'Residents of Kessary'],
  ['e:lake-accord', 'event', 'Lake Accord', ['the Lake Accord']],
  ['l:kessary', 'place', 'Kessary', ['Kessary dam']],
  ['l:port-mirel', 'place', 'Port Mirel'],
]

interface Told {
  readonly by?: string
  readonly how?: Modality
  readonly not?: boolean
}

/** Document, subject, predicate, object, sentence, words of the predicate. */
const relations: readonly (readonly [string, string, string, string, string, string, Told?])[] = [
  ['harbour/talks', 's:orvania', 'accused', 's:tessal', 'Orvania accused', 'accused'],
  ['harbour/talks', 's:tessal', 'violated', 'e:lake-accord', 'Orvania accused', 'breaking', { by: 's:orvania' }],
  ['harbour/talks', 's:tessal', 'violated', 'e:lake-accord', '"We kept', 'kept', { by: 'p:davit-oruz', not: true }],
  ['harbour/talks', 'g:river-league', 'brokered', 'e:lake-accord', 'The River League', 'brokered'],
  ['harbour/talks', 'p:ilse-maren', 'met_with', 'p:davit-oruz', 'Ms Maren met', 'met'],
  ['harbour/talks', 'p:ilse-maren', 'represents', 's:orvania', '"Tessal has', 'minister'],
  ['harbour/talks', 'p:davit-oruz', 'represents', 's:tessal', '"We kept', 'negotiator'],
  ['wire/attack', 'g:free-sluice', 'attacked', 'l:kessary', 'An armed group', 'attacked', { by: 's:orvania' }],
  ['wire/attack', 's:orvania', 'condemned', 'g:free-sluice', "Orvania's government", 'condemned'],
  ['wire/attack', 's:tessal', 'supported', 'g:free-sluice', 'Tessal supports', 'supports', { by: 'p:ilse-maren' }],
  ['wire/attack', 's:tessal', 'attacked', 'l:kessary', 'Tessal did not', 'attack', { by: 'p:davit-oruz', not: true }],
  ['wire/attack', 'g:residents', 'fled_from', 'l:kessary', 'Residents of', 'fled', { by: 'p:oona-feld' }],
  ['wire/attack', 'p:oona-feld', 'leads', 'l:kessary', 'Residents of', 'mayor'],
  ['daily/tessal', 's:orvania', 'attacked', 'l:kessary', 'Orvania attacked', 'attacked', { by: 'p:davit-oruz' }],
  ['daily/tessal', 'p:ilse-maren', 'threatened', 's:tessal', '"Minister Maren', 'threatens', { by: 'p:davit-oruz' }],
  [
    'daily/tessal',
    's:tessal',
    'withdrew_from',
    'e:lake-accord',
    'Tessal may',
    'withdraw',
    { by: 'p:davit-oruz', how: 'possible' },
  ],
  ['daily/tessal', 's:tessal', 'praised', 'p:davit-oruz', "Tessal's parliament", 'praised'],
  [
    'harbour/inquiry',
    'g:free-sluice',
    'attacked',
    'l:kessary',
    'The Free Sluice',
    'attacked',
    { by: 'g:river-league' },
  ],
  ['harbour/inquiry', 's:orvania', 'agreed_with', 's:tessal', 'Orvania and Tessal', 'agreed'],
  [
    'harbour/inquiry',
    's:tessal',
    'supported',
    'g:free-sluice',
    'Tessal supports',
    'supports',
    { by: 'p:ilse-maren', not: true },
  ],
  ['harbour/inquiry', 'p:davit-oruz', 'met_with', 'p:ilse-maren', 'Davit Oruz met', 'met'],
]

/** Document, speaker, words that name it, cue, what is said, whom it is about. */
const statements: readonly (readonly [string, string, string, string, string, readonly string[]])[] = [
  [
    'harbour/talks',
    'p:ilse-maren',
    'Ilse Maren',
    'said',
    '"Tessal has closed the sluices twice this winter,"',
    ['s:tessal'],
  ],
  [
    'harbour/talks',
    'p:davit-oruz',
    'Davit Oruz',
    'said',
    '"We kept every line of the Lake Accord,"',
    ['e:lake-accord', 's:tessal'],
  ],
  [
    'harbour/talks',
    'g:river-league',
    'The River League',
    'said',
    'it would send observers to the Kessary dam',
    ['l:kessary'],
  ],
  [
    'wire/attack',
    'p:ilse-maren',
    'Ilse Maren',
    'said',
    'Tessal supports the Free Sluice with money and arms',
    ['s:tessal', 'g:free-sluice'],
  ],
  [
    'wire/attack',
    'p:oona-feld',
    'Oona Feld',
    'said',
    'Residents of Kessary fled to Port Mirel',
    ['g:residents', 'l:kessary'],
  ],
  [
    'daily/tessal',
    'p:davit-oruz',
    'Davit Oruz',
    'said',
    'Orvania attacked Kessary itself to win sympathy abroad',
    ['s:orvania', 'l:kessary'],
  ],
  [
    'daily/tessal',
    'p:davit-oruz',
    'Oruz',
    'said',
    '"Minister Maren threatens us every week,"',
    ['p:ilse-maren', 's:tessal'],
  ],
  ['harbour/inquiry', 'p:oona-feld', 'Oona Feld', 'said', '"This is a beginning,"', ['e:lake-accord']],
]

const categories: Record<string, string> = {
  said: 'speech',
  accused: 'speech',
  condemned: 'speech',
  threatened: 'speech',
  praised: 'speech',
  attacked: 'conflict',
  violated: 'conflict',
  supported: 'diplomacy',
  brokered: 'diplomacy',
  met_with: 'diplomacy',
  agreed_with: 'diplomacy',
  withdrew_from: 'movement',
  fled_from: 'movement',
}

function spanOf(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`no “${words}” in the text`)
  return [start, start + words.length]
}

/** The sentence that holds an offset; each sentence of the story ends in a full stop (and a quote), before a space or line end. */
function sentenceAt(text: string, offset: number): Span {
  const ends = [...text.matchAll(/[.!?]"?(?=\s|$)/g)].map(match => match.index + match[0].length)
  const end = ends.find(each => each > offset) ?? text.length
  const before = ends.filter(each => each <= offset).at(-1) ?? -1
  return [before < 0 ? 0 : before + 1, end]
}

function evidenceOf(document: Document, span: Span): Evidence {
  const { id, outlet, published, url, title, text } = document
  return {
    doc: id,
    outlet: outlet ?? null,
    published: published ?? null,
    url: url ?? null,
    title: title ?? null,
    span,
    text: text.slice(...span),
  }
}

function entityOf([id, type, name, others = [], role]: (typeof actors)[number]): ResolvedEntity {
  const mentions: { doc: string; start: number; end: number }[] = []
  const counts = new Map<string, { alias: string; outlet: string; count: number }>()
  const names = [name, ...others].sort((a, b) => b.length - a.length)
  for (const { id: doc, text, outlet } of documents) {
    const taken: Span[] = []
    for (const alias of names)
      for (let start = text.indexOf(alias); start >= 0; start = text.indexOf(alias, start + 1)) {
        if (taken.some(([from, to]) => from < start + alias.length && start < to)) continue
        if (/\w/.test(text[start + alias.length] ?? '')) continue
        taken.push([start, start + alias.length])
        mentions.push({ doc, start, end: start + alias.length })
        const key = `${alias} ${outlet}`
        counts.set(key, { alias, outlet: outlet!, count: (counts.get(key)?.count ?? 0) + 1 })
      }
  }
  return { id, type, name, aliases: [...others], roles: role ? [role] : [], namings: [...counts.values()], mentions }
}

/** The corpus; `change` may put other values in before it becomes a graph. */
export function storyCorpus(): Corpus {
  const byId = new Map(documents.map(document => [document.id, document]))
  return {
    documents,
    entities: actors.map(entityOf),
    relations: relations.map(
      ([doc, subject, predicate, object, opening, words, told = {}], index): ResolvedRelation => {
        const document = byId.get(doc)!
        const sentence = sentenceAt(document.text, spanOf(document.text, opening)[0])
        return {
          id: `r${index + 1}`,
          subject,
          predicate,
          object,
          trigger: spanOf(document.text, words, sentence[0]),
          sentence,
          negated: told.not ?? false,
          modality: told.how ?? 'actual',
          assertedBy: told.by ?? null,
          code: null,
          time: null,
          evidence: evidenceOf(document, sentence),
        }
      },
    ),
    statements: statements.map(([doc, speaker, source, cue, content, about], index): ResolvedStatement => {
      const document = byId.get(doc)!
      const said = spanOf(document.text, content)
      const span = sentenceAt(document.text, said[0] + 1)
      const [start] = span
      return {
        id: `s${index + 1}`,
        speaker,
        source: spanOf(document.text, source, start),
        cue: spanOf(document.text, cue, start),
        content: [said],
        type: content.startsWith('"') ? 'direct' : 'indirect',
        addressee: null,
        about,
        evidence: evidenceOf(document, [Math.min(span[0], said[0]), Math.max(span[1], said[1])]),
      }
    }),
  }
}

export function storyGraph(corpus: Corpus = storyCorpus()) {
  return buildGraph(corpus, predicate => ({
    category: categories[predicate] ?? 'static',
    label: predicate.replaceAll('_', ' '),
    cameo: null,
  }))
}

/** The viewer's page with the story inside. */
export function storyPage(template: string, corpus: Corpus = storyCorpus()): string {
  return renderPage(template, JSON.stringify(storyGraph(corpus).export()), articlesBlock(corpus))
}
