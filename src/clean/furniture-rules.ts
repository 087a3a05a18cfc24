import type { BlockKind } from '../types.ts'

/** A form of line that pages put around articles. Rules are tried in order on short lines only. */
export interface FurnitureRule {
  readonly kind: BlockKind
  readonly pattern: RegExp
}

const rule = (kind: BlockKind, pattern: RegExp): FurnitureRule => ({ kind, pattern })

export const FURNITURE_RULES: readonly FurnitureRule[] = [
  // Reading and listening times.
  rule(
    'furniture',
    /^(?:(?:estimated )?(?:reading|listening|read|listen) time:? )?(?:about |approx\.? )?\d{1,3}(?:\s?[-–]\s?\d{1,3})?[\s-]?(?:min(?:ute)?s?|mins?)\.?(?: (?:to )?(?:read|listen|watch|ago))?$/i,
  ),
  rule('furniture', /^\d{1,3} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago$/i),
  // Players and live streams.
  rule('furniture', /^(?:watch|listen)\b.{0,50}\b(?:live|now|here|below)[!.]?$/i),
  rule(
    'furniture',
    /^(?:live(?: (?:tv|now|blog|updates?|stream|radio))?|on air|now playing|play(?: video| audio)?|pause|(?:un)?mute|full ?screen|captions?|video|audio|photos?|gallery|watch|listen|up next|replay|transcript)$/i,
  ),
  rule(
    'furniture',
    /^(?:duration:? ?|video:? ?|audio:? ?|listen:? ?|watch:? ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?\/ ?\d{1,2}:\d{2}(?::\d{2})?)?$/i,
  ),
  rule(
    'furniture',
    /^(?:this|your) (?:video|audio|browser|device)\b.{0,80}(?:supported?|unavailable|available|play(?:ed)?|javascript)\b.{0,40}$/i,
  ),
  // Comments.
  rule(
    'furniture',
    /^(?:(?:post|leave|add|write|view|show|read|see|hide|load|join)(?: (?:a|your|all|the|more|\d+))*|\d+|no) (?:comments?|reply|replies|response|conversation|discussion|debate)(?: \(\d+\)| yet|section|policy|below)?\.?$/i,
  ),
  rule('furniture', /^comments?(?: \(?\d+\)?| are closed\.?| (?:off|on|policy))?$/i),
  // Sharing, following, signing up.
  rule(
    'furniture',
    /^(?:share|tweet|e-?mail|print|save|bookmark|copy|pin|send|gift|like|follow)(?: (?:this|the|our|us|via|on|by|to|with|a|an|your|link|page|story|article|post|news|more|for|later|it|copied|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|pinterest|e-?mail|friends?|full))*[:!.]?$/i,
  ),
  rule(
    'furniture',
    /^(?:sign up|subscribe|register|log ?in|sign in|join (?:us|our|now)|get (?:our|the (?:latest|best|day|morning|top))|download (?:our|the)|follow (?:us|our|@)|support (?:us|our|the|independent)|donate|become a|already (?:a|have)|create (?:an|your) account|enter your e-?mail|start your|unlock|try (?:it )?(?:free|for))\b.{0,120}$/i,
  ),
  rule('furniture', /^(?:click|tap|swipe|scroll)\b.{0,100}$/i),
  rule('furniture', /^(?:the )?.{0,40}\bnewsletters?\b.{0,40}$/i),
  // Pointers to other pages.
  rule(
    'furniture',
    /^(?:read|see|watch|listen|more|also|related|explore|opinion|analysis|must read|don['’]?t miss|in pictures|in photos|explainer)(?: (?:more|also|next|now|on|from|this|about|the|our|full|story|stories|article|articles|coverage|topics?|content|news|links?|reading|posts?|videos?|here|it|to))*(?::| ?[|»>→]).{0,160}$/i,
  ),
  rule(
    'furniture',
    /^(?:read|see|view|load|show|find out|learn|discover) (?:more|all|less|full (?:story|article)|next|the full (?:story|article|report|text|transcript))\b.{0,80}$/i,
  ),
  rule(
    'furniture',
    /^(?:more|related|recommended|popular|trending|latest|most|top|other|similar|further|you (?:may|might) (?:also )?(?:like|be interested)|also (?:in|on|read)|editor['’]?s['’]? (?:picks?|choice)|what to read next|around the web|elsewhere on|from (?:the|our) (?:web|partners|sponsors)|suggested|featured|in (?:this|other) (?:story|article|news)|next (?:up|story|article)|previous (?:story|article)|up next)(?: (?:stories|story|articles?|news|topics?|coverage|content|links?|posts?|videos?|reading|read|viewed|watched|popular|shared|commented|recent|from|on|in|about|this|by|for|you|the|bbc|now|headlines|tags?|searches|like))*:?$/i,
  ),
  rule(
    'furniture',
    /^(?:back to|skip to|jump to|go to|return to|continue to|continue reading|keep reading|(?:story|article) continues)\b.{0,60}$/i,
  ),
  // Advertising, consent, law.
  rule(
    'furniture',
    /^(?:\[?ad(?:vert(?:isement|ising)?)?s?\]?|sponsored(?: (?:content|by.{0,40}))?|promoted(?: content)?|paid (?:post|content)|loading\.{0,3}…?|please wait\.{0,3}|report (?:this )?ad|remove ads|skip ad)[.:]?$/i,
  ),
  rule(
    'furniture',
    /^(?:this (?:site|website|page)|we(?: and our partners)?|our (?:site|website)|by (?:continuing|using|clicking|signing|subscribing))\b.{0,120}\b(?:cookies?|privacy|terms|consent|agree)\b.{0,160}$/i,
  ),
  rule(
    'furniture',
    /^(?:(?:accept|reject|manage|allow|decline)(?: (?:all|cookies?|settings|preferences|and|continue))+|cookie (?:policy|settings|preferences|notice)|privacy(?: (?:policy|notice|settings|statement))?|terms(?: (?:of|and|&) (?:use|service|conditions))?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|sitemap|help|faqs?|accessibility)(?:\s*[|·•]\s*.{0,120})?$/i,
  ),
  rule('furniture', /^(?:©|\(c\)|&copy;|copyright\b).{0,200}$/i),
  rule('furniture', /\ball rights reserved\b/i),
  rule(
    'furniture',
    /^this (?:material|article|story|content|post)\b.{0,80}\b(?:published, broadcast|originally (?:published|appeared)|first (?:published|appeared)|republished|may not be|was (?:produced|generated|translated)|is (?:published|republished))\b.{0,160}$/i,
  ),
  // When and under what heading it was published.
  rule(
    'furniture',
    /^(?:(?:first |originally |last )?(?:published|updated|modified|posted|created|revised|edited))(?: on| at)?:?\s.{0,80}\d.{0,60}$/i,
  ),
  rule('furniture', /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|sections?|posted in)\s?:.{0,200}$/i),
  rule('furniture', /^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u),
  rule('furniture', /^(?:https?:\/\/|www\.)\S+$/i),
  rule('furniture', /^(?:(?:e-?mail|contact|twitter|tel|phone|fax)\s?:?\s)?\S+@\S+$/i),
  rule('furniture', /^@\w{2,30}$/),
  rule('furniture', /^[^\p{L}\p{N}]+$/u),
  // Pictures.
  rule(
    'caption',
    /^(?:file (?:photo|picture|image|pic)|(?:file|handout|undated|stock|representational|representative) (?:photo|image|picture)|photos?|pictures?|images?|illustration|graphic|map|credit|photo(?:graph)? (?:by|credit|courtesy)|image (?:source|credit|caption|copyright)|media caption|caption|slideshow)\s?(?::|\(\d+ images?\)|by |caption\b|source\b|copyright\b|©).{0,300}$/i,
  ),
  rule('caption', /^file\s?[-–—:]\s.{0,300}$/i),
  rule('caption', /^(?:slideshow|gallery|\d+ (?:photos|images|pictures))\b.{0,20}$/i),
  rule('caption', /^REUTERS\/.{1,80}$/),
  rule(
    'caption',
    /(?:\((?:file |handout )?(?:photos?|pictures?|image|credit|source|courtesy|pic)\b[^)]{0,120}\)|\/(?:AFP|AP|EPA|Getty Images|Reuters|Shutterstock|Xinhua|Anadolu)\)?|\b(?:AFP|AP|EPA|Reuters|via) ?(?:\/|via) ?(?:Getty(?: Images)?|Shutterstock|AP|AFP|Reuters|[A-Z][\p{L} ]{2,30})\)?|\bGetty Images\)?|\bAP Photo\b.{0,60}|\bREUTERS\/.{1,60})$/u,
  ),
  rule('caption', /^.{10,}\s\[(?:[A-Z]{2,6}|[A-Z][\p{L} .-]{2,30}(?:\/[\p{L} .-]{2,40})?)\]$/u),
  // Who wrote it.
  rule(
    'byline',
    /^\(?(?:additional |with |further )?(?:reporting|writing|editing|compiled|written|edited|inputs|translated)(?: and (?:reporting|writing|editing))? (?:by|from)\b.{0,240}$/i,
  ),
  rule(
    'byline',
    /^.{0,160}\bcont[a-z]{2,8}(?:ed|ing) (?:to|for) (?:this|the) (?:story|report|article|piece|dispatch)\.?\)?$/i,
  ),
  rule('byline', /^\(?with (?:inputs?|additional|reporting|files|material|reports)\b.{0,120}$/i),
  rule('byline', /^(?:source|agenc(?:y|ies)|via)\s?:\s?.{1,80}$/i),
  rule(
    'byline',
    /^(?:[-–—] ?)?\(?(?:AFP|AP|Reuters|IANS|PTI|ANI|Xinhua|Bernama|dpa|EFE|ANSA|TASS|UPI|(?:the )?associated press|agence france[- ]presse|agencies|news agencies|staff(?: reporter| writer)?|(?:web|news) desk)(?:[ /,&]+(?:AFP|AP|Reuters|IANS|PTI|ANI|Xinhua|dpa|agencies))*\)?\.?$/i,
  ),
]
