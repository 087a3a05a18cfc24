import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** A browser of this machine, else the one that a package brings along, unpacked on first use. */
export async function browserExecutable(): Promise<string> {
  const found = [process.env.CHROME_PATH, ...usual].find(path => path !== undefined && existsSync(path))
  if (found !== undefined) return found
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}

/** Before any test: two test files at once would each find the other's half-unpacked browser. */
export default async function setup(): Promise<void> {
  await browserExecutable()
}
