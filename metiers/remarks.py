"""What stands out among statements, in sentences: pay under the minimum, sources that disagree."""

from itertools import product

from core.niveaux import Pays
from core.text import enumerate_words, french_number
from metiers.models import Salaire


def minimum_wage_warnings(statements):
    """Return a warning for each source that gives amounts under the legal minimum in force.

    No full-time job may pay less than the SMIC (Code du travail, article L3231-2 and following).
    """
    below = {}
    for statement in statements:
        if statement.is_below_minimum:
            below.setdefault(statement.source, []).append(statement)
    return [minimum_wage_warning(source, known) for source, known in below.items()]


def minimum_wage_warning(source, statements):
    """Return the sentence on amounts of one source that begin under the legal minimum."""
    amounts = enumerate_words(statement.salaire.montant for statement in statements)
    minimum = f"{french_number(statements[0].minimum_wage)}\u00a0€ brut par an"
    return (
        f"{source.libelle_court} donne {amounts} : converti en brut par an, cela commence sous le SMIC en "
        f"vigueur ({minimum} à temps plein). Le chiffre est ancien ou erroné, à actualiser : aucun emploi à "
        "temps plein ne peut être payé moins."
    )


def disagreements(statements):
    """Return a sentence for each experience and country on which several sources differ.

    Nothing is averaged: both ends are amounts that a source gives, in the unit of the statements.
    """
    known = [statement for statement in statements if statement.equivalent]
    sentences = [
        disagreement(niveau, [s for s in known if concerns(s.salaire, niveau, pays)])
        for niveau, pays in product(Salaire.Niveau, Pays)
    ]
    return [sentence for sentence in sentences if sentence]


def concerns(salaire, niveau, pays):
    """Say whether a row speaks of people of this experience in this country."""
    return salaire.lieu.pays == pays and salaire.niveau_min <= niveau <= salaire.niveau_max


def disagreement(niveau, statements):
    """Return « Pour un débutant, les sources vont de … à … : écart de … », empty if they say the same."""
    if len({statement.source for statement in statements}) < 2:
        return ""
    equivalents = [statement.equivalent for statement in statements]
    low = min(equivalent.minimum for equivalent in equivalents)
    high = max(equivalent.minimum if equivalent.is_open else equivalent.maximum for equivalent in equivalents)
    if low == high:
        return ""
    is_open = any(equivalent.is_open and equivalent.minimum == high for equivalent in equivalents)
    who = "un débutant" if niveau == Salaire.Niveau.DEBUTANT else f"un profil {niveau.label}"
    more, at_least = (" ou plus", "d’au moins ") if is_open else ("", "de ")
    return (
        f"Pour {who}, les sources vont de {french_number(low)} à {french_number(high)}\u00a0€{more} "
        f"{equivalents[0].unit.label} : écart {at_least}{french_number(high - low)}\u00a0€."
    )
