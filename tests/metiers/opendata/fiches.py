"""Fiches in the shape of ONISEP's file, written for the tests with the quirks that its README counts."""

import zipfile
from pathlib import Path

from core.importing import engine, registry

SHORT = ["competences", "condition_travail", "nature_travail", "acces_metier", "vie_professionnelle"]


def html(text):
    return f"<![CDATA[\n            {text}]]>" if text else ""


def listed(name, items):
    return f"<{name}>{''.join(items)}</{name}>"


def named(tag, pairs):
    return [f"<{tag}><id>{id_}</id><libelle>{label}</libelle></{tag}>" for id_, label in pairs]


def fiche(key, masculin, feminin=None, nom=None, **given):
    """Return the XML of one fiche; every child of the format is there, empty unless given."""
    feminin = masculin if feminin is None else feminin
    synonyms = [
        f"<synonyme><nom_metier>{m}</nom_metier><libelle_feminin>{f}</libelle_feminin>"
        f"<libelle_masculin>{m}</libelle_masculin></synonyme>"
        for m, f in given.get("synonymes", ())
    ]
    texts = {name: html(given.get(name, "")) for name in SHORT}
    level, label = given.get("niveau", ("REF.410", "Bac + 5"))
    interests = named("centre_interet", given.get("interets", ()))
    formats = [
        f"<format_court><type>{type_}</type><libelle>x</libelle><descriptif>{html(text)}</descriptif></format_court>"
        for type_, text in given.get("formats", {"Dico des métiers": "<p>En deux mots.</p>"}).items()
    ]
    return f"""
    <metier>
        <identifiant>{key}</identifiant>
        <nom_metier>{nom or masculin}</nom_metier>
        <libelle_feminin>{feminin}</libelle_feminin>
        <libelle_masculin>{masculin}</libelle_masculin>
        {listed("synonymes", synonyms)}
        {listed("romesV3", [f"<romeV3>{code}</romeV3>" for code in given.get("codes", ())])}
        {"".join(f"<{name}>{text}</{name}>" for name, text in texts.items())}
        <accroche_metier>{html(given.get("accroche", "<p>Une phrase.</p>"))}</accroche_metier>
        {listed("formats_courts", formats)}
        {listed("statuts", named("statut", given.get("statuts", ())))}
        {listed("metiers_associes", named("metier_associe", given.get("associes", ())))}
        <niveau_acces_min><id>{level}</id><libelle>{label}</libelle></niveau_acces_min>
        {listed("formations_min_requise", named("formation_min_requise", given.get("formations", ())))}
        <publications><publication><annee>2020</annee></publication></publications>
        <sources_numeriques><source><valeur> http://example.org</valeur></source></sources_numeriques>
        <secteurs_activite><metier_transverse>{given.get("transverse", "")}</metier_transverse>
            {"".join(named("secteur_activite", given.get("secteurs", ())))}</secteurs_activite>
        {listed("centres_interet", interests)}
    </metier>"""


def xml(*fiches):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><metiers xmlns:exsl="http://exslt.org/common">'
        f"{''.join(fiches)}\n</metiers>\n"
    )


def zipped(folder, *fiches, name="Fiches_25062024"):
    """Write a zip as ONISEP publishes it; return its path."""
    path = Path(folder) / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}.xml", xml(*fiches))
    return path


LUTHIER = {
    "nom": "luthier/ère d'art ",
    "feminin": "luthière  d'art",
    "synonymes": [("facteur de violons", "factrice de violons"), ("luthier d'art", "luthière d'art")],
    "codes": ["B1501", "A15"],
    "nature_travail": "<h5>Un bois qui chante</h5><p>Il choisit l'érable &amp;amp; l'épicéa.\u00ad</p>",
    "accroche": "<p>Il fabrique des violons.</p>",
    "vie_professionnelle": "<h3>Salaire</h3><h5>Salaire du débutant</h5><p>À partir du Smic.</p>"
    "<h3>Intégrer le marché du travail</h3><p>Peu d'ateliers embauchent.</p>",
    "niveau": ("REF.413", "CAP ou équivalent"),
    "statuts": [("T-ITM.2", "artisan"), ("T-ITM.99", "corsaire")],
    "associes": [("MET.9002", "archetier"), ("MET.9999", "métier absent")],
    "formations": [("FOR.90001", "CAP lutherie")],
    "secteurs": [("T-IDEO2.1", "Marketing , publicité")],
    "interets": [("T-IDEO2.2", "j'aime le bois")],
    "transverse": "oui",
}


def luthier(**changes):
    return fiche("MET.9001", "luthier d'art", **(LUTHIER | changes))


ARCHETIER = fiche("MET.9002", "archetier", "archetière", associes=[("MET.9001", "luthier")])


def run(path, commit=True, **options):
    return engine.run(registry.get("onisep-metiers"), path, commit=commit, **options)


def counts(report):
    return {kind: {what: n for what, n in row.items() if n} for kind, row in report.counts.items()}


def told(report, type_):
    return [f"{line.cle} {line.champ} {line.raison}".strip() for line in report.of_type(type_)]
