import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDate } from '../../src/util/iso-date.ts'

describe('isoDate', () => {
  test.each([
    ['2016-12-13', '2016-12-13'],
    ['20161213', '2016-12-13'],
    ['2016-12-13 10:00:00', '2016-12-13'],
    ['2016-12-13T10:00:00.123Z', '2016-12-13T10:00:00Z'],
    ['2016-12-13T10:00+0200', '2016-12-13T10:00:00+02:00'],
    ['2016/12/3', '2016-12-03'],
    ['13 December, 2016', '2016-12-13'],
    ['Dec. 13, 2016', '2016-12-13'],
    ['3rd of March 2020', '2020-03-03'],
    ['Tue, 13 Dec 2016 10:00:00 GMT', '2016-12-13T10:00:00Z'],
    ['Updated on Sept 4, 2019 at 5pm', '2019-09-04'],
  ])('%s is %s', (text, date) => {
    expect(isoDate(text)).toBe(date)
  })

  test.each([
    '12/03/2016',
    '2016-02-30',
    '31 November 2016',
    'December 2016',
    'yesterday',
    '',
    '2016-13-01',
    'x'.repeat(1_000),
  ])('%j is no full date', text => {
    expect(isoDate(text)).toBeNull()
  })

  test('any text gives a real date or none', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const date = isoDate(text)
        return date === null || !Number.isNaN(Date.parse(date))
      }),
    )
  })
})
