/** The path without its extension, with forward slashes: `sub\a.txt` → `sub/a`. */
export function pathToId(path: string): string {
  const posix = path
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(/(\.[^./]+)\.gz$/i, '$1')
  const slash = posix.lastIndexOf('/')
  const dot = posix.lastIndexOf('.')
  return dot > slash + 1 ? posix.slice(0, dot) : posix
}

/** Gives each document of one run an id of its own: the second `a` becomes `a-2`. */
export function uniqueIds(): (id: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return id => {
    let unique = id
    for (let count = next.get(id) ?? 2; taken.has(unique); count++) {
      unique = `${id}-${count}`
      next.set(id, count + 1)
    }
    taken.add(unique)
    return unique
  }
}
