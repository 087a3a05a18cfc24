const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

const NUMERIC =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s*(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const SLASHED = /\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b/
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH_NAME}\\b\\.?,?[ -]?\\s?(\\d{4})\\b`, 'i')
const MONTH_FIRST = new RegExp(`\\b${MONTH_NAME}\\b\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})\\b`, 'i')
const CLOCK = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(UTC|GMT|Z|[+-]\d{2}:?\d{2}))\b/i

/**
 * Reads a date as articles, feeds and page metadata write it, and gives ISO 8601: `2016-12-13`, or
 * `2016-12-13T10:00:00Z` where the time and its zone are given. Forms: ISO, `2016-12-13 10:00:00`, `20161213`,
 * `2016/12/13`, `13 December, 2016`, `Dec. 13, 2016`, `Tue, 13 Dec 2016 10:00:00 GMT` (RFC 5322).
 * `12/03/2016` means two days in two countries and is not read. Null where there is no full date.
 */
export function isoDate(value: string): string | null {
  const text = value.trim().replace(/\s+/g, ' ')
  if (text.length > 120) return null
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, year, month, day, hour, minute, second, zone] = numeric
    return assemble(year!, Number(month), Number(day), clock(hour, minute, second, zone))
  }
  const time = CLOCK.exec(text)
  const suffix = time ? clock(time[1], time[2], time[3], time[4]) : ''
  const slashed = SLASHED.exec(text)
  if (slashed) return assemble(slashed[1]!, Number(slashed[2]), Number(slashed[3]), suffix)
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return assemble(dayFirst[3]!, monthNumber(dayFirst[2]!), Number(dayFirst[1]), suffix)
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return assemble(monthFirst[3]!, monthNumber(monthFirst[1]!), Number(monthFirst[2]), suffix)
  return null
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function clock(hour?: string, minute?: string, second?: string, zone?: string): string {
  if (hour === undefined || minute === undefined || zone === undefined) return ''
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return ''
  const offset = /^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(zone)
    ? 'Z'
    : zone.length === 5
      ? `${zone.slice(0, 3)}:${zone.slice(3)}`
      : zone
  return `T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`
}

function assemble(year: string, month: number, day: number, time: string): string | null {
  const date = new Date(Date.UTC(Number(year), month - 1, day))
  const real = Number(year) >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}${time}` : null
}
