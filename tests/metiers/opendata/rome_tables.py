"""A small ROME in the shape of France Travail's archive, with the quirks of the published one."""

import csv
import io
import zipfile
from pathlib import Path

from core.importing import engine, registry

HEADERS = {
    "referentiel_code_rome": "code_rome,code_ogr,libelle_rome,emploi_cadre,code_rome_parent",
    "referentiel_appellation": "code_ogr,libelle_appellation_long,code_rome,classification,peu_usite",
    "grand_domaine": "code_grand_domaine,libelle_grand_domaine",
    "domaine_professionnel": "code_domaine_professionnel,libelle_domaine_professionnel",
    "cr_gd_dp": "code_rome,code_domaine_professionel",
    "texte": "code_rome,code_compo_bloc,libelle_type_texte,position_phrase,libelle_texte",
    "liens_rome_referentiels": "code_rome,code_compo_bloc,code_rubrique,code_ogr",
    "referentiel_competence": "code_ogr,nature,libelle_competence,cat_comp,sous_cat_comp",
    "referentiel_savoir": "code_ogr_savoir,libelle_savoir,categorie_savoir",
    "referentiel_contexte_travail": "code_ogr,libelle_cont_travail,libelle_type_cont_trav",
    "coherence_item": "code_rome,code_ogr,coeur_metier",
    "rubrique_mobilite": "code_rome,code_rome_cible,numero_ordre",
    "referentiel_code_rome_riasec": "code_rome,riasec_majeur,riasec_mineur",
    "centre_interet": "code_centre_interet,libelle_centre_interet,definition_centre_interet",
    "arborescence_centre_interet": "code_centre_interet,libelle_centre_interet,code_rome,principal",
    "arborescence_secteur_activite": "code_sect_activite,libelle_sect_activite,code_rome,principal",
    "arborescence_secteur_naf": "code_secteur_naf,libelle_secteur_naf,code_rome",
}
# L1901 and L1902 name each other; L1903 is a manager's job, L1904 says nothing of it.
ROWS = {
    "referentiel_code_rome": [
        ("L1902", "2", "Accordeur / Accordeuse d'instruments", "N", "L1901"),
        ("L1901", "1", "Facteur / Factrice de vielles", "N", "L1901"),
        ("L1903", "3", "Chef / Cheffe d'atelier de lutherie", "O", "L1901"),
        ("L1904", "4", "Ecouteur / Ecouteuse de cloches", "", "L1904"),
    ],
    "referentiel_appellation": [
        ("101", "Facteur / Factrice de vielles", "L1901", "PRINCIPALE", "N"),
        ("102", "Analyste vielleur / Vielleuse baroque", "L1901", "SYNONYME", "N"),
        ("103", "Vieux vielleur", "L1901", "SYNONYME", "O"),
        ("104", "Accordeur / Accordeuse d'instruments", "L1902", "PRINCIPALE", "N"),
    ],
    "grand_domaine": [("L", "Musique et Spectacle d'essai")],
    "domaine_professionnel": [("L19", "Facture d'essai")],
    "cr_gd_dp": [("L1901", "L19")],
    "texte": [
        ("L1901", "3", "definition", "2", "Il choisit l''érable, s''il est sec"),
        ("L1901", "3", "definition", "1", "Fabrique des vielles à roue."),
        ("L1901", "3", "definition", "3", "Il les accorde..."),
        ("L1901", "4", "acces_metier", "1", "Cet emploi est accessible avec un CAP."),
        ("L1999", "4", "acces_metier", "1", "D''un autre code."),
    ],
    "liens_rome_referentiels": [
        ("L1901", "2", "", "101"),
        ("L1901", "5", "1", "201"),
        ("L1901", "5", "1", "202"),
        ("L1901", "5", "2", "203"),
        ("L1901", "5", "3", "301"),
        ("L1901", "5", "3", "399"),
        ("L1901", "6", "", "401"),
        ("L1901", "6", "", "402"),
    ],
    "referentiel_competence": [
        ("201", "Compétence", "Ajuster une roue - à la main", "Savoir-faire", "Technique"),
        ("202", "Compétence", "Vernir une caisse", "Savoir-faire", "Technique"),
        ("203", "Macro-compétence", "Faire preuve d'oreille", "Savoir-être professionnel", "Transverse"),
        ("204", "Compétence", "Jouer de la vielle", "Savoir-faire", "Transverse"),
    ],
    "referentiel_savoir": [("301", "Acoustique des cordes", "Domaines d'expertise")],
    "referentiel_contexte_travail": [
        ("401", "Travail en atelier", "Lieux et déplacements"),
        ("402", "Travail le samedi", "Horaires et durée du travail"),
    ],
    "coherence_item": [("L1901", "202", "Principale"), ("L1901", "201", "")],
    "rubrique_mobilite": [
        ("L1901", "L1902", "1"),
        ("L1902", "L1901", "4"),
        ("L1901", "L1903", "2"),
        ("L1901", "L1904", "3"),
        ("L1904", "L1998", "1"),
    ],
    "referentiel_code_rome_riasec": [("L1901", "R", "A"), ("L1902", "R", ""), ("L1903", "Z", "")],
    "centre_interet": [("7", "J'aime le bois", "Le bois.\n\nToutes ses essences.\n")],
    "arborescence_centre_interet": [("7", "J'aime le bois", "L1901", "oui")],
    "arborescence_secteur_activite": [
        ("9", "Artisanat d'essai", "L1901", "oui"),
        ("9", "Artisanat d'essai", "L1901", "non"),
    ],
    "arborescence_secteur_naf": [("32", "Main-d'œuvre", "L1901")],
}
ABOUT = "Numero de version : {version}\n\nDate de publication : {day}\n\nDate de validation : 01/01/2020\n"


def tables(**changes):
    """Return {member: bytes} of an archive; a change replaces the rows of a table, None takes it away."""
    version, day = changes.pop("version", "60"), changes.pop("day", "18/09/2025")
    headers = changes.pop("headers", {})
    members = {"version.txt": ABOUT.format(version=version, day=day).encode()}
    for table, rows in (ROWS | changes).items():
        if rows is None:
            continue
        text = io.StringIO()
        writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(headers.get(table, HEADERS[table]).split(","))
        writer.writerows(rows)
        # One member of the published archive is not in the encoding that its name says.
        codec = "iso-8859-15" if table == "arborescence_secteur_naf" else "utf-8"
        members[f"unix_{table}_v4{version}_utf8.csv"] = text.getvalue().encode(codec)
    return members


def archive(folder, members=None, name="RefRomeCsv_v460.zip"):
    """Write the members as France Travail publishes them; return the path."""
    path = Path(folder) / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for member, content in (tables() if members is None else members).items():
            zipped.writestr(member, content)
    return path


def unpacked(folder, members):
    """Write the members as files of a folder; return it."""
    path = Path(folder) / "rome"
    path.mkdir()
    for member, content in members.items():
        (path / member).write_bytes(content)
    return path


def run(path, commit=True):
    return engine.run(registry.get("rome"), path, commit=commit)


def without(table, *codes):
    """Return the rows of a table but those of these codes."""
    return [row for row in ROWS[table] if not set(codes) & set(row)]
