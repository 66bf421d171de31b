"""The « Salaire » section of an ONISEP fiche → an amount where it is certain, else the reason why not.

Pure. The prose is always kept, and is shown beside the amount. Nothing is supposed: a period or a nature
that the text does not say stays empty. An amount is certain when one sentence begins with it in a known
form, and no other amount, no Smic and no other unit than time stands in the section. The Smic is one too
where a sentence begins with it: its amount is that of the values of reference, on the day it is shown.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from core.opendata_html import to_markdown
from core.opendata_text import clean
from metiers.plausibility import WIDEST
from metiers.salaires import EUR, ONE, SMIC, SMIC_UNIT

SECTION = "Salaire"
# In characters: the longest of the 826 sections of 2024 has 483. No form is looked for in a longer one.
LONGEST = 2_000


class Reason(Enum):
    """Why a section gives no amount that is certain; in French, as the report of an import says it."""

    EMPTY = "la section est vide"
    NO_AMOUNT = "le texte ne donne aucun montant"
    SMIC_AND_AMOUNT = "le Smic et un montant, ou une part du Smic"
    SMIC_IN_PART = "le Smic d’un autre temps de travail, ou qui n’est pas atteint"
    SEVERAL = "plusieurs montants"
    NO_EURO = "un nombre sans son unité"
    OTHER_UNIT = "payé autrement qu’au temps : cachet, forfait, honoraires, indemnités"
    AVERAGE = "une moyenne ou une médiane, non un salaire de départ"
    CAREER = "une fourchette qui suit l’expérience"
    TOO_WIDE = "une fourchette trop large pour être sûre"
    FORM = "une forme que l’on ne sait pas lire"


@dataclass(frozen=True)
class Pay:
    """An amount in the words of the source: `maximum` None for « à partir de », the minimum if alone.

    `periode`, `nature` and `devise` (€ or the Smic) are codes of `Salaire`, the first two empty where the
    source does not say them; `environ` says that the source gives the amount as near.
    """

    minimum: Decimal
    maximum: Decimal | None
    periode: str = ""
    nature: str = ""
    environ: bool = False
    devise: str = EUR


@dataclass(frozen=True)
class Reading:
    """What a section says: its `prose` (Markdown), and a `pay` or a `reason` why not.

    `debutant`: the heading or the text says that it is the pay of a beginner.
    """

    prose: str
    debutant: bool = False
    pay: Pay | None = None
    reason: Reason | None = None


AMOUNT = r"(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d{1,2})?(?![\d.,]*\d)"
EURO = r"(?:euros?\b|€)"
NATURES = {"brut": r"brute?s?\b", "net": r"nets?\b"}
PERIODES = {
    "mois": r"(?:par mois\b|mensuel(?:le)?s?\b|/ ?mois\b)",
    "semaine": r"(?:par semaine\b|hebdomadaires?\b)",
    "jour": r"par jour\b",
    "heure": r"(?:par heure\b|de l’heure\b)",
    "an": r"(?:par an\b|annuel(?:le)?s?\b)",
}
WORDS = [EURO, r"environ\b", r"\(hors primes?\)", *NATURES.values(), *PERIODES.values()]
# Possessive: a unit is never left to what follows the amount.
UNITS = rf"(?: ?(?:{'|'.join(WORDS)}))*+"
FORM = re.compile(
    r"(?P<near>(?:environ|autour de|près de) ?)?(?P<lead>(?:à|a) ?partir d[eu] |de |entre )?"
    rf"(?P<low>{AMOUNT})(?P<units>{UNITS})"
    rf"(?:(?P<link>,? (?:et )?jusqu’à| à| et) (?P<high>{AMOUNT})(?P<more>{UNITS}))?"
    # What follows qualifies the amount; « par représentation » or « à 3 000 » would change it.
    r"(?P<rest>(?: et plus)?(?=$|[,;.(+]| (?!par |à \d|à partir|et |jusqu’|/)).*)$",
    re.IGNORECASE,
)
# A range has its second amount after these, whatever its first word.
LINKS = {"": {"à"}, "de": {"à", "jusqu’à"}, "entre": {"et", "à"}, "partir": {"à", "jusqu’à"}}

# One is sometimes a paragraph.
HEADING = re.compile(r"#|Salaire (?:du |de )?débutant$")
BEGINNER = re.compile(r"\bdébutant|\bdébut de carrière", re.IGNORECASE)
SMIC_WORD = re.compile(r"\bsmict?\b", re.IGNORECASE)
SMIC_FORM = re.compile(
    r"(?P<near>environ )?(?P<lead>(?:à|a) partir du )?(?:le )?smic\b(?P<more> (?:au minimum|et plus)\b)?",
    re.IGNORECASE,
)
# « Sur une base de 39 heures », « 35 heures par mois », « le Smic n’est pas toujours atteint ».
IN_PART = re.compile(r"\b(?!35\b)\d+ ?h|\bheures?\b.*\bmois\b|\bpas\b", re.IGNORECASE)
CITATION = re.compile(r"^Source :.*$", re.MULTILINE)
END_OF_CAREER = re.compile(rf"(?<=début de carrière) \({AMOUNT}{UNITS} en fin de carrière\)", re.IGNORECASE)
# Numbers that are no amounts: hours of work, years of study, steps of a scale.
COUNTS = re.compile(r"\b\d+ ?(?:heures?|h)\b|\bbac ?\+ ?\d+(?:, \+ ?\d+)*|\b\d+(?:er?|re|e)\b", re.IGNORECASE)
MONEY = re.compile(rf"{AMOUNT} ?(?:{EURO}|brut|%)|\d{{3,}}", re.IGNORECASE)
OTHER_UNITS = re.compile(
    r"\b(?:représentation|cachet|mille? nautique|séance|forfait|honoraires|tarif|prestation|par enfant"
    r"|pourcentage|droits d’auteurs?|saison|hiver|été|indépendants?|libéral)\b|d’indemnité",
    re.IGNORECASE,
)
AVERAGES = re.compile(r"\bmoyenn?e?\b|\bmédiane?\b", re.IGNORECASE)
CAREERS = re.compile(
    r"\b(?:fonction|selon|suivant|vari\w+)\b[^.]*\b(?:expérience|ancienneté|échelon)\b|\bfin de carrière\b",
    re.IGNORECASE,
)


def section(text):
    """Return the « Salaire » section of a field, HTML or Markdown, as Markdown without its heading; or ""."""
    found = re.search(
        rf"(?ms)^(#+) {SECTION} *$\n*(.*?)(?=^\1 |\Z)", to_markdown(text) if "<" in text else text
    )
    return found[2].strip() if found else ""


def read(text):
    """Return the `Reading` of a « Salaire » section (HTML or Markdown, its sub-headings with it)."""
    lines = [line for line in (to_markdown(text) if "<" in text else text).split("\n") if clean(line)]
    headings = [line for line in lines if HEADING.match(line)]
    prose = "\n\n".join(line for line in lines if line not in headings and re.search(r"\w", line))
    if len(prose) > LONGEST:
        return Reading(prose, reason=Reason.FORM)
    plain = CITATION.sub("", "\n".join(clean(line.replace("\\", "")) for line in prose.split("\n\n"))).strip()
    sentences = [part.strip(" .") for part in re.split(r"\n|\.\s+(?=[A-ZÀ-Ý\d])|;", plain)]
    pay, reason = judge(plain, [sentence for sentence in sentences if sentence])
    return Reading(prose, bool(BEGINNER.search(" ".join([*headings, plain]))), pay, reason)


def judge(plain, sentences):
    """Return (`Pay` or None, `Reason` or None): one of the two is given."""
    plain, sentences = (END_OF_CAREER.sub("", plain), [END_OF_CAREER.sub("", each) for each in sentences])
    amounts = MONEY.findall(COUNTS.sub("", plain))
    if not sentences:
        return None, Reason.EMPTY
    if not amounts:
        found = next(filter(None, map(SMIC_FORM.match, sentences)), None)
        reason = (Reason.SMIC_IN_PART if IN_PART.search(plain) else None) if found else Reason.NO_AMOUNT
        return (None, reason) if reason else (smic_of(found), None)
    if SMIC_WORD.search(plain):
        return None, Reason.SMIC_AND_AMOUNT
    found = next(filter(None, map(FORM.match, sentences)), None)
    reason = refusal(found, plain) if found else reason_of_form(plain, amounts)
    return (None, reason) if reason else (pay_of(found), None)


def smic_of(found):
    """Return the `Pay` of a sentence that begins with the Smic."""
    is_open = found["lead"] or found["more"]
    return Pay(ONE, None if is_open else ONE, *SMIC_UNIT, bool(found["near"]), SMIC)


def reason_of_form(plain, amounts):
    """Return why a text that no form fits gives no amount."""
    if len(amounts) > 2:
        return Reason.SEVERAL
    if OTHER_UNITS.search(plain):
        return Reason.OTHER_UNIT
    return Reason.FORM if re.search(EURO, plain, re.IGNORECASE) else Reason.NO_EURO


def refusal(found, plain):
    """Return the `Reason` why the sentence that fits a form gives no certain amount, None if it does."""
    units, high, rest = f"{found['units']} {found['more'] or ''}", found["high"], found["rest"]
    if MONEY.search(COUNTS.sub("", plain.replace(found[0].removesuffix(rest), "", 1))):
        return Reason.SEVERAL
    if not re.search(EURO, units, re.IGNORECASE):
        return Reason.NO_EURO
    if OTHER_UNITS.search(rest):
        return Reason.OTHER_UNIT
    if AVERAGES.search(rest):
        return Reason.AVERAGE
    if high and CAREERS.search(plain):
        return Reason.CAREER
    if not well_formed(found) or len(said(PERIODES, units)) > 1 or len(said(NATURES, units)) > 1:
        return Reason.FORM
    return Reason.TOO_WIDE if high and number(high) > WIDEST * number(found["low"]) else None


def lead_of(found):
    """Return the word that opens the amount: « de », « entre », « partir » or ""."""
    lead = (found["lead"] or "").lower().strip()
    return "partir" if "partir" in lead else lead


def well_formed(found):
    """Say whether the amounts stand in order, and one or two as the first word asks for."""
    lead = lead_of(found)
    if not found["high"]:
        return lead in ("", "partir")
    return found["link"].split()[-1].lower() in LINKS[lead] and number(found["low"]) < number(found["high"])


def pay_of(found):
    """Return the `Pay` of a sentence that is certain."""
    units = f"{found['units']} {found['more'] or ''}"
    low, high = number(found["low"]), found["high"]
    opened = lead_of(found) == "partir" or found["rest"].startswith(" et plus")
    last = number(high) if high else None if opened else low
    near = bool(found["near"]) or bool(re.search(r"\benviron\b", f"{units}{found['rest']}"))
    return Pay(low, last, "".join(said(PERIODES, units)), "".join(said(NATURES, units)), near)


def said(meanings, units):
    """Return the codes whose words stand among the units."""
    return [code for code, words in meanings.items() if re.search(words, units, re.IGNORECASE)]


def number(text):
    """Return « 1 944,50 » as a `Decimal`."""
    return Decimal(text.replace(" ", "").replace(",", "."))
