"""Relations that read the same from both ends: said once for a pair, whoever says it."""

import pytest
from django.db import IntegrityError, transaction

from metiers.models import Relation
from tests.admin.editor import errors_of
from tests.page import parse, section, words

pytestmark = pytest.mark.django_db
UNTOLD = "Dites avec quel métier il se confond, et ce qui les distingue."


@pytest.fixture
def pair():
    """Two métiers mistaken for each other, with no other relation between any."""
    pair = Relation.objects.get(type="confusion", vers__slug="ingenieur-devops")
    Relation.objects.exclude(pk=pair.pk).delete()
    return pair


@pytest.fixture
def other(pair):
    """A relation of the same two métiers the other way round, that has a direction."""
    return Relation.objects.create(depuis=pair.vers, vers=pair.depuis, type="hierarchie", source=pair.source)


@pytest.mark.parametrize("kind", Relation.SYMMETRICAL)
def test_the_same_pair_the_other_way_round_is_refused_and_its_row_named(editor, pair, other, kind):
    Relation.objects.filter(pk=pair.pk).update(type=kind)
    answer = editor.save(other, type=kind, critere="L’un dessine, l’autre automatise.")
    assert errors_of(answer) == [
        "Cette relation existe déjà, et se lit dans les deux sens : architecte cloud → ingénieur DevOps "
        f"({Relation.Type(kind).label})."
    ]
    other.refresh_from_db()
    assert other.type == "hierarchie"


def test_a_fiche_refuses_it_too_and_visitors_still_read_the_pair_once(editor, client, pair):
    row = {
        "type": "confusion",
        "vers": pair.depuis_id,
        "libelle": "",
        "condition": "",
        "critere": "L’un dessine, l’autre automatise.",
        "ordre": 1,
        "source": pair.source_id,
    }
    answer = editor.save(pair.vers, rows={"relations_sortantes": [row]})
    assert errors_of(answer) == [
        "Cette relation existe déjà, et se lit dans les deux sens : architecte cloud → ingénieur DevOps "
        "(à ne pas confondre)."
    ]
    lines = section(parse(client.get("/metiers/ingenieur-devops/")), "confusions").findall("./ul/li")
    assert [words(line.find(".//a")) for line in lines] == ["Architecte cloud"]


def test_a_relation_that_has_a_direction_may_go_both_ways(editor, pair, other):
    assert errors_of(editor.save(pair, type="hierarchie", critere="")) == []
    assert Relation.objects.filter(type="hierarchie", depuis=pair.depuis, vers=pair.vers).exists()


@pytest.mark.parametrize("changes", [{"critere": ""}, {"vers": "", "libelle": "Senior SRE"}])
def test_two_metiers_are_told_apart_by_a_criterion(editor, pair, changes):
    assert errors_of(editor.save(pair, **changes)) == [UNTOLD]


def test_a_relation_that_is_kept_may_be_corrected(editor, pair):
    assert errors_of(editor.save(pair, critere="L’un dessine, l’autre automatise.")) == []
    pair.refresh_from_db()
    assert pair.critere == "L’un dessine, l’autre automatise."


@pytest.mark.parametrize("kind", Relation.SYMMETRICAL)
def test_the_database_refuses_what_no_form_has_read(pair, kind):
    Relation.objects.filter(pk=pair.pk).update(type=kind)
    twin = Relation(depuis=pair.vers, vers=pair.depuis, type=kind, critere="Tout.", source=pair.source)
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.bulk_create([twin])


def test_a_metier_may_work_with_several_posts_that_are_no_metier(pair):
    posts = [
        Relation(depuis=pair.depuis, libelle=name, type="collaboration", source=pair.source)
        for name in ("RSSI", "chef de produit")
    ]
    Relation.objects.bulk_create(posts)
    assert Relation.objects.filter(vers=None, type="collaboration").count() == 2
