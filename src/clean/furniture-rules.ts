import type { BlockKind } from '../types.ts'

/**
 * Forms of line that pages of news sites put around articles, tried in order on short lines only. Lines with a
 * quotation or a reporting verb never come here; see `classifyByForm`.
 */
export interface FurnitureRule {
  readonly kind: BlockKind
  readonly pattern: RegExp
}

const MINUTES = String.raw`\d{1,3}(?:\s?[-–]\s?\d{1,3})?[\s-]?(?:min(?:ute)?s?|mins?)\.?`
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`
const NETWORK =
  'facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|pinterest|youtube|tiktok|threads|bluesky|mastodon|signal|viber|line|flipboard|google news|apple news|e-?mail|messenger'
const PAGE_WORD =
  'stor(?:y|ies)|articles?|news|topics?|coverage|content|links?|posts?|videos?|reading|headlines|tags?|searches|reports?|features|updates|pages?|pictures|podcasts?|episodes?|galler(?:y|ies)'
const SMALL_WORD =
  'the|a|an|this|that|these|our|your|us|you|on|in|from|by|to|for|with|via|about|and|of|it|all|more|here|now|also|next|full|latest|later'
const AGENCY =
  'AFP|AP|Reuters|IANS|PTI|ANI|UNI|Xinhua|Bernama|Antara|dpa|EFE|ANSA|TASS|RIA|Interfax|Ukrinform|UPI|WAM|SANA|IRNA|Anadolu|Yonhap|Kyodo|Jiji|CNA|BSS|UNB|APP|(?:the )?associated press|agence france[- ]presse|press association|field level media|agencies|news agencies|wire services?'
const PHOTO_AGENCY =
  'AFP|AP|EPA|EPA-EFE|EFE|Getty(?: Images)?|Reuters|Shutterstock|Xinhua|Anadolu(?: Agency)?|Bloomberg|Alamy|iStock|PA(?: Wire| Media)?|dpa|TASS|Sputnik|ANI|PTI|Rex|ZUMA(?: Press)?|NurPhoto|Pool|Magnum|Unsplash'

/** All the alternatives, from start to end of the line. */
const line = (kind: BlockKind, ...alternatives: string[]): FurnitureRule => ({
  kind,
  pattern: new RegExp(`^(?:${alternatives.join('|')})$`, 'iu'),
})
/** The same, with capitals as they stand. */
const exactLine = (kind: BlockKind, ...alternatives: string[]): FurnitureRule => ({
  kind,
  pattern: new RegExp(`^(?:${alternatives.join('|')})$`, 'u'),
})

const PLAYERS = line(
  'furniture',
  `(?:(?:estimated )?(?:reading|listening|read|listen) time:? )?(?:about |approx\\.? )?${MINUTES}(?: (?:to )?(?:read|listen|watch|ago))?`,
  `(?:read|listen|watch)(?: time)?:? ${MINUTES}`,
  '\\d{1,3} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago',
  '(?:watch|listen)\\b.{0,50}\\b(?:live|now|here|below)[!.]?',
  '(?:live(?: (?:tv|now|blog|updates?|stream|radio))?|on air|now playing|play(?: video| audio)?|pause|(?:un)?mute|full ?screen|captions?|video|audio|photos?|gallery|watch|listen|up next|replay|transcript|autoplay(?: on| off)?)',
  `(?:(?:duration|video|audio|listen|watch|play):? ?)?${CLOCK}(?: ?/ ?${CLOCK})?`,
  '(?:this|your) (?:video|audio|browser|device|content)\\b.{0,80}\\b(?:supported?|unavailable|available|play(?:ed)?|javascript)\\b.{0,40}',
  '(?:to (?:play|watch|view) this video|for the best experience)\\b.{0,100}',
  '(?:please )?(?:enable|turn on) javascript\\b.{0,80}',
)

const COMMENTS = line(
  'furniture',
  '(?:(?:post|leave|add|write|view|show|read|see|hide|load|join|start)(?: (?:a|your|all|the|more|\\d+))*|\\d+|no) (?:comments?|reply|replies|responses?|conversation|discussion)(?: \\(\\d+\\)| yet| section| policy| below)?\\.?',
  'comments?(?: \\(?\\d+\\)?| are (?:closed|off|disabled)\\.?| (?:off|on|policy))?',
  '(?:what do you think\\?|have your say|have something to add\\?|let us know).{0,100}\\b(?:comments?|below|us)\\b.{0,20}',
  '(?:your e-?mail address will not be published|required fields are marked)\\b.{0,60}',
)

const SHARING = line(
  'furniture',
  `(?:share|tweet|e-?mail|print|save|bookmark|copy|pin|send|gift|like|follow|reuse)(?:(?: |, )(?:${SMALL_WORD}|${PAGE_WORD}|copied|friends?|${NETWORK}))*[:!.]?`,
  `(?:follow|find|like|join) .{1,60} (?:on|at) (?:(?:${NETWORK})(?:, | and | & | or )?){1,8}\\b.{0,30}`,
  '(?:sign up|subscribe|log ?in|sign in|register now|join (?:us|now)|download (?:our|the)|follow (?:us|our|@|\\S+.s coverage)|support (?:us|our (?:journalism|work))|donate (?:now|today|here)|join our|for more (?:news|stories|information|updates|details)|contact the (?:author|reporter|writer|editor|newsroom)|support (?:independent|quality|local) journalism|(?:do not|don.?t) sell|register (?:for free|to (?:continue|read))|become a (?:member|subscriber|supporter|patron)|already a (?:member|subscriber)|create (?:an|your) (?:free )?account|enter your e-?mail|start your (?:free )?(?:trial|day|subscription)|try (?:it )?free|get (?:our|the (?:latest|best|day|morning)|(?:unlimited|full) access|notified|breaking)|never miss|stay (?:informed|connected|up to date)|unlimited access|you have \\d+ free)\\b.{0,140}',
  "(?:the )?(?:[\\p{Lu}\\d][\\p{L}'’&]*[ :]){0,5}newsletters?(?: sign-?up)?[.!]?",
  '(?:click|tap|swipe|scroll|press esc|press enter) (?:here|to|on|for|down|up|the|this|below)\\b.{0,100}',
  `follow (?:\\S+ ){1,4}?\\S+:`,
  '(?:save articles to read|create your own reading list|catch (?:all )?the (?:latest|business|live|breaking)|was this (?:article|page|story) (?:helpful|useful))\\b.{0,140}',
  '(?:do you have|got|have) (?:a|any|something|more)\\b.{0,60}\\b(?:story|tip|tips|information|questions?|correction)\\b.{0,100}',
  '(?:after newsletter promotion|most viewed|about sharing|thank you for reading.{0,60}|thanks for reading.{0,60})',
)

const POINTERS = line(
  'furniture',
  `(?:read|see|watch|listen|more|also(?: read| see| watch)?|related|explore|must read|live|in (?:this|other) news|don.?t miss|in pictures|in photos)(?: (?:${SMALL_WORD}|${PAGE_WORD}))*(?::| ?[|»>→]).{0,160}`,
  '(?:read|see|view|load|show|find out|learn|discover|explore) (?:more|all|less|full (?:story|article)|next|the full (?:story|article|report|text|transcript))\\b.{0,80}',
  'more ?[»>]+|more from .{1,40}|listen to (?:this|the) .{1,30}|(?:these are|this is an) external links?\\b.{0,60}|opens in (?:a )?new (?:window|tab)',
  `(?:more|related|recommended|popular|trending|latest|most|top|other|similar|further|you (?:may|might) (?:also )?(?:like|be interested)|also (?:in|on|read)|editors?.?s?.? ?(?:picks?|choice)|what to read next|around the web|elsewhere on|from (?:the|our) (?:web|partners|sponsors)|suggested|featured|in (?:this|other)|next|previous|up next)(?: (?:${SMALL_WORD}|${PAGE_WORD}|read|viewed|watched|popular|shared|commented|recent|like|internet|trending))+:?`,
  '(?:related|recommended|trending|don.?t miss|you (?:may|might) (?:also )?like|(?:sponsored|promoted) links|about the author|most read|most popular|popular|read more|read next|also read|see also|see more|more|you may also like)[:.…]*',
  '(?:back to|skip to|jump to|go to|return to) (?:top|main|the|content|home|page|homepage|article|navigation|search|start|previous)\\b.{0,40}',
  '(?:continue|keep) reading\\b.{0,60}|(?:story|article) continues\\b.{0,60}|scroll (?:down )?(?:to continue|for more).{0,40}',
)

const LEGAL = line(
  'furniture',
  '\\[?ad(?:vert(?:isement|ising)?)?s?\\]?[.:]?|skip ad(?:vertisement)?|sponsored(?: (?:content|by.{0,40}))?|promoted(?: content)?|paid (?:post|content|partnership)|loading\\.{0,3}…?|please wait\\.{0,3}|report (?:this )?ad|remove ads',
  '(?:this (?:site|website|page)|we(?: and our partners)?|our (?:site|website)|by (?:continuing|using|clicking|signing|subscribing))\\b.{0,120}\\b(?:cookies?|privacy (?:policy|notice|statement|settings)|terms (?:of|and|&)|consent to|you agree)\\b.{0,160}',
  '(?:(?:accept|reject|manage|allow|decline)(?: (?:all|cookies?|settings|preferences|and|continue))+|cookie (?:policy|settings|preferences|notice)|privacy(?: (?:policy|notice|settings|statement))?|terms(?: (?:of|and|&) (?:use|service|conditions))?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|sitemap|help|faqs?|accessibility|corrections?)(?:\\s*[|·•]\\s*.{0,120})?',
  '(?:©|\\(c\\)|&copy;|copyright\\b).{0,240}',
  '.{0,160}\\ball rights reserved\\b.{0,160}',
  'this (?:material|article|story|content|post|report)\\b.{0,80}\\b(?:published, broadcast|originally (?:published|appeared)|first (?:published|appeared)|republished|may not be|was (?:produced|generated|translated) (?:by|from)|is (?:published|republished) (?:by|under|from|with))\\b.{0,160}',
  'this (?:article|story|post) is more than .{1,30} old',
  '(?:slide |page |image |photo )?\\d{1,3} (?:of|/) \\d{1,3}|\\d[\\d.,]*[km]? (?:shares?|views?|likes?|comments?|reactions?)|\\d(?:\\.\\d+)?x|(?:a ){2,}a',
  '(?:a version of|an earlier version of) this (?:article|story)\\b.{0,240}',
  '.{0,60}\\bis not responsible for the content of external\\b.{0,40}',
  '(?:our standards|disclaimer|editor.?s? note|corrections?|clarification)\\s?[:—–-].{0,280}',
  '\\(?(?:this|the) (?:story|article|report|copy)\\b.{0,40}\\b(?:has not been edited|is auto-?generated|has been updated|was updated)\\b.{0,160}',
  'list of \\d+ items|end of list',
)

const PUBLISHING = line(
  'furniture',
  '(?:(?:first |originally |last )?(?:published|updated|modified|posted|created|revised|edited)|story created|date|time)(?: time| date)?(?: on| at)?:?(?:(?<=:)\\s.{0,80}\\d.{0,60})?',
  '(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|sections?|posted in)\\s?:.{0,200}',
  '(?:#[\\p{L}\\p{N}_]+[\\s,]*)+',
  '\\(?(?:https?://|www\\.|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,6}/)\\S*\\)?',
  '(?:(?:e-?mail|contact|twitter|tel|phone|fax)\\s?:?\\s)?\\S+@\\S+',
  '@\\w{2,30}',
  '[^\\p{L}\\p{N}]+',
)

const PICTURES: readonly FurnitureRule[] = [
  line(
    'caption',
    '(?:file (?:photo|picture|image|pic)|(?:file|handout|undated|stock|representational|representative|combination) (?:photo|image|picture)|photos?|pictures?|images?|illustration|graphic|map|credit|photo(?:graph)? (?:by|credit|courtesy)|image (?:source|credit|caption|copyright)|(?:media |video |picture )?caption|slideshow)\\s?(?:[:,]|\\(\\d+ images?\\)|by |caption\\b|source\\b|copyright\\b|©|\\.{3}|…).{0,1000}',
    'file\\s?[-–—:]\\s.{0,1000}|file (?:photo|picture|image) (?:of|shows?)\\s.{0,300}',
    '(?:photograph|video|graphics?)s?\\s?(?::|by)\\s.{2,60}|file (?:image|photo|picture)|\\(?AP Photo/.{2,60}',
    '(?:slideshow|gallery|\\d+ (?:photos|images|pictures))\\b.{0,20}',
  ),
  exactLine(
    'caption',
    'REUTERS/.{1,100}',
    `.{0,60}\\b(?:via|for|/)\\s?(?:${PHOTO_AGENCY}|REUTERS|[Tt]he New York Times|[Tt]he Washington Post)`,
    `.{10,400}\\((?:[Ff]ile |[Hh]andout )?(?:[Pp]hotos?|PHOTO|[Pp]icture|[Ii]mage|[Cc]redit|[Cc]ourtesy|[Pp]ic)\\b[^)]{0,120}\\)`,
    `.{10,400}[\\s(|/](?:[\\p{Lu}][\\p{L}. -]{2,40}/)?(?:${PHOTO_AGENCY})(?:\\s?(?:/|via)\\s?[\\p{L}. ]{2,40})?\\)`,
    `.{0,400}/(?:${PHOTO_AGENCY})`,
    `.{10,400}\\b(?:Getty Images|AP Photo.{0,60}|REUTERS/.{1,60}|EPA-EFE.{0,30})\\)?`,
    `.{10,400}\\s\\[(?:[A-Z]{2,6}|[A-Z][\\p{L} .'’-]{2,40}(?:/[\\p{L} .'’-]{2,40}){0,3})\\]`,
    `.{10,400}[.\\s](?:Photo|Photograph|Picture|Image|Pic|Credit)s?(?::| by| courtesy)\\s.{2,60}[^.!?]`,
  ),
]

const AUTHORS: readonly FurnitureRule[] = [
  line(
    'byline',
    // Misspelt on purpose: "contibuted" is common.
    '.{0,160}\\bcont[a-z]{2,8}(?:ed|ing) (?:to|for) (?:this|the) (?:story|report|article|piece|dispatch)\\.?\\)?',
    '\\(?with (?:(?:PTI|ANI|IANS|AFP|AP|agency|agencies|Reuters) )?(?:inputs?|additional|reporting|files|material|reports)\\b.{0,120}',
    '[\\[(]?(?:web |chief |copy )?(?:editors?|words|reporters?|text|author|correspondent|translator)\\s?[:|]\\s?\\p{L}.{0,60}',
    '(?:sources?|agenc(?:y|ies)|via)\\s?[:|]\\s?.{1,80}',
    `[-–—]{0,2} ?\\(?(?:${AGENCY}|staff(?: reporter| writer| correspondent)?s?|(?:web|news) desk|(?:our|special|a) (?:staff )?(?:reporter|correspondent))(?:[ /,&]+(?:and )?(?:${AGENCY}))*\\)?\\.?`,
  ),
  exactLine(
    'byline',
    '\\(?(?:(?:[Aa]dditional|ADDITIONAL|[Ww]ith|[Ff]urther) )?(?:[Rr]eporting|REPORTING|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten|[Ee]dited|[Tt]ranslated)(?: and (?:[Rr]eporting|[Ww]riting|[Ee]diting))? ?(?:[Bb]y|BY|from) ?:? ?\\p{Lu}.{0,280}',
  ),
]

export const FURNITURE_RULES: readonly FurnitureRule[] = [
  PLAYERS,
  COMMENTS,
  SHARING,
  POINTERS,
  LEGAL,
  PUBLISHING,
  ...PICTURES,
  ...AUTHORS,
]
