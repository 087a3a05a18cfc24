import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** Everything that a module loads before it runs: its imports and theirs, types and `import()` left out. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.endsWith('.ts')) return seen
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)(?:[^'"]*? from )?'([^']+)'/gms)
  for (const [, path] of imports) loadedBy(path!.startsWith('.') ? join(dirname(file), path!) : path!, seen)
  return seen
}

it('hearsay --version and --help load the command line and nothing of the work', () => {
  const loaded = [...loadedBy('src/cli/main.ts')]
  expect(loaded.length).toBeGreaterThan(12)
  expect(loaded.filter(each => !each.startsWith('src/') && !each.startsWith('node:'))).toEqual(['commander'])
  expect(loaded.filter(each => /^src\/(?!cli\/|util\/|errors\.ts)/.test(each)).sort()).toEqual([
    'src/export/format-list.ts',
    'src/export/rdf-vocabulary.ts',
    'src/read/limits.ts',
  ])
})
