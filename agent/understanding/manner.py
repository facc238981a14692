"""Whether a reply says anything: vague answers, evasions, and how many words carry meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FILLER = frozenset(
    "a an the i i'm i'd i've i'll it it's its is are was were be been am do does did to of in on at for and or but so"
    " that this these those there there's my me we us our you your they them he she as by with from if then than just"
    " really very quite well honestly actually basically like um uh hmm hm oh ok okay yeah yes no not would could"
    " should can will may might maybe perhaps probably think guess suppose say said know mean kind sort bit lot some"
    " any all more most much many too also about around say get got go going have has had what which who how when"
    " where why here now still even only thing things stuff something anything everything whatever one way sure"
    " don't doesn't can't won't that's i'd depends depending sometimes".split()
)
_VAGUE = re.compile(
    r"\b(?:(?:it|that|this|all|really|everything|kinda|sort of|mostly|again)? ?(?:all )?(?:really "
    r"|very much |kind of |totally |entirely |just )?(?:depends|varies|changes|differs)"
    r"|depending(?: on)?|(?:hard|difficult|tough|tricky|not easy) to (?:say|tell|put|answer|pin"
    r"|explain|describe|define|judge|know)(?: (?:it |that )?(?:in|into) words)?|could be anything"
    r"|somehow|different (?:places|things|ways|reasons)|everything (?:is|runs) (?:smooth|fine|good|ok"
    r"|okay|well)|normal \w+|tough (?:question|one)|good question|tricky (?:one|question)?"
    r"|interesting question|great question|hard question|big question"
    r"|depends on (?:a lot of|many|so many|lots of|various|several|the|what|how|who"
    r"|circumstances)(?: \w+){0,3}|(?:people|customers|work|money|code|life|business|a job|jobs) (?:is"
    r"|are) (?:people|customers|work|money|code|life|business|a job|jobs)"
    r"|let's see|let me see|we shall see|ask me later|whatever|wherever|however it|whichever"
    r"|anything goes|this and that|all sorts|various|the usual|the normal|usual stuff|normal stuff"
    r"|you know how it is|more or less|so so|comme ci|in between|somewhere in between"
    r"|somewhere in the middle"
    r"|it is what it is|can't complain|nothing special|it's complicated|it's complex|long story"
    r"|yes and no|some days|goes up and down|up and down|back and forth|in flux|sometimes|kind of"
    r"|sort of|kinda|sorta|i guess|i suppose|not sure|who knows|we'll see|we will see|see how it goes"
    r"|play it by ear|time will tell|like everyone|like anyone|like most people|same as (?:everyone"
    r"|anyone|most)"
    r"|could go either way|either way|open minded|don't have (?:a )?strong|no strong (?:feelings?"
    r"|opinions?|views?|preference)|no (?:real |particular )?preference|never really thought"
    r"|haven't really thought|don't really think about|bits and pieces|bits and bobs"
    r"|a bit of everything|little of everything|normal amount|right (?:amount|balance|fit)|the right"
    r"|as needed|what's needed|what is needed|something (?:good|nice|interesting|meaningful|different"
    r"|better|new)|interesting (?:stuff|things|work|problems)|good stuff|cool stuff|cool things"
    r"|many things|a few things|lots of things|different things|multiple things)\b"
)
_BLAND = re.compile(
    r"\b(?:stuff|things|fine|it's fine|okay i guess|pretty (?:good|normal|standard|usual|well|ok)"
    r"|going (?:great|well|fine|ok)|all good|not bad|good|great|nice|normal|standard|usual|best|busy"
    r"|reasonable|decent|appropriate|enough|what everybody does|like everybody)\b"
)
_DODGE = re.compile(
    r"\b(?:let's (?:not|talk about|discuss|change)|what about (?:lunch|you|dinner|coffee)"
    r"|how about (?:you|lunch|that|coffee|the)|i'd rather talk about|i would rather talk about"
    r"|i'd prefer to talk about|can we talk about|change (?:of |the )?(?:subject|topic)"
    r"|changing the subject|that reminds me|speaking of|anyway|anyhow|moving swiftly|funny (?:you"
    r"|story)|long story|never mind|that's a (?:whole )?(?:other|different|another) (?:story"
    r"|conversation|topic|question|matter)|for another (?:day|time)|don't worry about|more importantly"
    r"|did you see|have you (?:seen|heard|tried|been)|did you (?:see|hear|know|watch|catch|notice)"
    r"|who knows what|(?:could|can) write a book|people always talk|(?:a )?question for my"
    r"|an opinion (?:about|on)|asks? me (?:that|this|the same)|me also|(?<!i )guess$"
    r"|the market (?:for this )?is|used to talk about|the weather|lunch|coffee first|football"
    r"|my (?:dog|cat|neighbour|neighbor)|joke|haha|hahaha|lol|ask my|ask me (?:again|later|tomorrow"
    r"|after)|wouldn't you like to know|who's asking|politicians|nice try|depends who's asking"
    r"|you tell me|you're the (?:expert|interviewer|machine|computer|bot)|what do you think"
    r"|what would you|isn't that the question|let me tell you (?:about|instead)|first let me"
    r"|the real question|the (?:more )?(?:important|interesting) (?:question|thing)|you should (?:see"
    r"|hear)|nobody wants to|not the point|beside the point)\b"
)
_FENCE = re.compile(
    r"^(?:(?:well|um|hm|hmm|honestly|really|i|i'd|say|oh|it|that|this|all|just|kind of) )*"
    r"(?:whatever (?:the|it|is|works|comes|they|you|suits)|depends"
    r"|varies|(?:is )?(?:hard|difficult|tough|tricky|not easy) to (?:say|tell|put|answer|explain"
    r"|describe)|good question|tricky|who knows|let's see|we'll see|time will tell)\b"
)
_BARE_YES = re.compile(
    r"^(?:(?:yes|yeah|yep|yup|sure|ok|okay|of course|certainly|definitely|absolutely|right|true|no"
    r"|nope|nah|fine|good|great|i do|i am|i would|i don't|it does|it is|it doesn't|we do|we don't"
    r"|indeed|mhm|mm|aha|correct|agreed|please|thanks|very|always|both ways) ?)+$"
)


def weight(forms: Iterable[str]) -> int:
    """How many words of a text carry meaning of their own."""
    return sum(f not in _FILLER for f in forms)


def sounds_vague(text: str) -> bool:
    return bool(_VAGUE.search(text))


def only_vague(text: str) -> bool:
    """Nothing is left once fillers and vague phrases are gone."""
    return weight(_BLAND.sub(" ", _VAGUE.sub(" ", text)).split()) == 0 or bool(_BARE_YES.match(text))


def evades(text: str) -> bool:
    return bool(_DODGE.search(text))


def sits_on_the_fence(text: str) -> bool:
    """Whether a clause only says that there is no one answer, whatever other words it uses for it."""
    return bool(_FENCE.search(text))
