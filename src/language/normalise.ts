/** How words look to the models: typographic variants folded, digits folded, rare detail dropped. */

const VARIANTS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '``': '"',
  "''": '"',
  '–': '-',
  '—': '--',
  '‑': '-',
  '−': '-',
  '…': '...',
}
const SPECIAL = /[’‘ʼ`“”„«»–—‑−…]|''/
const SPECIAL_ALL = /``|''|[’‘ʼ`“”„«»–—‑−…]/g
const NUMBER = /^\d[\d,.:]*$/

/** The word in lower case with plain quotes and dashes; numbers become `!year` or `!num`. */
export function normaliseForm(form: string): string {
  const first = form.charCodeAt(0)
  if (first >= 48 && first <= 57 && NUMBER.test(form)) return form.length === 4 ? '!year' : '!num'
  const lower = form.toLowerCase()
  return SPECIAL.test(lower) ? lower.replace(SPECIAL_ALL, match => VARIANTS[match] ?? match) : lower
}

export const WORD_SHAPES = 17

/** Letter case and kind of the word, as an integer below 16. */
export function wordShape(form: string): number {
  let upper = 0
  let lower = 0
  let digit = 0
  let hyphen = 0
  let other = 0
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    if (code >= 97 && code <= 122) lower++
    else if (code >= 65 && code <= 90) upper++
    else if (code >= 48 && code <= 57) digit++
    else if (code === 45) hyphen++
    else if (code > 191) {
      const char = form[i]!
      if (char !== char.toLowerCase()) upper++
      else if (char !== char.toUpperCase()) lower++
      else other++
    } else other++
  }
  const letters = upper + lower
  if (digit > 0) return letters === 0 ? (other + hyphen > 0 ? 1 : 0) : 2
  if (letters === 0) return form.length === 1 ? 3 : 4
  const first = form[0]!
  const capital = first !== first.toLowerCase()
  if (hyphen > 0) return capital ? 5 : 6
  if (lower === 0) return upper === 1 ? (other > 0 ? 7 : 8) : other > 0 ? 9 : 10
  if (upper === 0) return other > 0 ? 11 : 12
  return capital ? (upper > 1 ? 13 : 14) : 15
}
