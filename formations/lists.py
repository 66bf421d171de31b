"""The lists of formations and of certifications as files: {name of a column: function of a row}."""

from core.export import SOURCE_COLUMNS, joined
from formations.links import published, published_metiers

FORMATION_COLUMNS = {
    "intitulé": lambda f: f.intitule,
    "sigle": lambda f: f.sigle,
    "identifiant": lambda f: f.slug,
    "type de diplôme": lambda f: f.get_type_display(),
    "niveau": lambda f: f.niveau_label,
    "niveau européen": lambda f: f.niveau,
    "années après le bac": lambda f: f.annees_apres_bac,
    "durée, en années": lambda f: f.duree_annees,
    "pays": lambda f: f.get_pays_display(),
    "en vigueur": lambda f: "oui" if f.en_vigueur else "non",
    "remplacée par": lambda f: joined(published(filter(None, [f.remplacee_par]))),
    "modalités": lambda f: joined(f.modalites.all()),
    "établissements": lambda f: joined(f.etablissements.all()),
    "métiers visés": lambda f: joined(published_metiers(f)),
    "code RNCP": lambda f: f.code_rncp,
    "identifiant ONISEP": lambda f: f.onisep_id,
    "vérifié le": lambda f: f.verifie_le,
    **SOURCE_COLUMNS,
}
CERTIFICATION_COLUMNS = {
    "nom": lambda c: c.nom,
    "sigle": lambda c: c.sigle,
    "autre nom": lambda c: c.autre_nom,
    "identifiant": lambda c: c.slug,
    "organisme": lambda c: c.organisme,
    "palier": lambda c: c.get_palier_display(),
    "coût": lambda c: c.cout,
    "devise": lambda c: c.devise,
    "préparation minimum, en mois": lambda c: c.preparation_min,
    "préparation maximum, en mois": lambda c: c.preparation_max,
    "validité, en mois": lambda c: c.validite,
    "note de la rédaction": lambda c: c.note,
    "vérifié le": lambda c: c.verifie_le,
    **SOURCE_COLUMNS,
}
