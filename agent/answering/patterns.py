"""The turns of phrase by which questions and statements are recognised, each a regular expression on one line."""

from __future__ import annotations

import re

FOLLOW = re.compile(
    r"^\W*(?:(?:hm+|oh|ah|right|well|great|thanks?|cool|nice|fine|good|i see|interesting|sure)\W+)*(and|or|but|so|also|what about|how about|what if|same|why|how so|how come|then|ok(ay)?,? (and|so)|really|which (one|of)|more|tell me more|any\b|for (the |an? )?\w+\s?\w*\?*$|in (the )?\w+\?*$)",
    re.I,
)
ANAPHOR = re.compile(
    r"\b(they|them|their|theirs|it|its|he|she|his|her|that|those|these|this|one|ones|former|latter|(an?)?other|others|same|both|there|either|neither|two)\b",
    re.I,
)
OTHER = re.compile(
    r"\b(the other(?! (?:\d|part|half|third|quarter|share|portion|hours|days|time|thing|skill|tool|way|direction)s?)( one| role| job)?|other role)\b",
    re.I,
)
LATTER = re.compile(r"\b(the latter|the second( one| role)?|the last one)\b", re.I)
FORMER = re.compile(
    r"\b(the former|the first( one| role| of (them|the two))?)(?! (hire|job|step|time|year|round|thing))\b", re.I
)
WITH = re.compile(r"\b(compar\w* (\w+ ){0,2}(to|with)|versus|vs\.?|against|than|as well|too)\b", re.I)
BOTH = re.compile(
    r"\b(both|the two|either|neither|between them|each( of them)?|which (one|of (them|these|those|the two))|who .{0,20}(more|less|most|better))\b",
    re.I,
)
STANDS_FOR = re.compile(
    r"(?P<whose>\b(?:the (?:latter|former|other one|second|first)(?: one)?'s|the (?:role|job)'s|their|his|her|its)\b)|(?P<who>\b(?:the (?:latter|former|other one|second one|first one|other role|other|second|first)|(?:that|this|the) (?:role|job|one|person|position)|those (?:two|roles|people|engineers|folks)|these (?:two|roles|people|engineers)|both(?: of them)?|either(?: of them)?|the two|they|them|he|she|him|it)\b)",
    re.I,
)
SAME_THERE = re.compile(
    r"\b(that|the same|same|this) (level|rung|rank|grade|band|country|place|city|tier|(?:(?:first|second|third|last|other) )?(?:kind|type|sort)s? of (?:compan(?:y|ies)|employers?|firms?|places?|shops?)|company|seniority|stage|age|point)\b",
    re.I,
)
CORRECTION = re.compile(
    r"(?:^|[.,;!?…-]+\s*)(?:(?:oh |oops,? |uh,? )?(?:no,?\s*)?wait,?(?: no,?)?|scratch that|sorry,? i mean[t]?|correction|or rather|i mean[t]?)[,:;.\s-]+",
    re.I,
)
FIRST_PERSON = re.compile(r"\b(i'?m|i|i'd|i've|my|me)\b|\b(our|we|we're|we've|we'd)\b[^?]*[.,;!:]", re.I)
SOMEONE = re.compile(
    r"\b(someone|somebody|a person|people|anyone|an engineer|one|he|she|they|my \w+|who|that)('s)? (really |just |only |absolutely |mostly )?(loves?|likes?|hates?|enjoys?|prefers?|wants?|needs?|dislikes?|cares?|values?|thrives?|fears?|can't (stand|bear)|cannot (stand|bear)|(is|are) (good|bored|tired|afraid|better|happiest|strong|weak))\b",
    re.I,
)
WHOM = re.compile(
    r"\b(fits?|suits?|for (me|us|someone|somebody|a person|people who|our)|should|hire|recommend\w*|advi[sc]e)\b", re.I
)
FROM_TO = re.compile(  # and not what is read from a table to do something with it
    r"\bfrom\b(?! (?:\w+ )?(?:[\w-]+ ){0,3}?(?:tables?|figures?|numbers?|articles?|ranges?|bands?)\b)"
    r"(?P<a>.{1,60}?)\b(?<!opposed )(?<!compared )(?<!relative )(?<!contrast )(?<!next )(?:to|into|towards?)\b(?P<b>.{1,80})",
    re.I | re.S,
)
STATUS = re.compile(  # "will my old colleagues think less of me?"
    r"\b(?:look(?:s|ed|ing)? down (?:on|at|up)|laugh\w*|thinks? less|fallen down|step down|downgrade|demotion|sell-?outs?|traitor"
    r"|respect\w*|lesser|prestige|stigma|mock\w*|inferior)\b",
    re.I,
)
ARROW = re.compile(r"(?<!<)(?:->|=>|→|⇒)")
BETWEEN = re.compile(r"\s*(?:->|=>|→|⇒|\bto\b|\binto\b)\s*(?:being\s)?(?:an?\s|the\s)?\Z", re.I)
BECOME = re.compile(
    r"\b(?:become|becoming|be(?:ing)? (?:an?|the)|into|to|towards?|for|land|get)\b(?P<b>.{1,60}?)(?:,|\bfrom\b|\bas\b|\bcoming from\b|\bif i\b|\bwith\b)(?P<a>.{1,60})",
    re.I | re.S,
)
GOAL = re.compile(
    r"\b(?:becom\w*|turn\w*(?: into)?|retrain as|switch\w* (?:in)?to|mov\w* (?:in)?to|(?:step|cross|go|jump|hop|slide|shift)\w* (?:over|across) (?:in)?to)\s(?:being\s)?(?:an?\s|the\s)?$",
    re.I,
)
I_AM = re.compile(
    r"\b(?:i'?\s?a?m|i am|we are|i work as|working as|currently|as|been|being|background (?:as|in)|coming from|former|ex)\b[^,.;?]{0,40}?$",
    re.I,
)
I_AM_A = re.compile(
    r"\b(i'?\s?a?m|i am|i work as|as(?! (?:high|much|soon|far|well|long|good|many|little|low|often|possible|usual)\b)|currently)\b (an? |currently |working as )?",
    re.I,
)
MOVE = re.compile(
    r"\b(bring\w*\b[^.?!]{0,50}\b(?:enter|join|go)(?:ing)? (?:in)?(?:to )?(?=(?:an? |the )?(?:fde|tam|mle|mlops|forward|technical account))|work as|(?:ever )?go(?:ing)? back (?:to|into)|(?:return|revert)\w* to|break(?:ing)? into|get(?:ting)? into|(?:to )?be(?:ing)? an?(?= (?:fde|tam|mle|forward|technical|ml|mlops|ai)\b)|(?:get|got|be) (?:hired|a job) as|i'?d like to be an?|pick up to|until .{1,40} can be|carr(?:y|ies) over|bring\w* (?:along|to|into|with)|transferable|head start|\w+ experience (?:give|help|count)\w*|retrain\w*(?= (?:as|for|to|into|from|myself|yourself)\b)|(?:thinking|dreaming) (?:of|about) (?:going|being)|becom(e|es|ing)(?! (?:pointless|obsolete|irrelevant|boring|redundant|outdated|useless|superfluous|worthless|unnecessary|important|common|popular|harder|easier|less|more|too|so|very|extinct|automated|one\b))|transition\w*|switch\w*|mov(e|es|ing) (from|to|into|over)|career change|pivot\w*|go(ing)? from|get(ting)? from(?! (?:work|customers?|clients?|it|the job|doing|talking))|go(?:es|ing)? into (?=(?:an? )?(?:fde|tam|mle|forward|technical|ml|mlops|ai|pre-?sales|sales)\b)|jump\w*(?! (?:around|about|up and down|all over))|cross(ing)? over|convert\w*|change (from|to|into|careers?)|turn (?:into|(?=(?:an? )?(?:fde|tam|mle|forward|technical|ml|mlops|ai)\b))|reskill\w*|upskill\w*|shift\w* (from|to|into)|make (the|a) (move|switch|leap)|step (from|into|down|over|across)|break into .* (as|from|coming)|leap|(?:slid|slip|hop|drift|slot|defect|graduat)\w* (?:over |across )?(?:in)?to\b|(?:slid|slip|hop|drift|com|transfer)\w* over to|start\w* (?:over|from (?:scratch|zero)))\b",
    re.I,
)
LIST = re.compile(
    r"\b(which|what|list|name|give me|show)\b.{0,60}\b(tools|frameworks|languages|companies|employers|industries|skills|responsibilities|duties|tasks|exits?|options|levels|steps|ladder|drivers|reasons|firms|labs|opportunities|technologies|examples|metrics|startups|things|names)\b",
    re.I,
)
ADVICE = re.compile(
    r"\b(?:does|would|will) it make (?:more|the most|most) sense\b|\bwhat would you tell (?:me|us|him|her|them)\b|\bsets? (?:me|her|him|us|them|you) up (?:better|best)\b|\bone (?:role|hire|job|kind|specialist) or the other\b|\bwhat(?:['’]?s| is| would be| should be) (?:the|our|your) (?:\w+ )?plan\b|\bwhich of (?:the two|them|these) (?:goes |comes )?first\b|\bin (?:my|our) (?:place|shoes|position)\b|\bif you were (?:me|us)\b|\b(?:what|which) (?:kind of |sort of |type of )?(?:role|hire|req|requisition|seat|position|profile|job|post|person|engineer|specialist|headcount|opening|chair)s? (?:do|should|shall|must|would|can) (?:i|we) (?:open|need|add|post|fund|bring|get|recruit|look|advertis|creat|staff|fill|search|budget|pay|take|sign|appoint)\w*\b|\bhire an? .{1,40} or an? |\bcan one (person|hire|engineer) (do|be|own|cover)\b|\bone (?:\w+ ){0,2}(?:person|hire|engineer|guy|employee|body|human) (?:to |who(?:'ll| will| can| does)? |that can |for )?(?:\w+ ){0,2}(?:both|everything|do|cover|handle|own)\b|\bshould (i|we|my|our)\b(?! (?:expect|offer|pay|assume|count on|budget|reckon|plan (?:for|with)|calculate|allow for|know|ask (?:for|about)|expect|charge|quote|bill|invoice|be (?:paid|earning|getting)))|\bwho(m)? (should|do|would|to) (i |we )?hire\b|\b(which|what) (role|job|path|career|one|of (these|them|the two)|hire|position)\b.{0,40}\b(fit|suit|right|best|better|for (me|someone|somebody|people|us)|should|match|would(?! (?:i|we|one) (?:be (?:graded|judged|measured|rated|assessed|evaluated|paid|seen|on|in|at|held)|have to|get|earn|spend|write|travel|meet))|pick|choose|go for)|\b(right|good|better|best) (fit|match|choice|option|one|role|for (me|someone|us|a person|people))\b|\b(suits?|fits?) (me|us|someone|people|somebody|a person)\b|\bwould you (recommend|advise|suggest)|\bwhat (?:do|would|can) you (?:suggest|advise|recommend)\b|\bwhat(?:['’]?s| is) your (?:suggestion|recommendation)\b|\b(you|articles?|they) (advise|recommend)\b|\b(advise|recommend|advice for) (me|us)\b|\byour advice\b|\bhire first\b|\bwhom? (?:comes? |goes )?first\b|\b(first|next) (\w+ ){0,2}hire\b|\bfirst hire\b|\bdo (we|i) need (both|an?(?! (?:[\w.'’]+ )?(?:ph\.?d|doctorate|degree|master|diploma|certifi\w+|licen[cs]e|portfolio|background)\b)|to hire)\b|\bfor someone (who|that|with)\b|\bbetter for (someone|somebody|people|a person|me)\b|\bam i (better|more)\b|\bis (it|\w+) (right )?for me\b|\bwhich (is|would be) (the )?(better|best) (for|if)\b|\bhelp me (choose|decide|pick)\b|\b(pick|choose|decide) between\b|\bwho (is|are) (it|they|\w+) for\b|\bworth it for\b|\bshould .* (hire|choose|pick|go for|become)\b",
    re.I,
)
PREFERENCE = re.compile(
    r"\b(i|we|i'd|we'd|my|our)\b.{0,24}\b(love|like|enjoy|hate|prefer|dislike|want|rather|don't (like|want)|can't stand|need|miss|tired|bored|thrive|energi[sz]ed?|care|value|good at|better at|strong|demos?|model|deployments?|customers|startup)\b",
    re.I,
)
# By what one job is told from another: "any litmus test?", "how do I find out whether it's the one or the other?"
TELL_APART = re.compile(
    r"\b(?:litmus|acid) test\b|\b(?:quick|simple|easy|fast|good|handy) (?:\w+ )?(?:test|trick|check)\b|\brule of thumb\b|\btell (?:them|the two|these two|it|one|the \w+|an? \w+) (?:apart|from)\b"
    r"|\b(?:find out|figure out|check|establish|recogni[sz]e|know|see|tell)(?: (?:by|from) [^.?!,]{3,60}?)? (?:if|whether|which of the two) (?:it|this|that|the|my|an?|i(?:['’]m)?|we(?:['’]re)?|he|she|someone)\b"
    r"[^.?!]{0,80}\bor\b|\b(?:which|what) (?:test|question|sign|criterion|clue|yardstick|rule)s? (?:would |could |can |will )?(?:tells?|shows?|reveals?|separates?|distinguish\w*|settles?)\b",
    re.I,
)
YES_NO = re.compile(
    r"^\W*(?:(?:so|and|but|ok|hey|hi|btw|by the way)\W+)?(is|are|do|does|can|could|did|will|would|should|has|have|was|must|am)\b",
    re.I,
)
CHOICE_OF = re.compile(
    r"\b(or|vs\.?|versus)\b|\bbecom(?:e|ing) [^.?!,]{3,40} (?:rather than|instead of|and not) ", re.I
)
FEASIBLE = re.compile(
    r"\b(how long|realistic|feasible|possible|can i|could i|hard|difficult|thinking (about|of)|considering|timeline|months|years|want to|would like|aim\w*|dream\w*)\b",
    re.I,
)
NOT_THERE = re.compile(
    r"\b(not|outside|except|other than|away from)\b.{0,20}\b(labs?|faang|start-?ups?|big tech)\b", re.I
)
PERSON = re.compile(
    r"(?<!guys )(?<!people )(?<!those )(?<!ones )(?<!folks )(?<!person )(?<!someone )(?<!one )(?<!team )(?<!engineers )"
    r"\bwho(?:'s| is| was|se)?\b.{0,12}\b(runs?|leads?|heads?|owns?|founded|found|started|ceo|cto|cfo|chief|founders?|president|boss|director|invented|coined|came up with|dreamt up|chairs?)\b",
    re.I,
)
LEADER = re.compile(  # whoever leads a department, whatever that does
    r"\bwho(?:['’]?s| is| was|['’]?re| are)? (?:currently |now )?(?:the )?(?:current )?"
    r"(?:heads?|directors?|vps?|vice presidents?|chiefs?|running|leading|heading)\b"
    r"|\b(?:person|man|woman|guy|inventor|founder)['’]s name\b|\bnames? of the (?:persons?|people|man|woman|inventor|founder)\b",
    re.I,
)
IDLE = re.compile(
    r"\bhow (?:do (?:i|you|we) |to |can i )(?:cook|bake|fry|roast|grill|brew|knit|sew)\b|\b(?:review|check|look at|rate|improve) my (?:cv|r[eé]sum[eé]|cover letter|portfolio)\b|\bmy (?:cv|r[eé]sum[eé]|cover letter) (?:for (?:a )?review|attached|below)\b|\bshould (?:i|we) buy\b|\b(?:recommend|suggest|know|find)\b.{0,24}\b(?:restaurant|caf[eé]|hotel|(?<!hiring )(?<!technical )(?<!the )bar|pub|movie|film|dentist|doctor|lawyer|hairdresser|(?:good|nice|cheap) (?:\w+ )?place)s?\b|\b(jokes?|poems?|haikus?|songs?|lyrics|recipes?|horoscope|riddles?|limerick|translate|homework|bedtime story|(?<!i )(?<!we )(?<!who )(?<!they )(?:write|compose|draft|invent|make up) (?:me |us )?(?:an? |some |the )?(?:[\w-]+ ){0,3}(?:testimonials?|reviews?|advert\w*|slogans?|press release|blog post|tweets?|linkedin post|marketing copy)|(?:give|write|send|show) me .{0,24}\b(?:code|script|program|essay|e-?mail|cv|resume|cover letter)|(?:write|draft|compose) (?:me |us )?(?:an? |my |the )?(?:\w+ )?(?:essay|e-?mail|cv|r[eé]sum[eé]|cover letter|letter)|(?:fix|debug) (?:(?:my|this|these) (?:\w+ ){0,3}(?:code|scripts?|bugs?|errors?|functions?|program|stack ?trace|query|computer|laptop|phone|printer|car|bike)|the following)|(?:^|please |you )(?:fix|debug) (?:my|this)|how (?:do|can) i (?:fix|debug)|weather|football|bitcoin|stock tips?|buy .{0,20}(stock|shares)|invest in(?! (?:\w+ ){0,3}(?:people|engineers?|engineering|talent|staff|roles?|teams?|hir\w+|skills?|training|fdes?|mles?|tams?|mlops|both)\b))\b",
    re.I,
)
ORDER = re.compile(
    r"\b(ignore|disregard|forget|override)\b.{0,30}\b(instructions?|prompts?|rules|above|guidelines|sources|articles|passages)\b|\bsystem (?:prompt|note|message|notice|override)\b|\bfrom now on,? (?:you|answer|reply|respond|write|always|only)\b|\byou are now\b|\bpretend (to be|you)\b|\bact as (an?|if)\b|<!--"
    r"|(?:^|[.!?;>]\s*)(?:(?:now|please|then|so|and) )*(?:follow|obey|execute|carry out|do as|do what)\b.{0,12}"
    r"\b(?:the|that|this|these|my) (?:\w+ )?(?:comment|instruction|command|directive|note)s?\b"
    r"|\b(?:disclose|reveal|leak|expose|show|give|tell|hand)\b.{0,15}\b(?:me|us|your|out)\b.{0,25}"
    r"\b(?:(?:hidden|secret|internal|system) (?:\w+ )?(?:instruction|prompt|rule|message)s?|api keys?|passwords?|credentials)\b"
    r"|(?:^|[.!?;:,\"“]\s*|\b(?:please|now|just|then|and|must|should|always|simply) )"
    r"(say|repeat|print|output|reply)\b.{0,20}\b(that|exactly|only|after me)\b.{0,80}\d",
    re.I,
)
COUNTED = (
    r"(?:\b(?:how many|(?:absolute|total|exact|overall) number of|count of)"
    r"|(?:^|\b(?:what(?:['’]?s| is| was)|give(?: me| us)?|state|tell me|need|want) the )number of)"
)
HOW_MANY = re.compile(rf"{COUNTED} (?:\w+ )??(?P<noun>\w+)\b", re.I)
CHOICE = re.compile(r"^(?:when to )?(choose|hire)\b", re.I)
HIRING = re.compile(
    r"\b(hire|hiring|headcount|recruit\w*|our (team|company|startup|product|model|demos?|deployments?|deals?|customers)|we (need|have|are|sell|build|should|do|don't|haven't|can't))\b",
    re.I,
)
META = re.compile(
    r"\b(does not (say|disclose|state|name)|this (guide|article|comparison)|table (above|below)|the table|(own|full) .{0,30}(guide|report|roadmap|data)\b|compares? adjacent)",
    re.I,
)

POINTER = re.compile(  # a sentence that sends its reader elsewhere and states nothing itself
    r"^(?:see|visit|check out|learn more|read (?:more|our|the))\b|^for (?:a|an|the|more|full)\b.{3,80}, (?:see|read|visit)\b"
    r"|\b(?:cover|covers) (?:the|that) (?:screen|topic|details?)\b|\bwalks? (?:you )?through\b|^recommended reading\b",
    re.I,
)
OFFER = re.compile(  # what a publisher says of the courses and products that it sells
    r"\b(?:cohort|curriculum|boot ?camp|PGP|enrol\w*|our (?:graduates|students|course|program\w*)|selective seats)\b",
    re.I,
)

DISAGREE = re.compile(
    r"\b(differ\w*|disagree\w*|conflict\w*|contradict\w*|inconsistent|don't match|do not match|all over the place)\b",
    re.I,
)

NOT_AMOUNT = re.compile(
    r"\b(same (?:\w+ )?(?:each|every) (?:month|week)|month to month|why|how come|drives?|drivers?|reasons?|because|behind|structure\w*|variable|stabl\w+|stead\w+|predictable|fluctuat\w*|up and down|commission\w*|shares?|sources?|trust|ceiling|matters?|depends?|surpris\w+|lags?|lagging|widen\w*|mostly|made (?:up|of)|put together|explain\w*|compos\w+|consist\w*)\b",
    re.I,
)
PERCENT = re.compile(
    r"\bhow (?:fat|big|large|thick) an? (?:slice|stake|share|portion|piece)\b|\b(what|which) (?:\w+ )?(percent\w*|share|proportion|portion|fraction|slice|%|pct)|\bhow many (?:percent\b|%|pct\b)|\bpercentage of\b|\bin percent\b|\b(share|proportion|fraction|percent) of\b|\bremote share\b",
    re.I,
)
SOURCE = re.compile(
    r"\bsources?\b|\bwhere('s| is| are| did| do| does)? .{0,40}\bfrom\b|\bwho (says|measured|counted|reported|found)\b|\bcome from\b|\baccording\b|\bwho says\b|\bbased on\b|\bdata\b",
    re.I,
)
WHERE_FROM = re.compile(
    r"\bwhose (?:data|figures?|numbers?|survey|statistics?)\b|\b(?:what|which) year (?:is|are) (?:that|this|the|those) (?:\w+ )?(?:figures?|numbers?|data) from\b|\bwhere(?! \w+ (?:that|this|the|such) (?:\w+ )?(?:reputation|perception|view|idea|belief|image|prejudice|impression|opinion|stigma|gap|difference|discrepancy|premium|lead|advantage)\b)('s| is| are| did| do| does)? [^.?!]{0,80}\b(from|get)\b|\bwho (says|said|measured|counted|reported|found|published|compiled|collected|gathered)\b|\b(says|said|according to) whom?\b|\b(what|which|whose) source\b|\bsource\W*$|\bhow do (you|they) know\b",
    re.I,
)
OF_POOL = re.compile(  # a share of people, whatever they are paid
    r"\b(?:part|share|portion|fraction|percent\w*|slice|proportion|many) of (?:the |all )?(?:\w+ ){0,3}?"
    r"(?:pool|people|talent|engineers?|workforce|candidates?)\b",
    re.I,
)
MEASURING = re.compile(  # what a figure counts
    r"\bwhat\b[^?.]{0,30}\b(?:it|that|this|each|they|figures?|numbers?)\b(?: is| are)? (?:actually |really )?measur\w+"
    r"|\bwhat\b[^?.]{0,20}\b(?:is|are|does|do) (?:it|that|this|each|they|the (?:figures?|numbers?)) (?:\w+ )?measur\w+",
    re.I,
)
LEFT_OUT = re.compile(  # parts of pay that are not to be counted
    r"\b(?:no|not counting|without|excluding|apart from|before|minus|ignoring|leaving out)(?: any)? "
    r"(?:(?:stocks?|equity|shares|bonus(?:es)?|rsus?)\W+(?:and |or |no )*)+(?<!\w)",
    re.I,
)
OF_JOBS = re.compile(  # a share of the jobs, and no number of people
    r"\bhow many of (?:the|their|all) (?:[\w&]+ ){0,3}(?:jobs?|roles?|positions?|openings?)\b", re.I
)
NEEDED = re.compile(  # "a PhD: so do I need it or not?"
    r"\b(?:do|does|would|will) (?:i|we|you|one|they) (?:really |actually )?need (?:it|one|that|this)\b", re.I
)
