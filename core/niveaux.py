"""Levels of diploma on the European scale, and how France and Belgium call them.

Sources: European Qualifications Framework (3 to 8); for France the decree no. 2019-14 of 8 January 2019;
for Belgium the qualifications framework of the Fédération Wallonie-Bruxelles. General knowledge, not the
five source documents: see `Source` `connaissance-generale`.
"""

from django.db.models import IntegerChoices, TextChoices


class Pays(TextChoices):
    """Countries of the guide, by ISO 3166 code."""

    FRANCE = "FR", "France"
    BELGIQUE = "BE", "Belgique"


class Niveau(IntegerChoices):
    """A level of diploma; the label is the French name that pupils use."""

    AUCUN = 0, "Sans diplôme"
    CAP = 3, "CAP"
    BAC = 4, "Bac"
    BAC_2 = 5, "Bac + 2"
    BAC_3 = 6, "Bac + 3"
    BAC_5 = 7, "Bac + 5"
    BAC_8 = 8, "Bac + 8"

    @property
    def slug(self):
        """Return the value that stands in an address: `bac-2`."""
        return SLUGS[self]

    def label_in(self, pays):
        """Return the name of the level in a country (a `Pays` code), the French one by default."""
        return BELGIAN_LABELS.get(self, self.label) if pays == Pays.BELGIQUE else self.label

    @property
    def depuis(self):
        """Return the words for who starts from that level: « depuis le bac »."""
        return STARTS[self]


SLUGS = {
    Niveau.AUCUN: "sans-diplome",
    Niveau.CAP: "cap",
    Niveau.BAC: "bac",
    Niveau.BAC_2: "bac-2",
    Niveau.BAC_3: "bac-3",
    Niveau.BAC_5: "bac-5",
    Niveau.BAC_8: "bac-8",
}
BELGIAN_LABELS = {
    Niveau.BAC: "CESS",
    Niveau.BAC_2: "Brevet de l’enseignement supérieur",
    Niveau.BAC_3: "Bachelier",
    Niveau.BAC_5: "Master",
    Niveau.BAC_8: "Doctorat",
}


# A reader may come from either country, hence both names where they differ and stay short.
READER_LABELS = {
    Niveau.BAC: "Bac ou CESS",
    Niveau.BAC_3: "Bac + 3 ou bachelier",
    Niveau.BAC_5: "Bac + 5 ou master",
    Niveau.BAC_8: "Bac + 8 ou doctorat",
}
STARTS = {
    Niveau.AUCUN: "sans diplôme au départ",
    Niveau.CAP: "depuis le CAP",
    Niveau.BAC: "depuis le bac",
    Niveau.BAC_2: "depuis bac + 2",
    Niveau.BAC_3: "depuis bac + 3",
    Niveau.BAC_5: "depuis bac + 5",
    Niveau.BAC_8: "depuis bac + 8",
}


def depart_choices():
    """Return the levels that a reader may have, as (slug, level, label in both countries) for a facet."""
    return [(niveau.slug, niveau.value, READER_LABELS.get(niveau, niveau.label)) for niveau in Niveau]


def niveau_choices():
    """Return the levels 3 to 8, which the ladder shows, as (slug, level, label) for a facet."""
    return [(niveau.slug, niveau.value, niveau.label) for niveau in Niveau if niveau]


def pays_choices():
    """Return the countries as (word of the address, code, label) for a facet."""
    return [(pays.label.lower(), pays.value, pays.label) for pays in Pays]
