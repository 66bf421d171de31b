"""Files in the shapes of ONISEP's, written for the tests with the quirks that their README counts."""

import json
import zipfile
from pathlib import Path

from core.importing import engine, registry

HTML = ["descriptif_format_court", "descriptif_acces", "attendus", "descriptif_poursuite_etudes"]
PLAIN = [
    "code_scolarite",
    "sigle",
    "duree_formation",
    "url",
    "niveau_certification",
    "sous_tutelle",
    "annee_premiere_session",
    "annee_derniere_session",
]
EMPTY = [
    "libelle_generique",
    "libelle_specifique",
    "type_option",
    "nsf_discipline",
    "nsf_fonction",
    "niv_code",
    "nature_certificat",
    "element_enseignement",
    "publications",
    "sources_numeriques",
    "creation_date",
    "modification_date",
]
COLUMNS_2022 = (
    '"code CNIS";"sigle type formation";"libellé type formation";"libellé formation principal";'
    '"sigle formation";durée;"code RNCP";"niveau RNCP";"libellé niveau RNCP";tutelle;"lien site onisep.fr";'
    "domaine/sous-domaine"
)
COLUMNS_LATER = (
    '"code NSF";"code scolarité";"sigle type formation";"libellé type formation";'
    '"libellé formation principal";"sigle formation";"durée";"niveau de sortie indicatif";"code RNCP";'
    '"niveau de certification";"libellé niveau de certification";tutelle;"URL et ID Onisep";'
    '"domaine/sous-domaine"'
)
ADDRESS = "http://www.onisep.fr/http/redirection/formation/slug"


def fiche(key, libelle, kind="certificat d'aptitude professionnelle", **given):
    """Return the XML of one fiche of formation; every child of the format is there, empty unless given."""
    html = [f"<{name}><![CDATA[\n   {given.get(name, '')}]]></{name}>" for name in HTML]
    plain = [f"<{name}>{given.get(name, '')}</{name}>" for name in PLAIN]
    ref, study = given.get("niveau", ("REF.413", "CAP ou équivalent"))
    next_ones = "".join(
        f"<formation_poursuite_Etudes>{name}</formation_poursuite_Etudes>" for name in given.get("suites", ())
    )
    metiers = "".join(f"<metier><id>{id_}</id></metier>" for id_ in given.get("metiers", ()))
    domains = "".join(
        f"<sous_domaine_web><id>{id_}</id><libelle>{label}</libelle></sous_domaine_web>"
        for id_, label in given.get("domaines", ())
    )
    return f"""
    <formation>
        <identifiant>{key}</identifiant>
        <libelle_complet>{libelle}</libelle_complet>
        <type_Formation><type_formation_sigle/><type_formation_libelle>{kind}</type_formation_libelle></type_Formation>
        <niveau_etudes><id>{ref}</id><libelle>{study}</libelle></niveau_etudes>
        {"".join(html + plain)}{"".join(f"<{name}/>" for name in EMPTY)}
        <poursuites_etudes><poursuite_etudes><type_Poursuite/>{next_ones}</poursuite_etudes></poursuites_etudes>
        <metiers_formation>{metiers}</metiers_formation>
        <sous_domaines_web>{domains}</sous_domaines_web>
    </formation>"""


LUTHERIE = {
    "sigle": "LUT",
    "duree_formation": "2 ans",
    "niveau_certification": "niveau 3 (niveau CAP)",
    "url": "https://www.francecompetences.fr/recherche/rncp/90001/#anchor1",
    "descriptif_format_court": "<p>On y apprend l'érable &amp;amp; l'épicéa.</p>",
    "descriptif_acces": "<h5>Accès</h5><p>Après la 3e.</p>",
    "attendus": "<ul><li><p>Avoir de l'oreille.</p></li></ul>",
    "suites": ["MC (futur CS) archèterie"],
    "sous_tutelle": "Ministère de la Musique",
    "metiers": ["MET.9001"],
    "domaines": [("T-IDEO2.1", "artisanat d'art"), ("T-IDEO2.2", "bois, papier")],
}


def lutherie(**changes):
    return fiche("FOR.90001", "CAP lutherie", **(LUTHERIE | changes))


def fiches(folder, *rows, name="Fiches_Formations_25062024"):
    """Write a zip of fiches as ONISEP publishes it; return its path."""
    path = Path(folder) / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            f"{name}.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><formations xmlns:exsl="x">{"".join(rows)}</formations>',
        )
    return path


def initiales(folder, *rows, header=COLUMNS_2022, name="ideo-formations_initiales_2022-05"):
    """Write a list of formations as ONISEP publishes it, with its mark of UTF-8; return its path."""
    path = Path(folder) / f"{name}.csv"
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8-sig")
    return path


def certifications(folder, *rows, name="table_de_passage_2025-11"):
    """Write a « table de passage » in its published shape: one line, no XML declaration; return its path."""
    names = [
        "certif_info_ci_identifiant",
        "ci_niveau_europeen",
        "ci_intitule_type_diplome",
        "ci_intitule",
        "ci_code_rncp",
        "rncp_intitule",
        "ideo_identifiant_formation",
        "ideo_libelle_complet_formation",
    ]
    empty = "".join(
        f"<{name}/>"
        for name in (
            *("ci_certifiant", "ci_code_scolarite", "rncp_type_enregistrement"),
            *("v_formation_diplome_libelle_long", "statut"),
        )
    )
    items = [
        "".join(f"<{name}>{value}</{name}>" for name, value in zip(names, row, strict=True)) + empty
        for row in rows
    ]
    path = Path(folder) / f"{name}.xml"
    path.write_text(f"<root>{''.join(f'<item>{item}</item>' for item in items)}</root>", encoding="utf-8")
    return path


def as_json(folder, rows, name="ideo-formations_2026-01"):
    path = Path(folder) / f"{name}.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def run(kind, path, commit=True):
    return engine.run(registry.get(kind), path, commit=commit)


def counts(report, table="formations"):
    return {what: number for what, number in report.counts[table].items() if number}


def told(report, type_):
    return [f"{line.cle} {line.champ} {line.raison}".strip() for line in report.of_type(type_)]
