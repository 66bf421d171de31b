"""The level and the years of a formation, from the two scales of ONISEP, which disagree by design."""

from core.opendata_levels import STUDY_LEVELS, certified_level
from core.text import fold

UNKNOWN_WORDS = "le guide ne connaît pas « {} »"
BY_WORDS = {fold(level.words): level for level in STUDY_LEVELS.values()}


def level_fields(certification, study="", ref=""):
    """Return ({niveau, annees_apres_bac}, a reason or "") of a formation.

    `certification` is the level of the national register, which is followed; what it does not register has
    the level of its studies (`ref`, « REF.410 », or its words). Years count the studies: a certificate of
    level 7 may take bac + 6. They are left out, and the reason says so, when they stop below the certificate.
    """
    try:
        certified = certified_level(certification)
    except ValueError:
        return {}, UNKNOWN_WORDS.format(certification)
    studies = STUDY_LEVELS.get(ref) or BY_WORDS.get(fold(study))
    if studies is None:
        fields = {} if certified is None else {"niveau": int(certified)}
        return fields, UNKNOWN_WORDS.format(study) if study or ref else ""
    if certified is None:
        level = studies.niveau
        return {"niveau": None if level is None else int(level), "annees_apres_bac": studies.annees}, ""
    if studies.niveau is not None and studies.niveau < certified:
        reason = f"« {study} » ne va pas avec « {certification} », qui est suivi"
        return {"niveau": int(certified), "annees_apres_bac": None}, reason
    return {"niveau": int(certified), "annees_apres_bac": studies.annees}, ""
