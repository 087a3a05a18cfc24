import { expect, it } from 'vitest'
import { lines } from './said.ts'

it('reads what stands before a cue that goes on with where, when or to whom it was said', () => {
  expect(
    lines(
      'The harbour is ready to open, Minister [Karl Weiss:person] said at a meeting with [Ana Duarte:person] on Thursday.',
    ),
  ).toEqual(['Karl Weiss: The harbour is ready to open'])
  expect(
    lines(
      'Two ships were lost and three were damaged in the storm, Minister [Karl Weiss:person] told a news conference.',
    ),
  ).toEqual(['Karl Weiss: Two ships were lost and three were damaged in the storm'])
  expect(
    lines('Police found the ship near the border, [the minister:person] said Thursday, ending a long dispute.'),
  ).toEqual(['the minister: Police found the ship near the border'])
})

it('takes a clause before the main one for no words', () => {
  expect(lines('When the talks ended, [the minister:person] told a news conference in Kesh.')).toEqual([])
})

it('goes on with what somebody would do', () => {
  expect(lines('[The firm:group] said it was glad and would fly the workers home.')).toEqual([
    'The firm: it was glad and would fly the workers home',
  ])
})

it('reads the denial of what "it" stands for, and takes agreeing to act for an act', () => {
  expect(lines('[Karl Weiss:person] denies it.')).toEqual(['Karl Weiss: it'])
  expect(lines('[Karl Weiss:person] agreed on Monday to close the harbour.')).toEqual([])
})
