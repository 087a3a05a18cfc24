type Random = () => number

const WORDS = (
  'the The a of in on and that said says told accused denied killed attacked not may will who which he she they it its ' +
  'his minister president army rebels government spokesman officials people Syria France Moscow UN United Nations ' +
  'Aleppo Ana Lopez John Smith Mr Dr. U.S. al-Assad Reuters Monday 2016 13 $5m 3% ’s n’t according to by with from'
).split(' ')
const MARKS = [
  '.',
  ',',
  ';',
  ':',
  '?',
  '!',
  '"',
  '“',
  '”',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '(',
  ')',
  '—',
  '-',
  '…',
  '/',
  '\n',
  '\n\n',
]
const ODD = [
  '\0',
  '\ud800',
  '\udfff',
  '\ufeff',
  '\u200d',
  '\u202e',
  'é',
  'é',
  '🕊️',
  '👩‍👩‍👧',
  'שלום',
  'عالم',
  '漢字',
  'ﬁ',
  'İ',
  'ß',
  '\t',
  '\r',
  '\u2028',
  '<b>',
  '&amp;',
  '__proto__',
  'constructor',
  'toString',
]

/** Text that nobody would write: word salad, marks without end, odd characters, and the same again and again. */
export function hostileText(random: Random): string {
  const upTo = (limit: number) => Math.floor(random() * limit)
  const pick = (list: readonly string[]) => list[upTo(list.length)]!
  const salad = (length: number) => {
    const oddity = random() * random()
    const marks = random() * 0.6
    let text = ''
    for (let i = 0; i < length; i++) {
      const kind = random()
      if (kind < oddity * 0.5) text += pick(ODD)
      else if (kind < marks) text += pick(MARKS)
      else text += `${random() < 0.9 ? ' ' : ''}${pick(WORDS)}`
    }
    return text
  }
  switch (upTo(6)) {
    case 0:
      return pick([...MARKS, ...ODD, ...WORDS]).repeat(1 + upTo(3000))
    case 1:
      return `${pick(WORDS)}${pick(MARKS)} `.repeat(1 + upTo(800))
    case 2:
      return Array.from({ length: upTo(400) }, () => String.fromCharCode(upTo(0x10000))).join('')
    case 3: {
      const depth = 1 + upTo(200)
      return `${'“'.repeat(depth)}${salad(20)}${'”'.repeat(depth)} said ${pick(WORDS)}.`
    }
    default:
      return salad(1 + upTo(250))
  }
}
