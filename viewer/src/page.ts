import { type App, isCalm } from './app.ts'
import { arrange } from './arrange.ts'
import { place } from './dom.ts'
import { applyEdits } from './model/apply-edits.ts'
import { compareSources, sourcesOf } from './model/compare.ts'
import { findPath } from './model/find-path.ts'
import { namePairs } from './model/judgements.ts'
import { shownGraph } from './model/shown-graph.ts'
import type { Story } from './model/story.ts'
import { findVisible, type Visible } from './model/visible.ts'
import { mountSearch } from './panels/actor-picker.ts'
import { mountBring } from './panels/bring-dialog.ts'
import { paintCompare } from './panels/compare-view.ts'
import { paintControls } from './panels/controls.ts'
import { drawing } from './panels/drawing.ts'
import { paintFilters } from './panels/filters-panel.ts'
import { paintLook } from './panels/look.ts'
import { paintDeck, paintTools } from './panels/masthead.ts'
import { paintNotice } from './panels/notice.ts'
import { mountPanes } from './panels/panes.ts'
import { paintReading } from './panels/reading-panel.ts'
import { paintTable } from './panels/table-view.ts'
import { download, takeAwayMenu } from './panels/take-away.ts'
import { paintTimeline } from './panels/timeline.ts'
import { paintViews } from './panels/views.ts'
import { claimInWords, count } from './panels/words.ts'
import { looksOf } from './stage/looks.ts'
import type { OverlayStyle } from './stage/overlay.ts'
import { compareColors, type Palette, readPalette } from './stage/palette.ts'
import { type Lit, type Looks, Stage } from './stage/stage.ts'
import { fromFragment, toFragment } from './state/permalink.ts'
import type { Selected, State } from './state/state.ts'
import { Store } from './state/store.ts'
import type { FormatsRequest } from './worker/formats.worker.ts'
import FormatsWorker from './worker/formats.worker.ts?worker&inline'

const darkScheme = matchMedia('(prefers-color-scheme: dark)')
const narrowing = ['facets', 'minimumWeight', 'from', 'to', 'focus', 'edits'] as const
const looking = ['sizeBy', 'colourBy', 'edgeLabels', 'compare', 'view'] as const

/** The whole page: one state, and every panel painted from it. */
export class Page implements App {
  readonly store = new Store()
  original: Story
  story: Story
  palette: Palette
  visible: Visible
  private stage: Stage | null = null
  private readonly openButton = mountBring(story => this.open(story))
  private linkTimer: ReturnType<typeof setTimeout> | undefined

  constructor(story: Story) {
    this.store.reset(fromFragment(location.hash))
    this.original = story
    this.story = applyEdits(story, this.store.get().edits)
    this.palette = readPalette(story)
    this.visible = findVisible(this.story, this.store.get())
    this.dress()
    mountSearch(this, place('search'))
    mountPanes(place('panes'))
    this.showView()
    this.stand()
    this.paint()
    this.light()
    if (this.store.get().layout !== 'given') this.arrange()
    this.store.subscribe((state, before) => this.follow(state, before))
    darkScheme.addEventListener('change', () => this.redress())
    window.addEventListener('hashchange', ({ newURL }) => {
      const { hash } = new URL(newURL)
      if (hash.slice(1) !== toFragment(this.store.get())) this.store.reset(fromFragment(hash))
    })
    document.addEventListener('keydown', event => this.onKey(event))
    new ResizeObserver(() => this.stage?.resize()).observe(place('stage'))
  }

  /** Another graph takes the place of this one. */
  open(story: Story): void {
    this.original = story
    this.palette = readPalette(story)
    this.story = story
    this.store.reset({ ...fromFragment(''), theme: this.store.get().theme })
    this.visible = findVisible(story, this.store.get())
    this.stand()
    this.paint()
    this.light()
    this.announce(`Opened a graph of ${count(story.actors.length, 'actor')} and ${count(story.claims.length, 'claim')}`)
  }

  select(selected: Selected): void {
    this.store.set({ selected, reading: null }, { quiet: true })
  }

  read(doc: string, start: number, end: number): void {
    this.store.set({ reading: { doc, start, end } }, { quiet: true })
  }

  get path(): { from: number; to: number } | null {
    const { path } = this.store.get()
    const [from, to] = [path?.from, path?.to].map(key => this.story.actorIndex.get(key ?? ''))
    return from === undefined || to === undefined ? null : { from, to }
  }

  announce(text: string): void {
    place('live').textContent = text
  }

  hoverActor(index: number | null): void {
    this.stage?.hover(index === null ? null : this.near(index))
  }

  hoverClaim(index: number | null): void {
    this.stage?.hover(index === null ? null : this.both(index))
  }

  private follow(state: State, before: State): void {
    const changed = (names: readonly (keyof State)[]) => names.some(name => state[name] !== before[name])
    if (state.edits !== before.edits) this.story = applyEdits(this.original, state.edits)
    if (changed(narrowing)) {
      this.visible = findVisible(this.story, state)
      this.announce(`${count(this.visible.actorCount, 'actor')} and ${count(this.visible.claimCount, 'claim')} shown`)
    }
    if (changed(['view'])) this.showView()
    if (state.edits !== before.edits) this.stand()
    if (state.theme !== before.theme) this.redress()
    else if (changed(narrowing) || changed(looking)) this.stage?.show(this.looks(), state.edgeLabels)
    if (state.layout !== before.layout) this.arrange()
    this.paint()
    this.light()
    if (state.selected !== before.selected) this.meet(state.selected)
    clearTimeout(this.linkTimer)
    this.linkTimer = setTimeout(() => history.replaceState(null, '', `#${toFragment(state)}`), 200)
  }

  private showView(): void {
    const { view } = this.store.get()
    for (const name of ['graph', 'table', 'compare']) place(`${name}-view`).hidden = name !== view
  }

  private paint(): void {
    const { view } = this.store.get()
    paintDeck(this, place('deck'))
    paintTools(this, place('tools'), [this.openButton, takeAwayMenu(this, this.downloads)])
    paintFilters(this, place('filters'))
    paintViews(this, place('views'))
    paintTimeline(this, place('timeline'))
    paintNotice(this, place('notice'))
    if (view === 'graph') paintLook(this, place('look'))
    if (view === 'table') paintTable(this, place('table-view'))
    if (view === 'compare') paintCompare(this, place('compare-view'))
    paintReading(this, place('reading'))
  }

  /** Says and shows what was selected. */
  private meet(selected: Selected): void {
    if (selected === null) return
    if (selected.kind === 'actor') {
      const index = this.story.actorIndex.get(selected.key)
      if (index === undefined) return
      const claims = this.story.claimsOf[index]!.length
      this.announce(`${this.story.actors[index]!.label} selected, ${count(claims, 'claim')}`)
      this.stage?.goTo(index, isCalm())
    } else {
      const claim = this.story.claims[this.story.claimIndex.get(selected.key) ?? -1]
      if (claim !== undefined)
        this.announce(`${claimInWords(this.story, claim)}, ${count(claim.pieces.length, 'sentence')}`)
    }
    place('reading').scrollTop = 0
    if (innerWidth < 760) document.body.dataset.pane = 'reading'
  }

  private light(): void {
    const { selected } = this.store.get()
    this.stage?.light(selected === null && this.path !== null ? this.litPath(this.path) : this.litBy(selected))
  }

  private litBy(selected: Selected): Lit | null {
    if (selected === null) return null
    const index = (selected.kind === 'actor' ? this.story.actorIndex : this.story.claimIndex).get(selected.key)
    if (index === undefined) return null
    return selected.kind === 'actor' ? this.near(index) : this.both(index)
  }

  private litPath({ from, to }: { from: number; to: number }): Lit {
    const steps = findPath(this.story, this.visible, from, to) ?? []
    return {
      actors: [...new Set([from, to, ...steps.map(step => step.to)])],
      claims: steps.flatMap(step => step.claims),
      ring: null,
    }
  }

  private near(index: number): Lit {
    const claims = this.story.claimsOf[index]!.filter(claim => this.visible.claims[claim])
    const actors = new Set([index])
    for (const claim of claims) actors.add(this.story.claims[claim]!.source).add(this.story.claims[claim]!.target)
    return { actors: [...actors], claims, ring: index }
  }

  private both(index: number): Lit {
    const { source, target } = this.story.claims[index]!
    return { actors: [source, target], claims: [index], ring: null }
  }

  /** Draws the story on a new stage, seen from where the old one was. */
  private stand(): void {
    const view = this.stage?.view
    this.stage?.kill()
    this.stage = null
    try {
      const stage = new Stage(place('stage'), this.story, this.looks(), this.style(), {
        actor: index => this.select({ kind: 'actor', key: this.story.actors[index]!.key }),
        claim: index => this.select({ kind: 'claim', key: this.story.claims[index]!.key }),
        nothing: () => this.select(null),
        hover: index => this.hoverActor(index),
      })
      if (view) stage.view = view
      paintControls(stage, place('controls'), place('stage'))
      this.stage = stage
    } catch (error) {
      // Without WebGL everything but the drawing works.
      const reason = error instanceof Error ? error.message : error
      place('stage').textContent = `This browser cannot draw the graph (${reason}). The table shows the same.`
    }
  }

  private arrange(): void {
    if (this.stage === null) return
    const { layout } = this.store.get()
    const sizes = this.looks().actorSize
    arrange(this.stage, this.story, this.visible, layout, sizes, isCalm(), () => this.announce('Arranged'))
  }

  private looks(): Looks {
    const plain = looksOf(this.story, this.store.get(), this.visible, this.palette, this.isDark)
    const looks = innerWidth < 760 ? { ...plain, actorSize: plain.actorSize.map(size => size * 0.62) } : plain
    const { compare } = this.store.get()
    if (compare.length !== 2) return looks
    const [left, right] = compare as [string, string]
    const { alone, all } = compareSources(this.story, this.visible, sourcesOf(this.story), compare)
    const claimColor: string[] = this.story.claims.map(() => (this.isDark ? '#3a3f47' : '#dcd8ce'))
    for (const index of alone.get(left)!) claimColor[index] = compareColors.left
    for (const index of alone.get(right)!) claimColor[index] = compareColors.right
    for (const index of all) claimColor[index] = compareColors.both
    return { ...looks, claimColor }
  }

  private get isDark(): boolean {
    const { theme } = this.store.get()
    return theme === 'dark' || (theme === 'auto' && darkScheme.matches)
  }

  private dress(): void {
    document.documentElement.dataset.theme = this.isDark ? 'dark' : 'light'
  }

  private redress(): void {
    this.dress()
    this.stage?.dress(this.style())
    this.stage?.show(this.looks(), this.store.get().edgeLabels)
  }

  private style(): OverlayStyle {
    const style = getComputedStyle(document.documentElement)
    const read = (name: string) => style.getPropertyValue(name).trim()
    return { paper: read('--paper'), ink: read('--ink'), muted: read('--muted') }
  }

  private readonly downloads = {
    link: async () => {
      history.replaceState(null, '', `#${toFragment(this.store.get())}`)
      try {
        await navigator.clipboard.writeText(location.href)
        this.announce('The link is copied')
      } catch {
        this.announce('The link stands in the address bar')
      }
    },
    png: () => this.stage?.picture(this.palette).toBlob(blob => blob && download('hearsay.png', blob)),
    svg: () => {
      if (this.stage === null) return
      const { paper, ink } = this.style()
      download('hearsay.svg', drawing(this.stage.screen(), this.palette, paper, ink), 'image/svg+xml')
    },
    gexf: () => this.write({ kind: 'gexf', graph: this.shown() as never }, 'hearsay.gexf', 'application/xml'),
    json: () => download('hearsay.json', JSON.stringify(this.shown()), 'application/json'),
  }

  downloadJudgements(): void {
    const pairs = namePairs(this.original, this.store.get().edits)
    this.write({ kind: 'judgements', pairs }, 'judgements.json', 'application/json')
  }

  private shown() {
    const positions = this.stage?.positions() ?? this.story.actors.flatMap(({ x, y }) => [x, y])
    const { actorSize: sizes } = this.looks()
    return shownGraph(this.story, this.visible, this.store.get(), { positions, sizes, palette: this.palette })
  }

  private write(request: FormatsRequest, name: string, type: string): void {
    const worker = new FormatsWorker()
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      download(name, data, type)
      worker.terminate()
    }
    worker.onerror = () => {
      this.announce(`${name} could not be written`)
      worker.terminate()
    }
    worker.postMessage(request)
  }

  private onKey(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement && ['search', 'text'].includes(event.target.type)
    if (typing && !(event.key === 'Escape' && (event.target as HTMLInputElement).value === '')) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) this.store.redo()
      else this.store.undo()
    } else if (event.key === 'Escape' && this.store.get().selected !== null) this.select(null)
  }
}
