"""Formations, certifications, roadmaps and resources."""

from formations.models.certification import Certification
from formations.models.competence import Competence
from formations.models.formation import DomaineEtudes, Formation, Modalite
from formations.models.parcours import Etape, Parcours
from formations.models.ressource import Ressource

__all__ = [
    "Certification",
    "Competence",
    "DomaineEtudes",
    "Etape",
    "Formation",
    "Modalite",
    "Parcours",
    "Ressource",
]
