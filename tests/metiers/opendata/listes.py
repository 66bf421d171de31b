"""The list of ONISEP's métiers in its three formats, written for the tests with the quirks of its README."""

import json
from pathlib import Path

from core.importing import engine, registry

HEADER_2022 = (
    '"libellé métier";"lien site onisep.fr";"nom publication";collection;année;gencod;GFE;"code ROME";'
    '"libellé ROME";"lien ROME";domaine/sous-domaine'
)
HEADER_LATER = HEADER_2022.replace('"code ROME"', '"code ROME (V.3)"').replace(
    '"libellé ROME"', '"libellé ROME (V.3)"'
)
ADDRESS = "https://www.onisep.fr/http/redirection/metier/slug"
NAMES = ["libelle_metier", "lien_site_onisepfr", "nom_publication", "collection", "annee", "gencod", "gfe"]
NAMES += ["code_rome", "libelle_rome", "lien_rome", "domainesous-domaine"]
ART = "arts, culture, artisanat/artisanat d'art"


def row(key, label, codes="B1501", domains=ART, publication="Les métiers d'art", address=ADDRESS):
    """Return the cells of a row: a métier once more for each publication that speaks of it."""
    book = [publication, "Parcours", 2023, 9782273016353] if publication else ["", "pas de publication"]
    book += [None] * (4 - len(book))
    labels = " | ".join("Lutherie" for _ in codes.split("|") if codes)
    return [label, f"{address}/{key}", *book, "GFE S : hôtellerie,  loisirs", codes, labels, "", domains]


def csv_list(folder, *rows, header=HEADER_LATER, name="ideo-metiers_onisep_2025-02"):
    """Write the CSV edition, with its mark of UTF-8; return its path."""
    lines = [";".join(f'"{"" if cell is None else cell}"' for cell in cells) for cells in rows]
    path = Path(folder) / f"{name}.csv"
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8-sig")
    return path


def json_list(folder, *rows, name="ideo-metiers_onisep_2024-09"):
    """Write the JSON edition, whose slashes are escaped; return its path."""
    path = Path(folder) / f"{name}.json"
    text = json.dumps([dict(zip(NAMES, cells, strict=True)) for cells in rows])
    path.write_text(text.replace("/", "\\/"))
    return path


def xml_list(folder, *rows, name="ideo-metiers_onisep_2025-11"):
    """Write the XML edition, on one line and without a declaration; return its path."""
    items = [
        "".join(
            f"<{tag}>{'' if cell is None else cell}</{tag}>" for tag, cell in zip(NAMES, cells, strict=True)
        )
        for cells in rows
    ]
    path = Path(folder) / f"{name}.xml"
    path.write_text(f"<root>{''.join(f'<item>{item}</item>' for item in items)}</root>", encoding="utf-8")
    return path


def run(path, commit=True):
    return engine.run(registry.get("onisep-liste-metiers"), path, commit=commit)
