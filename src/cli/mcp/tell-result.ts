import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { HearsayError } from '../../errors.ts'

/** Without the fields that were not given: the questions tell "absent" from "undefined". */
export function defined<Given extends object>(given: Given): { [Key in keyof Given]: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

/** An answer as JSON; a question that cannot be answered is told to the assistant, which can ask better. */
export function tellResult(ask: () => object): CallToolResult {
  try {
    return { content: [{ type: 'text', text: JSON.stringify(ask()) }] }
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
}
