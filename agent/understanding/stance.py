"""How something is said: affirmed, denied, liked, disliked, hedged, conditional, reported, past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.reading import Manner
from agent.understanding.words import Word

# Denial that reaches forward over the rest of its clause.
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|without|hardly|barely|scarcely|rarely|seldom|nobody|none|nothing"
    r"|\w+n't|no longer|anything but|far from|less|stop|stopped|quit|avoid|avoiding|skip|rid of|away from|instead of"
    r"|rather than|hate|hates|hated|dislike|dread|dreading|loathe|detest|despise|sick of|tired of|fed up|bored"
    r"|bore|bores|drains|drained|can do without|could do without|struggle|struggled|lost interest"
    r"|over with|done with|fewer|frighten|frightens|scares|shattered|knackered|leave (?:that|this|it"
    r"|them|those) to|had enough|sucks"
    r"|allergic|terrified|afraid|scared|not a fan|keep me|spare me|anti|leave|leaving|refuse|reluctant|worn out)\b"
)
# Negative words that deny nothing.
_AFFIRMS = re.compile(
    r"\b(?:not only|not just|not merely|no problems?|not a problem|no issues?|not an issue|no trouble|no objections?"
    r"|(?:don't|do not|doesn't|wouldn't|didn't|not) (?:really |actually |at all )?mind|can't get enough|can't wait"
    r"|can't live without|couldn't live without|wouldn't (?:want to )?(?:give up|miss|lose|trade|stop)"
    r"|don't want to (?:give up|miss|lose|stop|leave)"
    r"|(?:never|not|won't|don't) (?:want |going |plan |wish )?(?:to )?(?:stop|give up|quit|leave|lose)"
    r"|not (?:at all |too |so |that |half )?(?:bad|averse|opposed|afraid|against)"
    r"|no (?:intention|intentions|desire|wish|plans?) (?:of|to) (?:give|giving|stop|stopping|leave"
    r"|leaving|lose|losing|quit|quitting)(?: up)?|(?:that|which|this) (?:part )?i will not leave"
    r"|not i will"
    r"|no doubt|without a doubt|nothing (?:beats|better|i (?:like|love|enjoy) more)|why not|not long|no matter"
    r"|don't get me wrong|no question|not going to lie|can't complain|not that far|no worries|not to mention"
    r"|if not|or not|whether or not|no idea why|couldn't be happier|not allergic|not scared|stop me"
    r"|(?:never|not|don't) (?:get |getting |got )?(?:bored|tired|enough)|(?:don't want to|wouldn't|not"
    r"|never|won't) give (?:it|that|them|this) up|(?:can't|couldn't|wouldn't want to) (?:live|work|be"
    r"|do) without)\b"
)
_AFTER_NOT = re.compile(
    r"\b(?:not for me|(?:isn't|aren't|is not|are not|not) (?:really |exactly |quite |so |that )?(?:my"
    r"|for|something|what|where|why)"
    r"|no thanks?|no thank you|hard pass|is out|are out|drains? me|bores? me|kills? me|annoys? me"
    r"|scares? me|stress(?:es)? me|puts? me off"
    r"|wears? me|tires? me|exhausts? me|turns? me off|leaves? me cold|makes? me (?:nervous|sick"
    r"|uncomfortable|anxious|tired|cringe)"
    r"|(?:is|are|was|were) (?:a |an |the |so |too |very |really |just )?(?:pain|chore|nightmare"
    r"|torture|boring|draining|exhausting|dull|tedious|awful|terrible|worst|"
    r"tiring|stressful|horrible|overrated|hell|no go|no-no)|can wait|(?:doesn't|don't|not) (?:really "
    r"|exactly )?(?:interest|excite|appeal|attract|do it|work for|suit|motivate)"
    r"|no$|nope|never$|(?:doesn't|don't|not) matter)\b"
)
_LIKE = re.compile(
    r"\b(?:love|loved|loves|like|enjoy|enjoyed|enjoying|adore|fan of|into|keen|happy|happiest|glad"
    r"|fond|passion|passionate"
    r"|energi[sz]\w*|energy from|thrive|thrives|excit\w*|fun|favou?rite|best part|highlight|miss|dream"
    r"|crave|want|wanted|wish|live for|good at|great at"
    r"|drawn to|appeals?|attracts?|interests? me|interested|motivat\w*|satisf\w*|comfortable|confident"
    r"|look forward|looking forward"
    r"|prefer|rather|ideally|more|hope|gladly|best|best bit|good for me|at my best|give me life"
    r"|gives me life|kick out|thrill|lights? me|pleasure|nothing beats|suits? me|what i'm good"
    r"|my thing)\b"
)
_MILD = re.compile(
    r"\b(?:don't mind|do not mind|wouldn't mind|doesn't bother|not opposed|ok|okay|alright|all right"
    r"|fine|acceptable|tolerate"
    r"|can live with|could live with|bearable|manageable|in moderation|small doses|occasional"
    r"|occasionally|now and then|from time to time|once in a while|some|a bit|a little"
    r"|sometimes|limited|here and there|not too much|not all|not every|as long as it isn't)\b"
)
_MUCH = re.compile(
    r"\b(?:every (?:single )?(?:day|week|morning)|each day|daily|all day|all the time|a lot|lots|most"
    r"|mostly|constantly|always|as much as possible|full time|plenty"
    r"|as much as i can|more than half|majority|the bulk|tons|heaps|loads|primarily|mainly)\b"
)
_LITTLE = re.compile(
    r"\b(?:rarely|seldom|hardly|barely|scarcely|never|little|as little as possible|minimal|minimum"
    r"|minimi[sz]e|less|low|light|fewer|few|zero|none|next to nothing|once a year|at most)\b"
)
_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|i guess|i suppose|kind of|kinda|sort of|sorta|wouldn't mind|might"
    r"|could be|not sure|i think maybe"
    r"|somewhat|to some extent|in a way|unsure|leaning|lean towards|lean toward|more or less"
    r"|i'd say maybe|potentially|open to|for now|depends|half heartedly|a little bit"
    r"|if i'm honest maybe|presumably|not entirely|could imagine|could see myself)\b"
)
_IF = re.compile(
    r"\b(?:if|unless|provided|providing|as long as|depending on|assuming|only when|in case|so long as"
    r"|on condition)\b"
)
_IDLE_IF = re.compile(
    r"\b(?:if (?:i'm|i am|you|possible|anything|not|i'm being|i have to (?:choose|pick|be honest)"
    r"|i had to (?:choose|pick)|that|it helps|any)|as if|if i'm honest|even if)\b"
)
_OTHERS = re.compile(
    r"\b(?:(?:i was|i've been|i'm|i am|i got) (?:always |often |constantly )?(?:told|supposed|expected"
    r"|advised|encouraged|meant)\b|(?:(?:my|our|the) (?:\w+ )?(?:boss|manager|wife|husband|partner"
    r"|friend|friends|colleague|colleagues|mother|father|mum|mom|dad|parents|team|lead|cto|ceo|coach"
    r"|mentor|recruiter|brother|sister|teacher|professor|teammates|coworker|coworkers)"
    r"|people|everyone|everybody|others|they|some people|recruiters|he|she|hr|someone)"
    r" (?:\w+ )?(?:say|says|said|think|thinks|thought|tell|tells|told|keep telling|keeps telling"
    r"|keep saying|keeps saying|claim|claims|believe|believes|believed|reckon|reckons|insist|insists"
    r"|want me|wants me|wanted me|expect me|see me|sees me|call me|calls me|swear|swears|love|loves"
    r"|hate|hates|likes|enjoys|feel|feels|prefer|prefers|suggest|suggests|suggested|always tell"
    r"|would say|would tell))\b"
)
_OWN = re.compile(
    r"\b(?:i agree|they're right|he's right|she's right|rightly|and it's true|i do too|and i do"
    r"|so do i|and i think so)\b"
)
_STRICT = re.compile(
    r"\b(?:love|loved|like|enjoy|adore|hate|dislike|dread|avoid|fan of|keen on|into|happy|fond of"
    r"|passion|passionate|energi[sz]ed by|thrive|miss|crave|can't stand"
    r"|not|no|never|without|fewer|less|more|want|prefer|rather|drawn to|comfortable|good at|great at"
    r"|fine with|ok with|okay with|open to|willing|sick of|tired of|don't mind|wouldn't mind|don't"
    r"|won't|can't|bored)\b"
)
_PAST = re.compile(
    r"\b(?:used to|in the past|back then|formerly|once upon|years ago|at my (?:last|previous|old"
    r"|former)|my (?:last|previous|old|former) (?:job|role|company|team))\b"
)
_NOW = re.compile(
    r"\b(?:currently|right now|at the moment|these days|at present|nowadays|today|presently"
    r"|in my (?:current|present) (?:job|role))\b"
)


@dataclass(frozen=True, slots=True)
class Stance:
    """`strength` 1 plain, 0.5 hedged or conditional, 0 someone else's view."""

    strength: float
    manner: Manner


@dataclass(frozen=True, slots=True)
class Feeling:
    """What a clause says of the thing it mentions: `pole` much, some, little, or "" when it says nothing.
    `wish`: it says what the person wants at all."""

    pole: str
    wish: bool


def joined(part: Sequence[Word]) -> str:
    return " ".join(w.text for w in part)


def affirmed(text: str) -> bool:
    """Whether a denial in it affirms ("I can't live without it")."""
    return bool(
        re.search(
            r"\b(?:can't|couldn't|wouldn't|never|don't want to|not|won't) (?:\w+ ){0,3}?(?:live without"
            r"|work without|be without|do without|get enough|give (?:it|that|them|this) up|give up|miss"
            r"|tired|bored|stop|lose)\b",
            text,
        )
    )


def stance(text: str) -> Stance:
    """The stance of a clause, apart from what it denies. `text` is words joined by spaces."""
    if _OTHERS.search(text) and not _OWN.search(text):
        return Stance(0.0, "reported")
    if _IF.search(text) and not _IDLE_IF.search(text):
        return Stance(0.5, "conditional")
    if _HEDGE.search(text):
        return Stance(0.5, "hedged")
    return Stance(1.0, "stated")


def hedges(text: str) -> bool:
    return bool(_HEDGE.search(text))


def past(text: str) -> bool:
    return bool(_PAST.search(text))


def experience(text: str) -> bool:
    """Whether it tells what somebody has done."""
    return bool(
        re.search(
            r"\bi(?:'ve| have) (?:\w+ )?(?:delivered|built|done|worked|seen|tried|trained|had|shipped|run)\b", text
        )
    )


def present(text: str) -> bool:
    return bool(_NOW.search(text))


def denied(before: str, after: str, inside: str = "") -> bool:
    """Whether what stands between `before` and `after` (the rest of the clause) is denied.
    Two denials affirm ("I don't hate …")."""
    head = _AFFIRMS.sub(" ", f"{before} ")
    head = re.split(r"\b(?:but|because|only)\b", head)[-1]
    head = re.sub(r"\b(?:not|neither|no|never|\w+n't)\b(.*)\bnor\b", r"not \1", head)  # "not … nor …" is one denial
    last = re.split(r"\b(?:and|or)\b", head)[-1]
    head = last if _NOT.search(last) else head  # "not … and not …" denies twice, two things
    count = len(_NOT.findall(head)) if not _MILD.search(before) or _NOT.search(_MILD.sub(" ", head)) else 0
    return (count % 2 == 1) != bool(_AFTER_NOT.search(_AFFIRMS.sub(" ", after)) and not _NOT.search(inside))


def felt_nearby(before: str, after: str) -> bool:
    """Whether a word of liking or disliking stands close enough to what lies between to be about it."""
    return bool(_STRICT.search(" ".join(before.split()[-4:])) or _AFTER_NOT.search(" ".join(after.split()[:5])))


def feeling(text: str, before: str, after: str) -> Feeling:
    """What the clause feels about something it mentions between `before` and `after`."""
    around = f"{before} {after}"
    if affirmed(text):
        return Feeling("much", True)
    mild = bool(_MILD.search(around))
    negative = denied(before, after)
    likes = bool(_LIKE.search(around))
    wish = (
        likes
        or negative
        or mild
        or bool(re.search(r"\b(?:i'd|would|please|need|looking for|willing|ready|open to|must)\b", text))
    )
    if negative:
        much = re.search(
            r"\b(?:not|n't) (?:\w+ )?(?:all day|every day|all the time|full time|too much|a lot"
            r"|constantly|every)\b",
            text,
        )
        return Feeling("some" if much else "little", True)
    if mild:
        return Feeling("some", True)
    if _LITTLE.search(around):
        return Feeling("little", wish)
    if _MUCH.search(around) or likes:
        return Feeling("much", wish)
    return Feeling("", wish)
