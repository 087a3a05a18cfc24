export { type Language, loadLanguage } from './language.ts'
export { type DependencySentence, type DependencyWord, type TermPointer, universalDependencies } from './plugin.ts'
