import type { Modality } from '../../../src/types.ts'
import type { Claim, Piece, Story } from '../model/story.ts'

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "13 December 2016"; the text as it is where it is no date. */
export function dayInWords(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? day : dayFormat.format(time)
}

/** "2–14 March 2031", "28 February – 2 March 2031". */
export function rangeInWords(first: string, last: string): string {
  const [from, to] = [dayInWords(first).split(' '), dayInWords(last).split(' ')]
  if (first === last) return dayInWords(first)
  const same = (part: number) => from.slice(part).join(' ') === to.slice(part).join(' ')
  if (same(1)) return `${from[0]}–${to.join(' ')}`
  return `${(same(2) ? from.slice(0, 2) : from).join(' ')} – ${to.join(' ')}`
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

export const modalityNames: Readonly<Record<Modality, string>> = {
  actual: 'as fact',
  planned: 'as planned',
  possible: 'as possible',
  demanded: 'as demanded',
}

export function nameOf(story: Story, key: string): string {
  return story.actors[story.actorIndex.get(key) ?? -1]?.label ?? key
}

/** "Russia accused Turkey". */
export function claimInWords(story: Story, claim: Claim): string {
  return `${story.actors[claim.source]!.label} ${claim.label} ${story.actors[claim.target]!.label}`
}

/** Where a piece of evidence stands: its outlet, else its title, else its document. */
export function sourceOf(piece: Piece): string {
  return piece.outlet ?? piece.title ?? piece.doc
}

/** First and last day of some pieces. */
export function daysOf(pieces: readonly Piece[]): string | null {
  const days = pieces.flatMap(piece => (piece.day === null ? [] : [piece.day])).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  return rangeInWords(first, last)
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
