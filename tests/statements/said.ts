import { openDataFiles } from '../../src/data-files.ts'
import { findStatements } from '../../src/statements/find-statements.ts'
import { loadStatementResources, type StatementResources } from '../../src/statements/resources.ts'
import { markedArticle } from '../support/marked-article.ts'

let resources: StatementResources | undefined

/** A statement as tests read it: names for ids, words for spans. */
export interface Said {
  readonly speaker: string | null
  readonly source: string | null
  readonly cue: string | null
  readonly content: readonly string[]
  readonly type: string
  readonly addressee: string | null
  readonly about: readonly string[]
}

/** The statements of a text whose actors are marked as for {@link markedArticle}; one paragraph a line. */
export function said(marked: string): Said[] {
  resources ??= loadStatementResources(openDataFiles)
  const { article, entities, mentions } = markedArticle(marked)
  const { text } = article.document
  const nameOf = (id: string | null): string | null => entities.find(entity => entity.id === id)?.name ?? null
  return findStatements(article, entities, mentions, resources).map(statement => ({
    speaker: nameOf(statement.speaker),
    source: statement.source === null ? null : text.slice(...statement.source),
    cue: statement.cue === null ? null : text.slice(...statement.cue),
    content: statement.content.map(span => text.slice(...span)),
    type: statement.type,
    addressee: nameOf(statement.addressee),
    about: statement.about.map(id => nameOf(id)!),
  }))
}

/** `speaker: content` of each statement, the parts of a content joined by " … ". */
export const lines = (marked: string): string[] =>
  said(marked).map(({ speaker, content }) => `${speaker}: ${content.join(' … ')}`)
