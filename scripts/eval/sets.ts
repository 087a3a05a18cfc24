/**
 * What is measured and against which figure: a row of the quality table is a figure of one set.
 * `plain` is what the obvious script around compromise reaches.
 */
export interface Figure {
  readonly label: string
  /** Path into the scorer's metrics: `entities/f1`. */
  readonly path: string
  readonly plain?: number
  /** The figure that a release has to reach; for `atMost` figures the highest allowed. */
  readonly bar?: number
  readonly atMost?: true
}

export interface EvalSet {
  readonly name: string
  readonly scorer: 'graph' | 'ner' | 'attribution' | 'events' | 'xdoc'
  readonly about: string
  readonly figures: readonly Figure[]
}

const f1 = (label: string, path: string, bar?: number, plain?: number): Figure => ({
  label,
  path,
  ...(bar === undefined ? {} : { bar }),
  ...(plain === undefined ? {} : { plain }),
})

export const SETS: readonly EvalSet[] = [
  {
    name: 'seeds',
    scorer: 'graph',
    about: 'the five sample articles, annotated by hand',
    figures: [
      f1('entities F1', 'entities/f1', 0.9, 0.57),
      f1('entity type right when matched', 'entityTypeAccuracy/value', 0.95),
      f1('statements F1, content', 'contents/f1', 0.9, 0.54),
      f1('statements F1, content and speaker', 'statements/f1', 0.84, 0.17),
      f1('mean IoU of matched contents', 'contentIou/value', 0.85),
      f1('relations F1, strict', 'strict/f1', 0.52, 0),
      f1('relations F1, lenient', 'lenient/f1', 0.62, 0),
      f1('relations F1, pair only', 'pair/f1', 0.72, 0.12),
    ],
  },
  {
    name: 'reuters2020',
    scorer: 'ner',
    about: 'names in Reuters articles of 2020',
    figures: [f1('exact span and type, 3 labels', 'coarse/exactType/f1', 0.85, 0.44)],
  },
  {
    name: 'worldwide-newswire',
    scorer: 'ner',
    about: 'names in newswire of five world regions',
    figures: [f1('exact span and type, 3 labels', 'coarse/exactType/f1', 0.82, 0.51)],
  },
  {
    name: 'crossner-politics',
    scorer: 'ner',
    about: 'names in Wikipedia sentences on politics',
    figures: [f1('exact span and type, 4 labels', 'native/exactType/f1', 0.78, 0.4)],
  },
  {
    name: 're3d',
    scorer: 'ner',
    about: 'names in reports on Syria and Iraq',
    figures: [f1('overlap, span only', 'overlap/f1', 0.81, 0.63)],
  },
  {
    name: 'ecbplus',
    scorer: 'xdoc',
    about: 'one actor across articles on the same event',
    figures: [f1('CoNLL F1', 'conll/value', 0.55, 0.44)],
  },
  {
    name: 'meantime',
    scorer: 'xdoc',
    about: 'one actor across Wikinews articles on two firms',
    figures: [f1('CoNLL F1', 'conll/value', 0.56, 0.45)],
  },
  {
    name: 'polnear',
    scorer: 'attribution',
    about: 'who said what in campaign news',
    figures: [
      f1('content F1 at IoU 0.3', 'iou0.3/content/f1', 0.62, 0.26),
      f1('content and source F1', 'iou0.3/contentSource/f1', 0.52, 0.16),
    ],
  },
  {
    name: 'plover_gsr',
    scorer: 'events',
    about: 'one coded event a sentence',
    figures: [f1('dyad F1', 'dyad/f1', 0.54, 0.34), f1('dyad and root F1', 'dyadRoot/f1', 0.36, 0)],
  },
  {
    name: 'petr2_gsr',
    scorer: 'events',
    about: 'sentences with actor and event codes',
    figures: [f1('dyad F1', 'dyad/f1', 0.56, 0.37), f1('dyad and root F1', 'dyadRoot/f1', 0.38, 0)],
  },
  {
    name: 'cameo_conflibert',
    scorer: 'events',
    about: 'sentences coded by several raters',
    figures: [
      f1('dyad F1', 'dyad/f1', 0.36, 0),
      f1('dyad and root F1', 'dyadRoot/f1', 0.22, 0),
      { label: 'false alarms in sentences without an event', path: 'falseAlarm/value', bar: 0.35, atMost: true },
    ],
  },
  {
    name: 'cameo_manual',
    scorer: 'events',
    about: 'the example sentences of the CAMEO codebook',
    figures: [
      f1('root recall', 'codeRecall/value', 0.45, 0.02),
      { label: 'different roots a sentence', path: 'rootsPerSentence/value', bar: 1.6, atMost: true },
    ],
  },
]
