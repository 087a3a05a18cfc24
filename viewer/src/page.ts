import { type App, isCalm } from './app.ts'
import { place } from './dom.ts'
import type { Story } from './model/story.ts'
import { findVisible, type Visible } from './model/visible.ts'
import { paintControls } from './panels/controls.ts'
import { paintFilters } from './panels/filters-panel.ts'
import { paintLook } from './panels/look.ts'
import { paintDeck, paintTools } from './panels/masthead.ts'
import { paintNotice } from './panels/notice.ts'
import { mountPanes } from './panels/panes.ts'
import { paintReading } from './panels/reading-panel.ts'
import { mountSearch } from './panels/search-box.ts'
import { paintTimeline } from './panels/timeline.ts'
import { claimInWords, count } from './panels/words.ts'
import { looksOf } from './stage/looks.ts'
import type { OverlayStyle } from './stage/overlay.ts'
import { type Palette, readPalette } from './stage/palette.ts'
import { type Lit, Stage } from './stage/stage.ts'
import { fromFragment, toFragment } from './state/permalink.ts'
import type { Selected, State } from './state/state.ts'
import { Store } from './state/store.ts'

const darkScheme = matchMedia('(prefers-color-scheme: dark)')

/** The whole page: one state, and every panel painted from it. */
export class Page implements App {
  readonly store = new Store()
  story: Story
  palette: Palette
  visible: Visible
  private stage: Stage | null = null
  private linkTimer: ReturnType<typeof setTimeout> | undefined

  constructor(story: Story) {
    this.story = story
    this.palette = readPalette(story)
    this.store.reset(fromFragment(location.hash))
    this.visible = findVisible(story, this.store.get())
    this.dress()
    mountSearch(this, place('search'))
    mountPanes(this, place('panes'))
    this.stand()
    this.paint()
    this.light()
    this.store.subscribe((state, before) => this.follow(state, before))
    darkScheme.addEventListener('change', () => this.redress())
    window.addEventListener('hashchange', () => {
      if (location.hash.slice(1) !== toFragment(this.store.get())) this.store.reset(fromFragment(location.hash))
    })
    document.addEventListener('keydown', event => this.onKey(event))
    new ResizeObserver(() => this.stage?.resize()).observe(place('stage'))
  }

  select(selected: Selected): void {
    this.store.set({ selected, reading: null }, { quiet: true })
  }

  read(doc: string, start: number, end: number): void {
    this.store.set({ reading: { doc, start, end } }, { quiet: true })
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
    const narrowed =
      state.facets !== before.facets ||
      state.minimumWeight !== before.minimumWeight ||
      state.from !== before.from ||
      state.to !== before.to ||
      state.focus !== before.focus
    if (narrowed) {
      this.visible = findVisible(this.story, state)
      this.announce(`${count(this.visible.actorCount, 'actor')} and ${count(this.visible.claimCount, 'claim')} shown`)
    }
    if (state.theme !== before.theme) this.redress()
    else if (
      narrowed ||
      state.sizeBy !== before.sizeBy ||
      state.colourBy !== before.colourBy ||
      state.edgeLabels !== before.edgeLabels
    )
      this.stage?.show(this.looks(), state.edgeLabels)
    this.paint()
    this.light()
    if (state.selected !== before.selected) this.meet(state.selected)
    clearTimeout(this.linkTimer)
    this.linkTimer = setTimeout(() => history.replaceState(null, '', `#${toFragment(state)}`), 200)
  }

  private paint(): void {
    paintDeck(this, place('deck'))
    paintTools(this, place('tools'), [])
    paintFilters(this, place('filters'))
    paintTimeline(this, place('timeline'))
    paintNotice(this, place('notice'))
    paintLook(this, place('look'), null)
    paintReading(this, place('reading'))
  }

  /** Says and shows what was selected. */
  private meet(selected: Selected): void {
    if (selected === null) return
    if (selected.kind === 'actor') {
      const index = this.story.actorIndex.get(selected.key)
      if (index === undefined) return
      this.announce(
        `${this.story.actors[index]!.label} selected, ${count(this.story.claimsOf[index]!.length, 'claim')}`,
      )
      this.stage?.goTo(index, isCalm())
    } else {
      const claim = this.story.claims[this.story.claimIndex.get(selected.key) ?? -1]
      if (claim !== undefined)
        this.announce(`${claimInWords(this.story, claim)}, ${count(claim.pieces.length, 'sentence')}`)
    }
    place('reading').scrollTop = 0
    document.body.dataset.pane = innerWidth < 760 ? 'reading' : document.body.dataset.pane
  }

  private light(): void {
    this.stage?.light(this.litBy(this.store.get().selected))
  }

  private litBy(selected: Selected): Lit | null {
    if (selected === null) return null
    const index = (selected.kind === 'actor' ? this.story.actorIndex : this.story.claimIndex).get(selected.key)
    if (index === undefined) return null
    return selected.kind === 'actor' ? this.near(index) : this.both(index)
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

  private stand(): void {
    try {
      this.stage = new Stage(place('stage'), this.story, this.looks(), this.style(), {
        actor: index => this.select({ kind: 'actor', key: this.story.actors[index]!.key }),
        claim: index => this.select({ kind: 'claim', key: this.story.claims[index]!.key }),
        nothing: () => this.select(null),
        hover: index => this.hoverActor(index),
      })
      paintControls(this.stage, place('controls'), place('stage'))
    } catch (error) {
      // Without WebGL everything but the drawing works.
      place('stage').textContent =
        `This browser cannot draw the graph (${error instanceof Error ? error.message : error}). The table shows the same.`
    }
  }

  private looks() {
    return looksOf(this.story, this.store.get(), this.visible, this.palette, this.isDark)
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

  private onKey(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (typing) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) this.store.redo()
      else this.store.undo()
    } else if (event.key === 'Escape' && this.store.get().selected !== null) this.select(null)
  }
}
