"""What the « Salaire » section of a fiche says: an amount where it is certain, else the reason why not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.opendata_html import to_markdown
from metiers.opendata.salary_prose import Pay, Reading, Reason, read, section

ONE = Decimal(1)
FIELD = """
 <h3>Salaire</h3>
 <h5>Salaire du débutant</h5>
 <p>2113&nbsp;&nbsp;euros brut par mois.</p>
 <p>Des primes s'ajoutent.</p>
 <h3>Intégrer le marché du travail</h3>
 <h5>Un secteur qui embauche</h5>
 <p>3000 postes par an.</p>
"""


def euros(low, high, periode="mois", nature="brut", environ=False):
    return Pay(Decimal(low), None if high is None else Decimal(high), periode, nature, environ)


@pytest.mark.parametrize("field", [FIELD, to_markdown(FIELD)])
def test_the_section_of_the_beginner_is_read_and_its_prose_kept(field):
    assert read(section(field)) == Reading(
        prose="2113 euros brut par mois.\n\nDes primes s’ajoutent.",
        debutant=True,
        pay=euros("2113", "2113"),
    )


@pytest.mark.parametrize("field", ["", "<h3>Intégrer le marché du travail</h3><p>Smic.</p>"])
def test_a_fiche_without_that_section_says_nothing_of_pay(field):
    assert section(field) == ""


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("2150 euros brut par mois", euros(2150, 2150)),
        ("2 150 euros bruts par mois (hors primes).", euros(2150, 2150)),
        ("1950,50 € brut mensuel", euros("1950.50", "1950.50")),
        ("2850euros bruts/mois, selon la région.", euros(2850, 2850)),
        ("2400 euros brut par mois à la mairie.", euros(2400, 2400)),
        ("De 2100 à 2600 euros brut par mois.", euros(2100, 2600)),
        ("2100 à 2600 euros brut par mois, selon la structure", euros(2100, 2600)),
        ("Entre 2100 euros et 2 600 euros brut par mois", euros(2100, 2600)),
        ("De 2100 euros brut par mois à 2600 € brut par mois", euros(2100, 2600)),
        ("À partir de 1 800 euros", euros(1800, None, "", "")),
        ("A partir du 1800 euros brut en début de carrière", euros(1800, None, "")),
        ("À partir de 1800 euros brut mensuel pour une assistante.", euros(1800, None)),
        ("À partir de 1800 euros et jusqu'à 2300 euros brut par mois", euros(1800, 2300)),
        ("A partir de 1800 et jusqu’à 2300 euros brut par mois", euros(1800, 2300)),
        ("1800 euros et plus (selon la région).", euros(1800, None, "", "")),
        ("Environ 2300 euros brut par mois.", euros(2300, 2300, environ=True)),
        ("Près de2300 euros brut par mois, hors gardes", euros(2300, 2300, environ=True)),
        ("2300 euros environ brut par mois", euros(2300, 2300, environ=True)),
        ("1900 euros net par mois", euros(1900, 1900, nature="net")),
        ("1200 euros brut par semaine (sur une base de 39 heures)", euros(1200, 1200, "semaine")),
        ("1200 euros brut hebdomadaire", euros(1200, 1200, "semaine")),
        ("De 90 à 110 euros brut par jour", euros(90, 110, "jour")),
        ("15 euros brut de l'heure", euros(15, 15, "heure")),
        ("30 000 euros brut annuels", euros(30000, 30000, "an")),
        ("Le salaire varie. 2500 euros brut par mois dans le privé.", euros(2500, 2500)),
        ("2200 euros brut par mois pour une licence (bac + 3, 1er échelon).", euros(2200, 2200)),
        ("<p>2200 euros brut par mois.</p><p>Source : Enquête, 2022</p>", euros(2200, 2200)),
        (
            "2200 euros brut par mois en début de carrière (5000 euros brut par mois en fin de carrière).",
            euros(2200, 2200),
        ),
    ],
)
def test_an_amount_in_a_known_form_is_certain(text, pay):
    assert (read(text).pay, read(text).reason) == (pay, None)


@pytest.mark.parametrize(
    ("text", "maximum", "environ"),
    [
        ("Smic", ONE, False),
        ("Smic .", ONE, False),
        ("Environ le Smic", ONE, True),
        ("Le Smic pour 35 heures.", ONE, False),
        ("Smic + primes.", ONE, False),
        ("À partir du Smic", None, False),
        ("A partir du SMIC (hors primes).", None, False),
        ("Le Smic au minimum. Varie selon l’employeur.", None, False),
        ("Il dépend du statut. À partir du Smic.", None, False),
    ],
)
def test_the_legal_minimum_alone_is_counted_in_itself(text, maximum, environ):
    assert read(text).pay == Pay(ONE, maximum, "mois", "brut", environ, "SMIC")
    assert read(text).reason is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<h5>Salaire du débutant</h5>", Reason.EMPTY),
        ("Variable selon le statut.", Reason.NO_AMOUNT),
        ("On démarre rarement au Smic.", Reason.NO_AMOUNT),
        ("À partir du Smic (sur une base de 39 heures).", Reason.SMIC_IN_PART),
        ("À partir du Smic pour 35 heures de travail par mois.", Reason.SMIC_IN_PART),
        ("Smic pour un salarié. À son compte, le Smic n’est pas toujours atteint.", Reason.SMIC_IN_PART),
        ("Du Smic à 2000 euros brut par mois.", Reason.SMIC_AND_AMOUNT),
        ("Smic dans le privé. 1900 euros brut par mois dans le public.", Reason.SMIC_AND_AMOUNT),
        ("90 % du Smic avant 26 ans.", Reason.SMIC_AND_AMOUNT),
        ("2100 euros brut par mois ; 2900 euros pour un cadre.", Reason.SEVERAL),
        ("2100 euros brut par mois + prime de 150 euros.", Reason.SEVERAL),
        ("12 euros brut de l'heure au musée ; de 20 à 25 euros brut de l'heure ailleurs.", Reason.SEVERAL),
        ("De 2100 (débutant) à 2900 euros (confirmé) brut par mois.", Reason.SEVERAL),
        ("2100", Reason.NO_EURO),
        ("2100 brut par mois.", Reason.NO_EURO),
        ("2.85 brut par enfant", Reason.OTHER_UNIT),
        ("80 à 120 euros par représentation.", Reason.OTHER_UNIT),
        ("De 100 à 300 euros d'indemnités.", Reason.OTHER_UNIT),
        ("3,50 euros brut par mille nautique.", Reason.OTHER_UNIT),
        ("De 300 à 400 euros brut par jour, honoraires libres.", Reason.OTHER_UNIT),
        ("2500 euros brut par mois en moyenne.", Reason.AVERAGE),
        ("2500 euros brut par mois, salaire médian du secteur.", Reason.AVERAGE),
        ("De 2000 à 4000 euros brut par mois selon l'expérience.", Reason.CAREER),
        ("2400 à 3800 euros brut par mois. Variable selon le statut et l'expérience.", Reason.CAREER),
        ("À partir de 2000 et jusqu'à 6000 euros brut par mois en fin de carrière.", Reason.CAREER),
        ("De 2600 à 37500 euros brut par mois.", Reason.TOO_WIDE),
        ("Entre 2400 euros brut par mois.", Reason.FORM),
        ("De 2600 à 2100 euros brut par mois.", Reason.FORM),
        ("2.500 euros brut par mois.", Reason.FORM),
        ("2000 euros brut par mois ou 1600 net", Reason.SEVERAL),
        ("2000 euros brut net par mois", Reason.FORM),
        ("Un débutant gagne 2000 euros brut par mois.", Reason.FORM),
        ("Rémunération de 500 euros par film.", Reason.FORM),
        ("2000 euros brut par mois. " + "Variable. " * 300, Reason.FORM),
    ],
)
def test_what_is_not_certain_stays_prose_with_its_reason(text, reason):
    assert (read(text).pay, read(text).reason) == (None, reason)


def test_a_heading_that_was_typed_as_a_paragraph_is_no_prose():
    pay = Pay(ONE, ONE, "mois", "brut", devise="SMIC")
    assert read("<p>Salaire du débutant</p><p>Smic.</p><p>.</p>") == Reading("Smic.", debutant=True, pay=pay)


def test_a_section_that_does_not_say_beginner_is_not_said_to_be_of_one():
    assert [read(text).debutant for text in ("2000 euros brut par mois", "Smic en début de carrière")] == [
        False,
        True,
    ]


@given(st.integers(1000, 9000), st.integers(1000, 9000), st.sampled_from(["De", "Entre", ""]))
def test_a_range_is_read_as_it_is_written(low, high, lead):
    link = "et" if lead == "Entre" else "à"
    pay = read(f"{lead} {low} {link} {high} euros brut par mois.").pay
    assert pay == (euros(low, high) if low < high <= 5 * low else None)


@given(st.text(alphabet="125 .,€euros brutpamois&àSmic%\n<>#-"))
def test_any_text_gets_exactly_one_answer(text):
    reading = read(text)
    assert [bool(reading.pay), bool(reading.reason)].count(True) == 1
