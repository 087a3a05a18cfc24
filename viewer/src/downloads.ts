import type { App } from './app.ts'
import { decisionsOf } from './model/judgements.ts'
import { shownGraph } from './model/shown-graph.ts'
import { drawing } from './panels/drawing.ts'
import { download } from './panels/take-away.ts'
import type { OverlayStyle } from './stage/overlay.ts'
import type { Looks } from './stage/shown.ts'
import type { Stage } from './stage/stage.ts'
import type { FormatsRequest } from './worker/formats.worker.ts'
import FormatsWorker from './worker/formats.worker.ts?worker&inline'

/** What stands on the page at the moment; no stage where the browser cannot draw. */
export interface Drawn {
  readonly stage: Stage | null
  readonly looks: Looks
  readonly style: OverlayStyle
}

/** All that a reader can take away, each as it stands when asked for. */
export function makeDownloads(app: App, drawn: () => Drawn) {
  const shown = () => {
    const { stage, looks } = drawn()
    const positions = stage?.positions() ?? app.story.actors.flatMap(({ x, y }) => [x, y])
    const { palette } = app
    return shownGraph(app.story, app.visible, app.store.get(), { positions, sizes: looks.actorSize, palette })
  }
  return {
    link: async () => {
      history.replaceState(null, '', `#${app.link()}`)
      try {
        await navigator.clipboard.writeText(location.href)
        app.announce('The link is copied')
      } catch {
        app.announce('The link stands in the address bar')
      }
    },
    png: () =>
      drawn()
        .stage?.picture(app.palette)
        .toBlob(blob => blob && download('hearsay.png', blob)),
    svg: () => {
      const { stage, style } = drawn()
      if (stage === null) return
      download('hearsay.svg', drawing(stage.screen(), app.palette, style.paper, style.ink), 'image/svg+xml')
    },
    gexf: () => write(app, { kind: 'gexf', graph: shown() as never }, 'hearsay.gexf', 'application/xml'),
    json: () => download('hearsay.json', JSON.stringify(shown()), 'application/json'),
  }
}

/** Downloads all corrections as `judgements.json`. */
export function downloadJudgements(app: App): void {
  const decisions = decisionsOf(app.original, app.store.get().edits)
  write(app, { kind: 'judgements', decisions }, 'judgements.json', 'application/json')
}

function write(app: App, request: FormatsRequest, name: string, type: string): void {
  const worker = new FormatsWorker()
  worker.onmessage = ({ data }: MessageEvent<string>) => {
    download(name, data, type)
    worker.terminate()
  }
  worker.onerror = () => {
    app.announce(`${name} could not be written`)
    worker.terminate()
  }
  worker.postMessage(request)
}
