"""What stands out among statements, in sentences: pay under the minimum, sources that disagree, old years."""

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
        f"{source.libelle_court} donne {amounts}\u00a0: en brut par an, cela commence sous le SMIC en "
        f"vigueur ({minimum} à temps plein). Le chiffre est ancien ou erroné, à actualiser\u00a0: "
        "aucun emploi à temps plein ne peut être payé moins."
    )


def disagreements(statements):
    """Return a sentence for each experience and place on which several sources speak differently.

    Nothing is averaged: both ends are amounts that a source gives, in the unit of the statements. Levels of
    experience of which the same statements speak share one sentence.
    """
    known = [statement for statement in statements if statement.equivalent]
    groups = {}
    for niveau in Salaire.Niveau:
        for lieu in dict.fromkeys(statement.salaire.lieu for statement in known):
            said = [statement for statement in known if concerns(statement.salaire, niveau, lieu)]
            levels, _ = groups.setdefault(tuple(map(id, said)), ([], said))
            levels.append(niveau)
    is_one_country = len({statement.salaire.lieu.pays for statement in known}) == 1
    sentences = [disagreement(levels, said, is_one_country) for levels, said in groups.values()]
    return [sentence for sentence in sentences if sentence]


def concerns(salaire, niveau, lieu):
    """Say whether a row speaks of people of this experience in this very place."""
    return salaire.lieu == lieu and salaire.niveau_min <= niveau <= salaire.niveau_max


def disagreement(levels, statements, is_one_country):
    """Return how far apart the sources are, empty if they say the same.

    « Pour un débutant, les sources vont de … à … : écart de … » where no amount is common to all of them;
    where one is, that they overlap, and how far apart they begin. A place is named where the page has
    several countries, or where it is no country.
    """
    spans = spans_of(statements)
    if len(set(spans)) < 2:
        return ""
    starts, ends = [start for start, _ in spans], [end for _, end in spans if end is not None]
    low, high = min(starts), max(starts + ends)
    # « 36 000 » beside « dès 36 000 ».
    if low == high:
        return ""
    is_open = len(ends) < len(spans)
    lieu = statements[0].salaire.lieu
    place = "" if is_one_country and lieu.type == lieu.Type.PAYS else f" ({lieu})"
    extent = (
        f"Pour {people(levels)}{place}, les sources vont de {french_number(low)} à "
        f"{french_number(high)}\u00a0€{' ou plus' if is_open else ''} {statements[0].equivalent.unit.label}"
    )
    if ends and max(starts) > min(ends):
        gap = f"{'d’au moins ' if is_open else 'de '}{french_number(high - low)}\u00a0€"
        return f"{extent}\u00a0: écart {gap}."
    return f"{extent} et se recoupent\u00a0: {beginnings(starts)}."


def spans_of(statements):
    """Return (lowest amount, highest amount or None for « from ») of each source."""
    said = {}
    for statement in statements:
        said.setdefault(statement.source, []).append(statement.equivalent)
    return [
        (
            min(equivalent.minimum for equivalent in known),
            None if any(e.is_open for e in known) else max(e.maximum for e in known),
        )
        for known in said.values()
    ]


def beginnings(starts):
    """Return how far apart ranges that overlap begin, in words."""
    gap = max(starts) - min(starts)
    if not gap:
        return "leurs fourchettes commencent au même montant"
    at_most = " au plus" if len(starts) > 2 else ""
    return f"leurs débuts de fourchette diffèrent de {french_number(gap)}\u00a0€{at_most}"


def people(levels):
    """Return « un débutant », « un profil confirmé ou senior », « un débutant ou un profil confirmé »."""
    others = " ou ".join(level.label for level in levels if level != Salaire.Niveau.DEBUTANT)
    beginner = "un débutant" if Salaire.Niveau.DEBUTANT in levels else ""
    return " ou ".join(filter(None, [beginner, others and f"un profil {others}"]))


def due_sentence(statements):
    """Return « 3 des 4 montants sont à revérifier : sans année. », empty if none of them is due."""
    due = [statement for statement in statements if statement.is_due]
    if not due:
        return ""
    count, total = len(due), len(statements)
    which = f"{count} des {total} montants" if count < total else f"Les {total} montants"
    subject = "Ce montant" if total == 1 else which
    verb = "est" if count == 1 else "sont"
    old = any(statement.salaire.annee for statement in due)
    unknown = any(not statement.salaire.annee for statement in due)
    reasons = [unknown and "sans année", old and "vieux de plus de 24 mois"]
    return f"{subject} {verb} à revérifier\u00a0: {' ou '.join(filter(None, reasons))}."
