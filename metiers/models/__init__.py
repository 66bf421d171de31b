"""Métiers and all that describes them."""

from metiers.models.classement import CentreInteret, CodeRome, SecteurActivite
from metiers.models.contenu import ChiffreCle, Creneau, Critere, Point, Question, Recruteur, Trait
from metiers.models.famille import FamilleProfessionnelle
from metiers.models.guide import Guide
from metiers.models.lien import CertificationMetier, CompetenceRequise, FormationMetier, ZoneEmploi
from metiers.models.metier import MARK, SOURCE_ROME, Appellation, Metier, StatutPossible
from metiers.models.reference import ReferenceSalaire
from metiers.models.relation import Relation
from metiers.models.salaire import Salaire

__all__ = [
    "MARK",
    "SOURCE_ROME",
    "Appellation",
    "CentreInteret",
    "CertificationMetier",
    "ChiffreCle",
    "CodeRome",
    "CompetenceRequise",
    "Creneau",
    "Critere",
    "FamilleProfessionnelle",
    "FormationMetier",
    "Guide",
    "Metier",
    "Point",
    "Question",
    "Recruteur",
    "ReferenceSalaire",
    "Relation",
    "Salaire",
    "SecteurActivite",
    "StatutPossible",
    "Trait",
    "ZoneEmploi",
]
