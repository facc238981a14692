"""Facts about a person that a fair interview neither asks for nor uses, where the person volunteers them."""

from __future__ import annotations

import re

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "age",
        r"\b(?:i'm|i am|im|i was|turning|just turned|turned|i've turned|aged?|at) (?:only |almost "
        r"|nearly |already |now )?(?:1[6-9]|[2-7]\d)(?: years? (?:old|young)| yo| y/o)?(?=\s*(?:$"
        r"|[.,;!?)]|and\b|so\b|but\b|with\b|now\b|i\b|i'm\b|i've\b|years? old))(?! ?(?:%|k\b|percent|days|months|hours"
        r"|people|accounts))"
        r"|\b\d{2}[- ]years?[- ]old\b|\bat my age\b|\bmy age\b|\bin (?:my|their) (?:early |late "
        r"|mid )?(?:twenties|thirties|forties|fifties|sixties|20s|30s|40s|50s|60s)\b|\b(?:too"
        r"|not getting any|getting) (?:old|younger|older)\b|\bi'?m (?:old|older|young"
        r"|retiring soon)\b|\bborn in (?:19|20)\d\d\b|\bnear(?:ing)? retirement\b",
    ),
    (
        "family",
        r"\b(?:my|our|two|three|four|small|young|have|the|with|a|a new|newborn) (?:\w+ )?(?:kids?"
        r"|child|children|babys?|baby|toddlers?|daughters?|sons?|newborn|twins)\b|\b(?:my"
        r"|our) (?:\w+ )?(?:wife|husband|spouse|girlfriend|boyfriend|fianc[ée]e?|mother|father|mum|mom"
        r"|dad|parents|family|marriage|in-laws)\b(?! (?:say|says|said|think|thinks|business))"
        r"|\b(?:pregnan\w+|maternity|paternity|parental leave|breastfeed\w*|single (?:mother"
        r"|father|mom|mum|dad|parent)|married|divorc\w+|widow\w*|getting married|expecting (?:a "
        r"|our )?(?:\w+ )?(?:baby|child)|a (?:father|mother|parent|dad|mum|mom) of|childcare"
        r"|school run|caring for (?:my|a)|carer)\b|\bmy partner (?:is|and|has|works|lives|just)\b",
    ),
    (
        "health",
        r"\b(?:i have|i've|i've got|i got|i had|my|with|due to|because of|diagnosed with"
        r"|recovering from|suffer(?:ing)? from|living with) (?:\w+ ){0,3}?(?:diabetes|cancer"
        r"|depression|adhd|add|autism|asperger\w*|dyslexia|epilepsy|migraines?|asthma|arthritis|ms|hiv"
        r"|ptsd|bipolar|ocd|anxiety(?: disorder)?|chronic \w+|illness|disease|disability|surgery"
        r"|back (?:pain|problem|problems|injury)|bad back|heart (?:condition|problem|attack|surgery)"
        r"|health(?: (?:condition|issue|issues|problem|problems|reasons))?|medical (?:condition|issue"
        r"|reasons)|burn ?out|stroke|long covid|panic attacks|hearing loss|insomnia|ill health"
        r"|condition)\b"
        r"|\b(?:i'm|i am) (?:\w+ )?(?:disabled|deaf|blind|autistic|dyslexic|diabetic|bipolar|sick"
        r"|ill|in a wheelchair|neurodivergent|on the spectrum|epileptic|in recovery|sober"
        r"|an alcoholic|depressed)\b|\b(?:wheelchair|chemotherapy|dialysis|sick leave"
        r"|mental health|my therapist|in therapy|medication|burnt out last year|hearing aid)\b",
    ),
    (
        "origin",
        r"\b(?:as an? |i'm an? |i am an? )(?:\w+ )?(?:immigrant|refugee|foreigner|expat|asylum seeker"
        r"|person of colou?r|minority|black|african|asian|hispanic|latina?o?|arab|jew|roma)\b"
        r"|\b(?:my (?:accent|skin|skin colou?r|ethnicity|race|nationality|citizenship|visa|work permit"
        r"|green card|immigration status|caste|mother tongue|heritage|roots))\b"
        r"|\bi'?m (?:originally |actually )?(?:nigerian|indian|chinese|polish|german|french"
        r"|turkish|syrian|mexican|brazilian|american|british|russian|ukrainian|pakistani|iranian"
        r"|romanian|greek|spanish|italian|korean|japanese|vietnamese|filipin[oa]|black|white|asian"
        r"|hispanic|latina?o?|arab)\b|\b(?:h-?1b|h1-?b|visa sponsorship|need sponsorship"
        r"|originally from|i come from|born and raised in|was born in|i was born|on a visa|dalit"
        r"|brahmin|schedule[d]? caste|ethnic minority)\b",
    ),
    (
        "religion",
        r"\b(?:i'm|i am|as an?|being an?|practi[sc]ing|devout) (?:\w+ )?(?:muslim|christian|jewish|jew"
        r"|hindu|sikh|buddhist|catholic|protestant|atheist|mormon|religious|evangelical)\b"
        r"|\b(?:my (?:religion|faith|church|mosque|synagogue|temple|prayers?)|ramadan|sabbath|shabbat"
        r"|friday prayers?|observ(?:e|ant) jew\w*|pray (?:five|daily))\b",
    ),
    (
        "orientation",
        r"\b(?:i'm|i am|as an?|being an?|openly) (?:\w+ )?(?:gay|lesbian|bi|bisexual|queer|trans"
        r"|transgender|non-?binary|straight|asexual|lgbtq?\w*)\b|\bmy (?:transition to (?:female|male)"
        r"|sexual orientation|pronouns)\b|\b(?:came out as)\b",
    ),
    (
        "gender",
        r"\b(?:as a|being a|i'm a|i am a|i'm the only) (?:\w+ )?(?:woman|man|female|male|girl"
        r"|guy in her|lady)\b(?! (?:of few words))|\bwomen like me\b|\bmy (?:gender|periods?"
        r"|menopause)\b|\bmenopause\b",
    ),
    (
        "politics",
        r"\bi (?:vote|voted) (?:for )?\w+|\b(?:my (?:politics|political (?:views|party))|(?:i'm"
        r"|i am) (?:a )?(?:union (?:member|rep)|republican|democrat|conservative voter|labour voter"
        r"|communist|socialist))\b|\b(?:trade union member|criminal record|conviction)\b",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
_FLAT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def protected(message: str) -> list[tuple[str, int, int]]:
    """(kind, start, end) of each protected fact in the message, in order."""
    text = message.translate(_FLAT)
    found = [(kind, m.start(), m.end()) for kind, pattern in _PATTERNS for m in pattern.finditer(text)]
    return sorted(found, key=lambda f: f[1])
