"""The names of formations in the files of ONISEP → titles and types of the guide."""

import re

from core.opendata_text import clean
from core.text import capitalised, fold
from formations.models import Formation

Type = Formation.Type
# What a title says of the diploma's own future, which goes out of date before the title does.
STATUS = re.compile(r"\s*\(futur[es]* [^)]*\)", re.IGNORECASE)
OPENING_QUOTE = re.compile(r'(?:^|[\s(’])"\w')

# Abbreviations that one file writes and another spells out.
SHORT_FORMS = (
    (r"\bbaccalaureat\b", "bac"),
    (r"\bbac professionnel\b", "bac pro"),
    (r"\blicence professionnelle\b", "licence pro"),
    (r"\bmastere specialise\b", "mastere spe"),
    (r"\bcap agricole\b|\bcapa\b", "cap"),
    (r"\bbp jeps\b", "bpjeps"),
    (r"\bcertificat d aptitude professionnelle\b", "cap"),
    (r"\bbrevet de technicien superieur\b", "bts"),
)

# The kinds of diploma of three files (fiches, formations initiales, table de passage), folded.
TYPES = (
    (
        r"cap|certificat d aptitude professionnelle|(cap|certificat d aptitude professionnelle) agricole",
        Type.CAP,
    ),
    (r"bac pro|baccalaureat professionnel( agricole)?", Type.BAC_PRO),
    (r"(bac|baccalaureat) (general|technologique|binational)", Type.BAC),
    (r"brevet de technicien superieur agricole", Type.BTSA),
    (r"brevet de technicien superieur", Type.BTS),
    (r"bachelor universitaire de technologie", Type.BUT),
    (r"diplome universitaire de technologie", Type.DUT),
    (r"brevet professionnel de la jeunesse.*|diplome d etat( superieur)? de la jeunesse.*", Type.SPORT),
    (
        r"certificat professionnel de la jeunesse.*|diplome professionnel de l animation et du sport",
        Type.SPORT,
    ),
    (r"brevet professionnel.*", Type.BREVET_PRO),
    (r"mention complementaire.*|certificat de specialisation.*", Type.CERTIFICAT),
    (r"titre professionnel.*|titre a finalite professionnelle polynesien.*", Type.TITRE_PRO),
    (r"brevet de maitrise|(brevet|certificat) technique des metiers( superieur)?", Type.ARTISANAT),
    (r"brevet de techniciens?|diplome de technicien.*", Type.TECHNICIEN),
    (
        r"(brevet|diplome|diplome national) des metiers d art.*|diplome national d art",
        Type.ART,
    ),
    (
        r"diplome (national )?superieur (d |des )?(arts appliques|expression plastique|professionnel)",
        Type.ART,
    ),
    (r"certificat d etudes (superieures )?d arts plastiques|diplome universitaire de musicien.*", Type.ART),
    (r"diplome d etat de docteur.*|doctorat|diplome de medecine et de pharmacie", Type.DOCTORAT),
    (r"(autre )?diplome d etat.*", Type.ETAT),
    (r"diplome d etudes universitaires (scientifiques et techniques)", Type.DEUST),
    (r"licence pro|licence professionnelle", Type.LICENCE_PRO),
    (r"licence|diplome d etudes universitaires generales", Type.LICENCE),
    (r"diplome d (universite|acces aux etudes universitaires)", Type.UNIVERSITE),
    (r"magistere", Type.MAGISTERE),
    (r"diplome d ecole de commerce.*", Type.COMMERCE),
    (r"diplome d (iep|institut d etudes politiques)", Type.IEP),
    (r"diplome des ecoles d architecture", Type.ARCHITECTURE),
    (r"bachelor.*", Type.BACHELOR),
    (r"diplome d ingenieur.*", Type.INGENIEUR),
    (r"mastere specialise", Type.MASTERE),
    (r"master of science", Type.MASTER_SCIENCE),
    (r"master", Type.MASTER),
    (r"formation d ecole specialisee|certificat d etudes superieures.*", Type.ECOLE),
    (r"formation complementaire d initiative locale", Type.INITIATIVE_LOCALE),
    (r"classe preparatoire.*|preparation aux concours.*|classe de mise a niveau.*", Type.PREPARATION),
    (r"formation de fonctionnaires.*|agregation", Type.FONCTIONNAIRES),
    (r"classe de .*|diplome national du brevet", Type.CLASSE),
    (r"autre (titre|certification|diplome).*|certificat de qualification professionnelle", Type.TITRE),
    (r"diplome de specialisation professionnelle", Type.TITRE),
    (r"autre formation.*", Type.AUTRE),
)


def title(words):
    """Return the title of a formation: cleaned, a capital first, without notes on what it will become.

    Quotes that nothing opens are slips of the export.
    """
    words = STATUS.sub("", clean(words))
    if not OPENING_QUOTE.search(words):
        words = words.replace('"', "")
    return capitalised(words.strip())


def status(words):
    """Return what the diploma is about to become, « CS » for « MC (futur CS) peinture », empty if nothing."""
    found = STATUS.search(clean(words))
    return found[0].strip(" ()").split(" ", 1)[1] if found else ""


def name_key(words):
    """Return what two spellings of one name have in common."""
    key = fold(title(words))
    for pattern, short in SHORT_FORMS:
        key = re.sub(pattern, short, key)
    return key


def type_of(words):
    """Return the `Formation.Type` of the words of a file, None where the guide does not know them."""
    folded = fold(STATUS.sub("", clean(words)))
    return next((type_ for pattern, type_ in TYPES if re.fullmatch(pattern, folded)), None)
