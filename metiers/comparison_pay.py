"""The salaries of métiers side by side: bars on one axis, and what must be known to compare them."""

from dataclasses import dataclass

from core.comparison import Amount, Part, RowSpec, Section
from core.text import capitalised, enumerate_words, euros
from metiers.bandes import axis_of, bar, french_minimum_among
from metiers.comparison_prose import told_at_length
from metiers.models import Salaire

MONTHS_CAVEAT = (
    "France et Belgique ne comptent pas les mêmes mois : en Belgique, un treizième mois et un double pécule "
    "de vacances s’ajoutent souvent aux douze mois, et les montants calculés depuis un salaire par mois ne "
    "les comptent pas."
)


@dataclass(frozen=True)
class SharedAxis:
    """What every bar of the section shows of its axis; without a French salary the minimum has no place."""

    smic_x: float | None
    smic_label: str
    graduations: list


def pay_section(metiers, reader, units):
    """Return the `Section` of the métiers' salaries, by experience, in the unit of the reader.

    `units` are the links that choose another unit. The heading says the unit and the ends of the axis.
    """
    statements = {metier.pk: reader.read_all(metier.salaires.all()) for metier in metiers}
    everything = [statement for known in statements.values() for statement in known]
    countries = {statement.pays for statement in everything}
    minimum, label = french_minimum_among(countries, reader.french_minimum, reader.french_minimum_label)
    axis = axis_of([statement.equivalent for statement in everything], minimum, reader.unit)

    def parts_at(niveau):
        return lambda metier: [
            amount(statement, axis)
            for statement in statements[metier.pk]
            if statement.salaire.niveau_min <= niveau <= statement.salaire.niveau_max
        ]

    rows = [
        RowSpec(capitalised(niveau.label), parts_at(niveau), f"salaire {niveau.label}")
        for niveau in Salaire.Niveau
    ]
    said = RowSpec("À savoir", lambda metier: said_beside(metier, statements), "remarques sur les salaires")
    return Section(
        f"Salaire, {reader.unit.label}, même échelle de {euros(axis.start)} à {euros(axis.end)}",
        [*rows, said],
        notes=[Part(note) for note in caveats(everything, countries, reader)],
        choix=units,
        axe=SharedAxis(None if minimum is None else axis.x(minimum), label, axis.graduations()),
        ancre="salaire",
    )


def amount(statement, axis):
    """Return the part of one statement: its amount, how sure it is, its source, its bar."""
    equivalent = statement.equivalent
    return Part(
        statement.montant_et_lieu,
        badge=statement.badge,
        badge_label=statement.badge_label,
        source=statement.source,
        barre=bar(axis, statement.label, equivalent, statement.pays),
        montant=equivalent and Amount(equivalent.minimum, equivalent.maximum, equivalent.unit.code),
    )


def caveats(statements, countries, reader):
    """Return what holds for all the amounts: the unit refused, the months that two countries count."""
    if len(countries) > 1:
        months = [MONTHS_CAVEAT]
    else:
        remarks = [statement.equivalent.remark for statement in statements if statement.equivalent]
        months = dict.fromkeys(remark for remark in remarks if remark)
    return [note for note in (reader.refusal, *months) if note]


def said_beside(metier, statements):
    """Return the remarks on the amounts of a métier; without one, the way to what is said of its pay."""
    known = statements[metier.pk]
    return remarks(known) if known else told_at_length(metier, "salaire_texte", "salaire")


def remarks(statements):
    """Return what the sources add to their amounts, each remark after the amounts that it qualifies."""
    found = {}
    for statement in statements:
        if statement.salaire.remarque:
            found.setdefault(statement.salaire.remarque, []).append(named(statement))
    return [Part(f"{enumerate_words(amounts)}\u00a0: {remark}") for remark, amounts in found.items()]


def named(statement):
    """Return « 35 000 à 50 000 € (confirmé à senior, Paris) », as the rows above show the amount.

    A remark speaks of the amount of its source: it stands there too where the rows show another.
    """
    salaire, equivalent = statement.salaire, statement.equivalent
    if equivalent is None:
        return f"{salaire.montant} ({salaire.niveau})"
    details = [salaire.niveau]
    if salaire.lieu.type != salaire.lieu.Type.PAYS:
        details.append(str(salaire.lieu))
    if equivalent.minimum != salaire.montant_min:
        details.append(f"{salaire.montant} dans la source")
    return f"{equivalent.short_text} ({', '.join(details)})"
