"""Labels of ONISEP's list: what two genders share is written once, at the end, after a hyphen, or nowhere."""

import pytest

from metiers.opendata.onisep_names import both_genders


@pytest.mark.parametrize(
    ("label", "masculine", "feminine"),
    [
        ("accessoiriste", "accessoiriste", "accessoiriste"),
        ("ingénieur / ingénieure essais", "ingénieur essais", "ingénieure essais"),
        (
            "éducateur sportif / éducatrice sportive de tennis",
            "éducateur sportif de tennis",
            "éducatrice sportive de tennis",
        ),
        ("carreleur / carreleuse-mosaïste", "carreleur-mosaïste", "carreleuse-mosaïste"),
        (
            "gynécologue-obstétricien / obstétricienne",
            "gynécologue-obstétricien",
            "gynécologue-obstétricienne",
        ),
        ("chargé /chargée de recherche", "chargé de recherche", "chargée de recherche"),
        (
            "traiteur organisateur/ traiteuse organisatrice",
            "traiteur organisateur",
            "traiteuse organisatrice",
        ),
    ],
)
def test_each_gender_is_written_in_full(label, masculine, feminine):
    assert both_genders(label) == (masculine, feminine)


@pytest.mark.parametrize(
    "label",
    [
        "femme / valet de chambre",
        "gestionnaire actif / passif",
        "teinturier / teinturière blanchisseur / blanchisseuse",
        "interprète français/LSF",
    ],
)
def test_what_is_not_two_genders_stays_as_it_is(label):
    assert both_genders(label) == (label, label)
