"""How a French word sounds, roughly: « fisioterapeute » as « physiothérapeute ». Pure.

Letters that write one sound are made one. It tells fewer words apart than an ear does: it finds what a word
written by ear may have meant, where no page holds it as it was typed.
"""

import re
from functools import lru_cache

# What takes the place of what, one after the other; `C` is the sound of « ch ». By `replace`, for a whole
# vocabulary is heard while a reader waits.
SOUNDS = [
    tuple(pair.split(":"))
    for pair in (  # noqa: SIM905 (a table to be read)
        "y:i psich:psik chl:kl chn:kn chr:kr sch:C ch:C sh:C ph:f h: "
        "bb:b cc:kc dd:d ff:f gg:g ll:l mm:m nn:n pp:p rr:r ss:s tt:t "
        "eau:o au:o oeu:eu oe:e ai:e ei:e ae:e "
        "xce:kse xci:ksi x:ks sce:se sci:si ce:se ci:si z:s tion:sion tien:sien tiel:siel tial:sial "
        "qu:k q:k ck:k c:k kk:k gea:ja geo:jo ge:je gi:ji gue:ge gui:gi w:v"
    ).split()
]
# « an » and « en » sound the same to many, and so do « in » and « un ».
NASAL = re.compile(r"[aeiou][mn](?![aeiou])")
NASALS = {"a": "2", "e": "2", "i": "1", "u": "1", "o": "3"}


@lru_cache(maxsize=65536)
def sound(key):
    """Return how the key of a word sounds."""
    heard = key
    for letters, replacement in SOUNDS:
        heard = heard.replace(letters, replacement)
    return NASAL.sub(lambda found: NASALS[found[0][0]], heard)
