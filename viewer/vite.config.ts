import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

export default defineConfig({
  root: import.meta.dirname,
  // One file that opens by a double click: no address may be absolute.
  base: './',
  logLevel: 'warn',
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
  build: { write: false, target: 'es2022', modulePreload: false },
})
