"""Content made from the ROME of France Travail, to measure the guide at the size of a country."""

import csv
import io
import zipfile
from itertools import cycle, islice
from pathlib import Path

from core.models import Publication, Source
from formations.models import Formation
from metiers.models import Appellation, CodeRome, Metier

TITLES, NAMES = "unix_referentiel_code_rome", "unix_referentiel_appellation"
VARIATIONS = ("junior", "senior", "en milieu rural", "à l’international")
DIPLOMAS = (
    ("CAP", "cap", 3),
    ("Bac pro", "bac-pro", 4),
    ("BTS", "bts", 5),
    ("BUT", "but", 6),
    ("Licence professionnelle", "licence-pro", 6),
    ("Master", "master", 7),
)


def read(path, member):
    """Yield the rows of a file of the ROME, from its folder, packed there or not, or from its archive."""
    path = Path(path)
    files = list(path.glob(f"{member}_v*.csv"))
    if files:
        text = files[0].read_text(encoding="utf-8")
    else:
        (path,) = list(path.glob("*.zip")) or [path]
        with zipfile.ZipFile(path) as archive:
            (name,) = [name for name in archive.namelist() if member + "_v" in name]
            text = archive.read(name).decode("utf-8")
    return csv.DictReader(io.StringIO(text))


def both_genders(label):
    """Return (masculine, feminine) of « Agent / Agente de piste »: what follows is written once."""
    if label.count(" / ") != 1:
        return label, label
    masculine, feminine = label.split(" / ")
    rest = feminine.split()[len(masculine.split()) :]
    return " ".join([masculine, *rest]), feminine


def load_metiers(path, total=None):
    """Create the métiers of the ROME with their appellations; `total` of them, the last with variations."""
    source = Source.objects.create(slug="rome", titre="ROME 4.0", libelle_court="ROME")
    titles = {row["code_rome"]: row["libelle_rome"] for row in read(path, TITLES)}
    codes = CodeRome.objects.bulk_create(
        CodeRome(code=code, libelle=title[:200], source=source) for code, title in titles.items()
    )
    metiers = Metier.objects.bulk_create(
        metier(code.lower(), both_genders(title), source) for code, title in titles.items()
    )
    of_code = dict(zip(titles, metiers, strict=True))
    Metier.codes_rome.through.objects.bulk_create(
        Metier.codes_rome.through(metier_id=of_code[code.code].pk, coderome_id=code.pk) for code in codes
    )
    names = {}
    for row in read(path, NAMES):
        masculine, feminine = both_genders(row["libelle_appellation_long"])
        # « Auteur / Auteure » and « Auteur / Autrice » are two names, a métier has the masculine once.
        masculine = feminine if (row["code_rome"], masculine) in names else masculine
        names[row["code_rome"], masculine] = feminine
    Appellation.objects.bulk_create(
        Appellation(metier=of_code[code], masculin=masculine[:160], feminin=feminine[:160], source=source)
        for (code, masculine), feminine in names.items()
    )
    more = islice(
        zip(cycle(titles.items()), cycle(VARIATIONS), strict=False), max(0, (total or 0) - len(titles))
    )
    Metier.objects.bulk_create(
        metier(f"{code.lower()}-bis", [f"{name} {words}" for name in both_genders(title)], source)
        for (code, title), words in more
    )


def metier(slug, names, source):
    masculine, feminine = (name[:160] for name in names)
    return Metier(
        slug=slug, nom_masculin=masculine, nom_feminin=feminine, etat=Publication.Etat.PUBLIE, source=source
    )


def load_formations(path, total):
    """Create as many formations, named after the métiers of the ROME: « BTS Agent de piste »."""
    source = Source.objects.get(slug="rome")
    titles = [(row["code_rome"], both_genders(row["libelle_rome"])[0]) for row in read(path, TITLES)]
    named = ((diploma, title) for diploma in DIPLOMAS for title in titles)
    Formation.objects.bulk_create(
        Formation(
            slug=f"{kind}-{code.lower()}",
            intitule=f"{words} {title}"[:250],
            type=kind,
            niveau=niveau,
            pays="FR",
            etat=Publication.Etat.PUBLIE,
            source=source,
        )
        for (words, kind, niveau), (code, title) in islice(named, total)
    )
