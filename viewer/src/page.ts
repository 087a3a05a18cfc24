import { type App, isCalm } from './app.ts'
import { arrange } from './arrange.ts'
import { place } from './dom.ts'
import { downloadJudgements, makeDownloads } from './downloads.ts'
import { listenToKeys } from './keys.ts'
import { applyEdits } from './model/apply-edits.ts'
import type { Story } from './model/story.ts'
import { findVisible, type Visible } from './model/visible.ts'
import { mountSearch } from './panels/actor-picker.ts'
import { mountBring } from './panels/bring-dialog.ts'
import { paintCompare } from './panels/compare-view.ts'
import { paintControls } from './panels/controls.ts'
import { paintFilters } from './panels/filters-panel.ts'
import { paintLook } from './panels/look.ts'
import { paintDeck, paintTools } from './panels/masthead.ts'
import { paintNotice } from './panels/notice.ts'
import { mountPanes } from './panels/panes.ts'
import { paintReading } from './panels/reading-panel.ts'
import { paintTable } from './panels/table-view.ts'
import { takeAwayMenu } from './panels/take-away.ts'
import { paintTimeline } from './panels/timeline.ts'
import { paintViews } from './panels/views.ts'
import { claimInWords, count } from './panels/words.ts'
import { litBySelection, litClaim, litNear, litPath } from './stage/lit.ts'
import { colourByTeller, looksOf, smaller } from './stage/looks.ts'
import type { OverlayStyle } from './stage/overlay.ts'
import { type Palette, readPalette } from './stage/palette.ts'
import type { Lit, Looks } from './stage/shown.ts'
import { Stage } from './stage/stage.ts'
import { fromFragment, toFragment } from './state/permalink.ts'
import { sightFromFragment, sightToFragment } from './state/sight.ts'
import type { Selected, State } from './state/state.ts'
import { Store } from './state/store.ts'

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
  private readonly downloads = makeDownloads(this, () => ({
    stage: this.stage,
    looks: this.looks(),
    style: this.style(),
  }))
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
    if (this.stage !== null && location.hash !== '') this.stage.sight = sightFromFragment(location.hash)
    this.paint()
    this.light()
    if (this.store.get().layout !== 'given') this.arrange()
    this.store.subscribe((state, before) => this.follow(state, before))
    darkScheme.addEventListener('change', () => this.redress())
    window.addEventListener('hashchange', ({ newURL }) => {
      const { hash } = new URL(newURL)
      if (hash.slice(1) === this.link()) return
      this.store.reset(fromFragment(hash))
      if (this.stage !== null) this.stage.sight = sightFromFragment(hash)
    })
    listenToKeys(this)
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
    this.stage?.hover(index === null ? null : litNear(this.story, this.visible, index))
  }

  hoverClaim(index: number | null): void {
    this.stage?.hover(index === null ? null : litClaim(this.story, index))
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
    else if (changed(narrowing) || changed(looking)) this.stage?.show(this.looks(), state.edgeLabels, this.lit())
    else this.light()
    if (state.layout !== before.layout) this.arrange()
    this.paint()
    if (state.selected !== before.selected) this.meet(state.selected)
    this.writeLink()
  }

  link(): string {
    const sight = this.stage === null ? '' : sightToFragment(this.stage.sight)
    return [toFragment(this.store.get()), sight].filter(Boolean).join('&')
  }

  /** Lets the address follow the page; a moment later, as browsers refuse many changes in a row. */
  private writeLink(): void {
    clearTimeout(this.linkTimer)
    this.linkTimer = setTimeout(() => history.replaceState(null, '', `#${this.link()}`), 200)
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
      this.stage?.camera.goTo(index, isCalm())
    } else {
      const claim = this.story.claims[this.story.claimIndex.get(selected.key) ?? -1]
      if (claim !== undefined)
        this.announce(`${claimInWords(this.story, claim)}, ${count(claim.pieces.length, 'sentence')}`)
    }
    place('reading').scrollTop = 0
    if (innerWidth < 760) document.body.dataset.pane = 'reading'
  }

  private light(): void {
    this.stage?.light(this.lit())
  }

  private lit(): Lit | null {
    const { selected } = this.store.get()
    const { story, visible, path } = this
    const onPath = selected === null && path !== null
    return onPath ? litPath(story, visible, path) : litBySelection(story, visible, selected)
  }

  /** Draws the story on a new stage, seen from where the old one was. */
  private stand(): void {
    const view = this.stage?.camera.view
    this.stage?.kill()
    this.stage = null
    try {
      const { edgeLabels } = this.store.get()
      const scene = { story: this.story, looks: this.looks(), edgeLabels }
      const stage = new Stage(place('stage'), scene, this.style(), {
        actor: index => this.select({ kind: 'actor', key: this.story.actors[index]!.key }),
        claim: index => this.select({ kind: 'claim', key: this.story.claims[index]!.key }),
        nothing: () => this.select(null),
        overActor: index => this.hoverActor(index),
        overClaim: index => this.hoverClaim(index),
        moved: () => this.writeLink(),
      })
      if (view) stage.camera.view = view
      paintControls(stage.camera, place('controls'), place('stage'))
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
    const looks = innerWidth < 760 ? smaller(plain) : plain
    return colourByTeller(looks, this.story, this.visible, this.store.get(), this.isDark)
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
    this.stage?.show(this.looks(), this.store.get().edgeLabels, this.lit())
  }

  private style(): OverlayStyle {
    const style = getComputedStyle(document.documentElement)
    const read = (name: string) => style.getPropertyValue(name).trim()
    return { paper: read('--paper'), ink: read('--ink'), muted: read('--muted') }
  }

  downloadJudgements(): void {
    downloadJudgements(this)
  }
}
