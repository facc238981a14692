"""What a person tells the interviewer to do, and what they ask it, in words."""

from __future__ import annotations

import re

from agent.reading import Intent
from agent.understanding.clauses import Clause
from agent.understanding.stance import joined

_PRE = (
    r"(?:(?:i'm afraid|afraid|um|uh|uhm|hmm|hm|well|ok|okay|oh|so|sorry|please|actually|honestly|look"
    r"|right|yeah|yes|no|ah|hey|you know what"
    r"|to be honest|tbh|i think|i'd say|let's|let us|let me|can we|could we|can you|could you"
    r"|may i|can i|could i|i'd like to|i would like to"
    r"|i want to|i'd rather|i'd prefer to|we can|we should|you can|just|maybe|we|i) )*"
)
_POST = (
    r"(?: (?:please|thanks|thank you|for now|for today|now|here|today|then|i think|honestly|sorry|to be honest"
    r"|tbh|really|mate|if that's ok|if that's okay"
    r"|if possible|if i may|one|this one|that one|it|this|that|question|this question"
    r"|that question|the question|on this|on that|about that|about this|about it|to be fair|yet"
    r"|with this|with you|at all|anymore|right now|either|i'm afraid|lol|haha|i've|i have|time"
    r"|my friend|as well))*"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^{_PRE}(?:{pattern}){_POST}$")


_WHOLE: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        "decline",
        _whole(
            r"(?:(?:i'd |i would |i )?(?:rather|prefer|would prefer|d prefer) (?:not|to keep (?:that|it"
            r"|this) (?:private|to myself))(?: to)?"
            r"|(?:i'd |i would |i )?(?:rather|prefer|would prefer|much rather) not(?: to)?(?: (?:say"
            r"|answer|share|discuss|talk about|tell|go into|get into|disclose|reveal|comment"
            r"|be specific)(?: \w+){0,4})?"
            r"|(?:that |it |this )?(?:i'll |i |i'd )?(?:rather )?keep (?:that |it |this "
            r"|those )?(?:to myself|private|for myself)(?: \w+){0,3}|that's my (?:own )?(?:business|affair"
            r"|secret)|next question please i won't answer"
            r"|(?:that's |that is |it's |it is )?none of your (?:business|concern)(?: \w+)*|(?:that's"
            r"|that is|it's|this is) (?:\w+ )?(?:private|personal|confidential|sensitive"
            r"|not your business)(?: (?:to me|for me|information|info|matter|thing|stuff|i'm afraid|sorry"
            r"|i think|question))?"
            r"|private|confidential|personal|no comment(?: \w+){0,4}|not (?:going to|gonna|willing to"
            r"|comfortable) (?:answer|say|share|tell|discuss|sharing|answering|discussing"
            r"|saying)(?: \w+){0,4}"
            r"|(?:i'm afraid )?i'm not (?:going|gonna|willing|comfortable|able)(?: to)? (?:answer|say"
            r"|share|tell|discuss|sharing|answering|discussing|saying|disclose)(?: \w+){0,4}"
            r"|(?:i )?(?:(?:won't|don't want to|do not want to|am not allowed to|i'm not allowed to"
            r"|not allowed to|don't feel like|wouldn't like to|don't wish to|refuse to) (?:say|answer"
            r"|share|tell|discuss|disclose|reveal|talk about|go into|get into|answering|sharing|comment)"
            r"|can't (?:share|disclose|discuss|reveal|talk about|go into|get into|comment"
            r"|answer))(?: \w+){0,4}"
            r"|keep (?:that|it|this) (?:private|to myself)|under nda|that's between me and \w+(?: \w+)*"
            r"|don't ask(?: \w+){0,3}|mind your own business|i decline(?: to \w+)?|decline|(?:it|this"
            r"|that) is (?:\w+ )?(?:confidential|private|personal|sensitive)|(?:i )?(?:rather|prefer"
            r"|would prefer) to not (?:say|answer|tell|share|discuss)(?: \w+){0,3}|(?:that"
            r"|this) (?:one )?i (?:will|would|do|can) (?:not|rather not) (?:say|answer|tell|share"
            r"|disclose)|i (?:will|would|shall) not (?:say|answer|tell|share|disclose)(?: \w+){0,3}"
            r"|not something i (?:want to |wish to |can |like to )?(?:share|discuss|talk about|answer|say)"
            r"|that's not something (?:\w+ ){1,4}(?:share|discuss|talk about|answer|say)|not for sharing)"
        ),
    ),
    (
        "dont_know",
        _whole(
            r"(?:(?:i )?(?:really |honestly |just |still |truly |genuinely )?(?:don't|do not|wouldn't"
            r"|didn't) (?:really |honestly |actually |quite |even )?know(?: (?:yet|what to say"
            r"|how to answer|the answer|that|about that|either|sorry))?"
            r"|dunno|idk|no (?:idea|clue)|(?:i )?have(?:n't)? (?:got )?(?:no|a|any|the faintest"
            r"|the foggiest) (?:idea|clue)|haven't (?:a clue|got a clue|the foggiest|the faintest|an idea"
            r"|really thought about (?:it|that)|thought about (?:it|that)(?: yet)?)"
            r"|i've (?:not|never) (?:really )?thought about (?:it|that)(?: \w+){0,2}|i(?:'ve"
            r"| have) no (?:idea|clue)(?: \w+){0,3}|never (?:really )?thought about (?:it|that)"
            r"|(?:i'm )?not (?:really |entirely |quite |so |at all |too |very |100 )?(?:sure"
            r"|certain)(?: (?:yet|about that|about it|what to say|how to answer|how to answer that))?"
            r"|unsure|beats me|who knows|search me|can't say|couldn't (?:say|tell you)|can't tell"
            r"|hard to know|don't have an answer(?: \w+){0,3}|god knows|no answer|i couldn't say)"
        ),
    ),
    (
        "skip",
        _whole(
            r"(?:skip|pass|next|skipping|move on|moving on|go on|next question|next one|next topic"
            r"|go to the next(?: \w+)?|move to the next(?: \w+)?|(?:skip|pass)(?: on)? (?:it|this|that"
            r"|on this|on that|to the next(?: \w+)?|this one|that one|the question)"
            r"|leave (?:that|it|this)(?: one)?(?: out)?|ask me something else|another question"
            r"|something else|something different|come back to (?:it|that|this)(?: later)?|not now)"
        ),
    ),
    (
        "back",
        _whole(
            r"(?:(?:go |going |step |take me )?back(?: (?:one|a step|to the (?:last|previous|one before"
            r"|question before)(?: \w+)*|up|please))?|previous(?: question| one)?|the (?:previous"
            r"|last) question(?: again)?|undo|return to the (?:previous|last)(?: \w+)*)"
        ),
    ),
    (
        "finish",
        _whole(
            r"(?:(?:stop|finish|quit|exit|end|enough|done|wrap up|wrap it up|wrap this up|finished|bye"
            r"|goodbye|stop (?:here|now|it|there)|finish (?:here|now|up|it|there)|end (?:here|it|now|this"
            r"|it here|the interview|the conversation|there)|call it a day"
            r"|that's (?:enough|all i have time for|it from me|it for (?:today|now|me)|all from me"
            r"|all for (?:today|now))|i'm (?:done|finished|out|off)(?: (?:here|with this|answering"
            r"|talking))?|(?:i )?(?:have to|need to|got to|must|gotta|'ve got to|should) (?:go|run|leave"
            r"|stop|dash|head off)(?: \w+){0,3}|i've (?:got to|had enough)(?: (?:go|run|leave|stop|dash))?"
            r"|no more questions|(?:give|show|get) (?:me )?(?:the|my) (?:report|result|results"
            r"|recommendation|answer)|(?:go|skip|jump|straight) (?:straight )?to the (?:report|result"
            r"|results|end)|(?:the )?report now|just (?:the|my) (?:report|result|recommendation)"
            r"|stop the interview|finish the interview|what's the (?:result|verdict|recommendation)"
            r"|stop asking(?: \w+){0,3}|enough questions|let's stop|close (?:it|this)|i'd stop here))"
        ),
    ),
    (
        "why",
        _whole(
            r"(?:why|why (?:do|are|would|did) you (?:ask|asking|want|need|care|wanna)(?: \w+){0,6}"
            r"|why (?:does|is|would|should) (?:that|this|it)(?: \w+){0,6}|why (?:this|that)(?: question)?"
            r"|why (?:is|are) (?:that|this|it|you) (?:important|relevant|asking)(?: \w+){0,4}|what (?:does"
            r"|has|is|'s)? ?(?:that|this|it) (?:have |got |got to |to )?(?:to )?do with(?: \w+){0,5}"
            r"|what's (?:that|this|it) (?:got |have )?(?:to do with|for)(?: \w+){0,5}|what's the (?:point"
            r"|reason|relevance|purpose)(?: \w+){0,5}|how (?:is|does) (?:that|this|it) (?:relevant|matter"
            r"|related|help|important)(?: \w+){0,4}|what for|for what|what (?:do"
            r"|did) you mean(?: \w+){0,6}|what does that mean|i don't (?:understand|get)(?: \w+){0,4}"
            r"|(?:rephrase|repeat|explain|clarify)(?: (?:the|that|this|your|it))?(?: question)?|come again"
            r"|in what sense|like what|for example|such as|(?:ask|say|put) (?:that|it) (?:again"
            r"|differently|another way)|pardon|sorry|what|huh|which means)"
        ),
    ),
    (
        "left",
        _whole(
            r"(?:how (?:many|much) (?:more|longer|questions|question|left|is left|to go|are left"
            r"|further)(?: \w+){0,5}|how long (?:will|is|does|do|till|until|left|to go|more|have"
            r"|before)(?: \w+){0,6}|how far (?:are we|along|in|through)(?: \w+){0,3}|are we (?:nearly "
            r"|almost )?(?:done|there|finished|at the end)(?: \w+){0,2}|(?:is|are) (?:there|it|we) (?:much"
            r"|many|nearly|almost) (?:more|left|done|over|there)(?: \w+){0,3}|how long|what's left"
            r"|how much is left|how many|many more|much longer|when (?:will|is|are) (?:this|it"
            r"|we) (?:be )?(?:over|done|finished))"
        ),
    ),
    (
        "summary",
        _whole(
            r"(?:(?:summary|summari[sz]e|recap|sum up|sum it up|sum this up|give me a (?:summary|recap)"
            r"|show me (?:a|the) (?:summary|recap))(?: (?:so far|please|what (?:you have|you've got|i said"
            r"|we have|i've said)(?: so far)?|up to now|until now|of what \w+(?: \w+){0,3}|everything"
            r"|my answers|things|the interview|all that))*|what (?:have|do|did) you (?:got|have|understood"
            r"|understand|know|learned|noted|gathered|written)(?: \w+){0,5}|what (?:have i|did i) (?:said"
            r"|told|say|tell)(?: \w+){0,4}|where (?:are|do) we (?:stand|at|so far)?(?: \w+){0,2}"
            r"|how do you see me so far|what do you think so far|read (?:it|that) back(?: to me)?)"
        ),
    ),
    (
        "restart",
        _whole(
            r"(?:(?:start|begin) (?:over|again|afresh|anew|(?:again )?from (?:scratch|the (?:beginning"
            r"|start|top)))|restart(?: (?:it|this|the interview|everything))?|start (?:all over|over again"
            r"|this again|the interview again)|from the (?:top|beginning|start)(?: again)?|reset"
            r"|do it all again|delete everything and start again)"
        ),
    ),
    (
        "off_topic",
        _whole(
            r"(?:(?:please |now )?(?:ignore|forget|disregard) (?:all |any |the |your |my "
            r"|everything )?(?:previous |prior |above |earlier |other )?(?:instructions?|prompts?|rules?"
            r"|everything|questions)(?: .*)?|(?:tell|write|give|sing|show) (?:me |us |me a |us a |me an "
            r"|me some |a |an )(?:joke|poem|song|story|haiku|recipe|code|essay|python script|limerick"
            r"|riddle)(?: .*)?"
            r"|(?:what's|how's|how is|what is) (?:the )?(?:weather|time|date|football|score|news)(?: .*)?"
            r"|who won (?:.*)|(?:are you|you are|you're) (?:a |an )?(?:robot|bot|human|ai|real|chatgpt"
            r"|machine|program|computer|person)(?: .*)?|(?:reveal|print|show|repeat) (?:me )?(?:your "
            r"|the )?(?:system )?(?:prompt|instructions)(?: .*)?|you are now .*|act as .*)"
        ),
    ),
)

_CONFIRM = re.compile(
    r"^(?:(?:yes|yep|yeah|yup|ya|sure|correct|exactly|right|true|indeed|absolutely|definitely|ok|okay"
    r"|fine|great|perfect|good|spot on|agreed|confirmed?|fits|precisely|looks? (?:good|right|fine"
    r"|correct|ok|okay|about right)"
    r"|sounds? (?:good|right|fine|correct|about right|like me)|that's (?:right|correct|it|me"
    r"|about right|fine|accurate|true|fair|good|all right|a fair summary|exactly right)|(?:it's "
    r"|that is |this is |all |it is |you've got it |you got it |pretty much |mostly |quite "
    r"|very )?(?:right|correct|accurate|true|good|fine|that)|"
    r"that is (?:right|correct)|nailed it|you (?:got|have) (?:it|me)(?: right)?|i'm happy with (?:that"
    r"|it)|no changes|nothing to (?:change|add|correct)|go ahead|carry on|it is|it does|makes sense"
    r"|fair enough|i confirm|haan|si|oui|ja) ?)+"
    r"(?:(?: ?(?:thanks|thank you|please|all|to me|enough|i think|of me|so far|that|summary|mate|as it is|as is)))*$"
)
_REJECT = re.compile(
    r"^(?:no|nope|nah|wrong|incorrect|not (?:quite|really|right|correct|exactly|true|accurate)"
    r"|that's (?:not|wrong|incorrect)|this is (?:not|wrong)|it's (?:not|wrong)|not at all|false"
    r"|there's a mistake|you got|you've got .* wrong|that isn't|one (?:thing|correction|mistake))\b"
)
_NOTHING = re.compile(
    r"^(?:no|nope|nah|nothing|none|that's (?:all|it|everything)|i think that's (?:all|it|everything)"
    r"|nothing (?:else|more|comes to mind|to add)|no that's (?:all|it)|not really|all (?:good|covered"
    r"|said)|you(?:'ve| have) covered (?:it|everything))\b"
)

_CHANGE = re.compile(
    r"\b(?:(?:change|correct|fix|edit|amend|revise|update|redo|modify) (?:my|the|that|an|one"
    r"|what) (?:\w+ ){0,3}?(?:answer|answers|reply|response|said)|change (?:my|the) (?:answer|mind"
    r"|reply)|(?:i've|i have|i) changed my mind"
    r"|(?:actually|sorry|wait|hang on|hold on|correction|no wait|oops|hm|hmm)(?: \w+){0,2} (?:earlier"
    r"|before|previously)|(?:earlier|before|previously) (?:i|when i) (?:said|told|mentioned|answered"
    r"|wrote)|i (?:said|told you|mentioned|answered|wrote) (?:\w+ ){0,8}?(?:earlier|before|previously"
    r"|but that|but actually|but really|but i meant)"
    r"|let me (?:correct|rephrase|take back|change|revise)|correction|i take (?:that|it|this) back"
    r"|scratch that|strike that|i misspoke|i meant (?:to say )?|i was wrong about|on second thou?ghts?"
    r"|on reflection|go back to (?:the|my|what|where)|(?:back|return) to (?:the (?:question )?(?:about"
    r"|on)|my answer)|can i change|going back to)\b"
)
_RHETORICAL = re.compile(
    r"(?:^(?:right|you know|ok|okay|no|yes|yeah|so|well|really|seriously|why not|who doesn't"
    r"|who wouldn't|who knows|what else|what can i say|how should i (?:put|say) (?:it|this|that)"
    r"|how (?:do|can|shall|should) i (?:put|say|explain) (?:it|this|that)"
    r"|does (?:that|this|it) (?:make sense|help|answer \w+ question|count)|(?:is|was) (?:that|this"
    r"|it) (?:ok|okay|enough|clear|what you (?:mean|meant|want)|helpful|fine|alright)"
    r"|if that makes sense|you know what i mean|know what i mean|make sense|get it|see|isn't (?:it"
    r"|that|everyone)|aren't (?:we|they|you)|haven't they|have they|don't (?:we|you|they)"
    r"|doesn't (?:it|everyone|everybody)|wouldn't (?:you|everyone|anyone|anybody)|guess what"
    r"|what's not to (?:like|love)|what would i (?:do|say)|where (?:do|should|shall) i (?:start|begin)"
    r"|who isn't|who likes .*|who wants .*|who needs .*|what do i know|what more .*|how hard can .*"
    r"|what could go wrong)$"
    r"|\b(?:right|isn't it|you know|don't you think|haven't they|aren't they|doesn't it"
    r"|if you know what i mean|no|innit|eh|huh|or not|wouldn't it|hasn't it|is it|yeah)$)"
)
_ASKS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|by the way|btw|also|quick question|just curious|curious|one question"
    r"|question|wait|hang on|hmm|oh|well|actually|before i answer|first|before that|i wonder"
    r"|i'm wondering|wondering|tell me|out of curiosity|incidentally|can i ask|may i ask|could i ask"
    r"|can you tell me|could you tell me|do you know|i'd like to know|i want to know|remind me"
    r"|please explain|sorry|um|uh|though) )*"
    r"(?:what(?:'s| is| are| does| do| did| would| kind| about| sort| salary| pay| else| exactly"
    r"| skills| should)|how (?:much|many|do|does|is|are|long|would|can|hard|often|different|about|did"
    r"|should|come)|which|who(?:'s| is| are| does| earns| writes| makes| hires| pays)|whose|when (?:do"
    r"|does|is|are)|where (?:do|does|is|are)|why (?:do|does|is|are|would|don't)"
    r"|(?:do|does|did|is|are|can|could|should|would|will) (?:an?|the|most|all|those|these|they|there"
    r"|fdes?|mles?|tams?|i|it|you|we|ml|mlops|ai|sales|forward|technical|people|companies|someone"
    r"|somebody|one|that)|explain|define|tell me (?:about|more|what|how|which|who)|what an?"
    r"|difference between)\b"
)
_ASIDE = re.compile(
    r"\b(?:by the way|btw|quick question|just curious|out of curiosity|can i ask|may i ask|could i ask"
    r"|can you tell me|could you tell me|tell me (?:about|what|how|which|more)|i wonder|i'm wondering"
    r"|one question|question for you|curious)\b"
)
_SMALL_TALK = re.compile(
    r"^(?:(?:well|so|and|oh|by the way) )*(?:did|have|do|are|will|would) you (?:see|seen|hear|heard"
    r"|catch|watch|been|tried|try|like|want|coming|busy|married|enjoy)\b"
)
_LEADS_IN = re.compile(
    r"^(?:(?:so|and|also) )*(?:i|we|you|somebody|someone) (?:'ve )?(?:read|saw|see|heard|hear|said|say|mentioned)\b"
)
_ABOUT_SELF = re.compile(
    r"^(?:what|how|which|where|when|why|who) (?:i|i'd|i'm|my|we|we're|our|excites|drives|motivates"
    r"|matters|drains|interests|bothers|they|he|she)\b"
)


def control(text: str, pending: str | None) -> Intent | None:
    """The intent of a message that is a control as a whole; `text` is words joined by spaces."""
    for intent, pattern in _WHOLE:
        if pattern.match(text):
            return intent
    if pending is None:
        if _CONFIRM.match(text):
            return "confirm"
        if _REJECT.match(text) or _NOTHING.match(text):
            return "reject"
    return None


def wants_change(text: str) -> bool:
    return bool(_CHANGE.search(text))


def question_in(message: str, parts: list[Clause]) -> str:
    """The part of the message that asks us something; empty where none does."""
    asked: list[Clause] = []
    sentences: dict[int, list[Clause]] = {}
    for part in parts:
        sentences.setdefault(part.sentence, []).append(part)
    for group in sentences.values():
        begin = None if _SMALL_TALK.match(joined(group[0].words)) else _question_start(group)
        if begin is None:
            continue
        asked += group[begin:]
    if not asked:
        return ""
    first, last = asked[0], asked[-1]
    end = last.end
    while end < len(message) and message[end] in "?？!":
        end += 1
    return message[first.start : end].strip()


def _question_start(group: list[Clause]) -> int | None:
    """Index of the clause of a sentence from which on it asks us something; None when it does not."""
    whole = " ".join(joined(c.words) for c in group)
    marked = group[-1].asks
    if marked and (_RHETORICAL.search(whole) or _RHETORICAL.search(joined(group[-1].words))):
        return None
    for i, clause in enumerate(group):
        text = joined(clause.words)
        aside = _ASIDE.search(text)
        if _ABOUT_SELF.match(text) and not marked:
            continue
        if _ASKS.match(text) and (marked or aside or _bare_question(text)):
            return 0 if i == 1 and _LEADS_IN.match(joined(group[0].words)) else i
        if aside and (marked or _ASKS.match(text[aside.end() :].strip()) or _ASKS.match(text[aside.start() :])):
            return i
    if (
        marked
        and len(group) == 1
        and re.search(r"\b(?:you|your|salary|salaries|pay|paid|role|roles|job|difference|mean|earn)\b", whole)
    ):
        return 0
    return None


def _bare_question(text: str) -> bool:
    """A question typed without its mark: it inverts or asks for a fact, and is not a relative clause."""
    return bool(
        re.match(
            r"^(?:(?:and|so|ok|btw|by the way|but|also) )*(?:what (?:does|do|is|are|did)|what's"
            r"|how (?:much|many|do|does|is|are|long)|which (?:of|one|role|roles|pays|is|has)|who (?:earns"
            r"|writes|makes|is|does|pays)|(?:do|does|is|are|can) (?:an?|fdes?|mles?|tams?|they|mlops|ml|ai"
            r"|sales)|difference between|explain|define|tell me (?:about|what|how|which|more))\b",
            text,
        )
    )
