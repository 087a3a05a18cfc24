export { type Language, loadLanguage } from './language.ts'
