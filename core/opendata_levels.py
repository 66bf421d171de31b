"""The levels that files of open data name → the levels and years of the guide.

Pure but for `Niveau`. A number of years is no level: bac + 4 is reached in a master whose diploma is not
(level 6), bac + 6 and bac + 7 are years of specialised masters and of health (level 7).
Sources: the sixteen `REF.` of ONISEP (Idéo-Fiches métiers and formations, 25/06/2024) and the French
framework of certifications (decree no. 2019-14 of 8 January 2019), as in `core/niveaux.py`.
"""

import re
from dataclasses import dataclass

from core.niveaux import Niveau


@dataclass(frozen=True)
class StudyLevel:
    """A level of studies: its words, the `Niveau` or None, the least years after the bac or None.

    `niveau` is None where the words name none of the guide's: the brevet is a diploma, and is below the
    CAP; « autre formation » may be any. `annees` is None where the words count none.
    """

    words: str
    niveau: Niveau | None
    annees: int | None = None


# By identifier: the same label is written in several ways.
STUDY_LEVELS = {
    "REF.414": StudyLevel("sans diplôme", Niveau.AUCUN),
    # A class, not a diploma: whoever leaves it may apply.
    "REF.406": StudyLevel("3e", Niveau.AUCUN),
    "REF.408": StudyLevel("diplôme national du brevet", None),
    "REF.415": StudyLevel("autre formation", None),
    "REF.413": StudyLevel("CAP ou équivalent", Niveau.CAP),
    "REF.404": StudyLevel("CAP ou équivalent + 1 an", Niveau.CAP),
    "REF.412": StudyLevel("bac ou équivalent", Niveau.BAC, 0),
    "REF.420": StudyLevel("bac + 1", Niveau.BAC, 1),
    "REF.411": StudyLevel("bac + 2", Niveau.BAC_2, 2),
    "REF.421": StudyLevel("bac + 3", Niveau.BAC_3, 3),
    "REF.422": StudyLevel("bac + 4", Niveau.BAC_3, 4),
    "REF.410": StudyLevel("bac + 5", Niveau.BAC_5, 5),
    "REF.423": StudyLevel("bac + 6", Niveau.BAC_5, 6),
    "REF.424": StudyLevel("bac + 7", Niveau.BAC_5, 7),
    "REF.425": StudyLevel("bac + 8", Niveau.BAC_8, 8),
    "REF.426": StudyLevel("bac + 9 et plus", Niveau.BAC_8, 9),
}

CERTIFIED = re.compile(r"(?:niveau )?([3-8])(?: \(.*\))?", re.IGNORECASE)
UNCERTIFIED = {"", "non inscrit au RNCP", "non renseigné"}


def certified_level(words):
    """Return the `Niveau` of « niveau 7 (bac + 5) » or « 7 »; None where the file says that there is none.

    Never give it a bare number of the scale of before 2019, which runs the other way: its label is right.
    Raises `ValueError` for other words.
    """
    found = CERTIFIED.fullmatch(words.strip())
    if found:
        return Niveau(int(found[1]))
    if words.strip() in UNCERTIFIED:
        return None
    raise ValueError(words)
