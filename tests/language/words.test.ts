import { describe, expect, it } from 'vitest'
import { splitWords, type WordSpans } from '../../src/language/words.ts'

function words(text: string): string[] {
  const spans: WordSpans = { starts: [], ends: [] }
  splitWords(text, 0, text.length, spans)
  return spans.starts.map((start, i) => text.slice(start, spans.ends[i]!))
}

describe('splitWords', () => {
  it.each([
    // Clitics.
    ["Russia's army didn't stop", "Russia 's army did n't stop"],
    ['Russia’s army didn’t stop', 'Russia ’s army did n’t stop'],
    ["the rebels' offensive", "the rebels ' offensive"],
    ["we'll, they've, I'd, she's, I'm, you're", "we 'll , they 've , I 'd , she 's , I 'm , you 're"],
    ["can't won't cannot gonna", "ca n't wo n't can not gon na"],
    ["O'Brien met Sha'lan at 9 o'clock", "O'Brien met Sha'lan at 9 o'clock"],
    // Hyphens.
    ['U.S.-backed rebels', 'U.S. - backed rebels'],
    ['pro-government anti-war ex-president', 'pro-government anti-war ex-president'],
    ['al-Jaafari and Ban Ki-moon', 'al - Jaafari and Ban Ki-moon'],
    ['Moon Jae-in, Kim Jong-un', 'Moon Jae-in , Kim Jong-un'],
    ['a 26-year-old man', 'a 26 - year - old man'],
    ['mid-1980s COVID-19', 'mid-1980s COVID - 19'],
    ["al-Qaeda's leader", "al - Qaeda 's leader"],
    ['2016-12-13 or 713-853-3989', '2016-12-13 or 713-853-3989'],
    // Abbreviations and initials.
    ['the U.N. and the U.S.', 'the U.N. and the U.S.'],
    ['Gen. J. K. Smith, Ph.D., at 5 p.m.', 'Gen. J. K. Smith , Ph.D. , at 5 p.m.'],
    ['Mr. Smith left.', 'Mr. Smith left .'],
    ['J.K. Rowling of Apple Inc.', 'J.K. Rowling of Apple Inc.'],
    // Numbers, money, units.
    ['$3.5bn (€3m), 10% of 1,234,567', '$ 3.5 bn ( € 3 m ) , 10 % of 1,234,567'],
    ['at 10:30am on the 5th', 'at 10:30 am on the 5th'],
    ['the 1990s and A320s', 'the 1990s and A320s'],
    // Punctuation.
    ['“No,” he said—twice… Why?!', '“ No , ” he said — twice … Why ?!'],
    ['wait... or--no', 'wait ... or -- no'],
    ['and/or [sic]', 'and / or [ sic ]'],
    ['*** news ===== ^^^^^', '*** news ===== ^^^^^'],
    // Addresses.
    ['see https://a.org/x?y=1. Mail a.b@c.org, @you #now', 'see https://a.org/x?y=1 . Mail a.b@c.org , @you #now'],
    ['AT&T and Q&A', 'AT&T and Q&A'],
  ])('%s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })

  it('cuts endless words', () => {
    expect(words('a'.repeat(250)).map(word => word.length)).toEqual([100, 100, 50])
  })
})
