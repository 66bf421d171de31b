"""The index follows the pages as editors change them, and mends itself."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from core.models import Organisation, Synonyme
from core.search import finder, index, lexicon
from core.search.engine import DOCUMENT, STATE, WORD
from core.search.finder import find
from core.search.hits import hits
from core.search.lexicon import forget
from formations.models import Competence, Formation
from metiers.models import Appellation, CodeRome, Metier

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    """What happens once a transaction is committed, which no test's ever is."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def found(query):
    answer = find(query)
    return [hit.slug for hit in hits(answer.ranked, answer.question)]


def found_among(code, query):
    answer = find(query)
    return [hit.slug for hit in hits(answer.by_kind().get(code, []), answer.question)]


def words_of_the_index():
    return sorted((form, keys, named, count) for form, keys, _, named, count in index.engine().words())


def test_a_new_name_is_found_and_the_former_is_not(on_commit):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.nom_masculin, metier.nom_feminin = "zingueur", "zingueuse"
    with on_commit():
        metier.save()
    assert found("zingueuse")[0] == "technicien-cloud"


def test_an_appellation_is_found_as_soon_as_it_is_saved_and_until_it_is_deleted(on_commit):
    metier = Metier.objects.get(slug="technicien-cloud")
    name = Appellation(metier=metier, masculin="zingueur", feminin="zingueuse", source=metier.source)
    with on_commit():
        name.save()
    assert found("zingueur") == ["technicien-cloud"]
    with on_commit():
        name.delete()
    assert found("zingueur") == []


def test_a_page_that_is_no_longer_published_is_no_longer_found(on_commit):
    formation = Formation.objects.get(slug="bts-sio")
    formation.etat = Formation.Etat.ARCHIVE
    with on_commit():
        formation.save()
    assert "bts-sio" not in found("bts sio")


def test_a_deleted_page_is_no_longer_found(on_commit):
    assert found("big data")[0] == "specialiste-big-data"
    with on_commit():
        Metier.objects.get(slug="specialiste-big-data").delete()
    assert "specialiste-big-data" not in found("big data")


def test_what_is_shared_by_pages_is_followed(on_commit):
    with on_commit():
        for model, slug, name in (
            (Competence, "openshift", "zinguerie"),
            (Organisation, "ensisa", "École de zinguerie"),
        ):
            row = model.objects.get(slug=slug)
            row.nom = name
            row.save()
    assert sorted(found("zinguerie")) == ["architecte-cloud", "diplome-ingenieur-ensisa"]


def test_links_between_pages_are_followed(on_commit):
    school = Organisation.objects.get(slug="technifutur")
    with on_commit():
        Formation.objects.get(slug="bts-sio").etablissements.add(school)
    assert sorted(found_among("formations", "technifutur")) == ["bts-sio", "formations-continues-belgique"]
    with on_commit():
        school.formations.remove(Formation.objects.get(slug="bts-sio"))
        CodeRome.objects.get(code="M1802").metiers.add(Metier.objects.get(slug="developpeur"))
    assert found_among("formations", "technifutur") == ["formations-continues-belgique"]
    assert "developpeur" in found("M1802")


def test_the_name_of_a_deleted_school_is_no_longer_found(on_commit):
    formation = Formation.objects.get(slug="bts-sio")
    school = Organisation(slug="zinguerie", nom="École de zinguerie", source=formation.source)
    with on_commit():
        school.save()
        formation.etablissements.add(school)
    assert found("zinguerie") == ["bts-sio"]
    with on_commit():
        school.delete()
    assert found("zinguerie") == []


def test_a_diploma_says_what_replaces_it(on_commit):
    former, new = Formation.objects.get(slug="dut-informatique"), Formation.objects.get(slug="bts-sio")
    former.remplacee_par = new
    with on_commit():
        former.save()
    assert "bts-sio" in found("dut informatique")


def test_a_synonym_counts_at_once(on_commit):
    assert found("zingueur") == []
    with on_commit():
        synonym = Synonyme.objects.create(terme="zingueur", equivalents="technicien cloud")
    assert found("zingueur")[0] == "technicien-cloud"
    with on_commit():
        synonym.delete()
    assert found("zingueur") == []


def test_what_editors_change_leaves_the_same_words_as_a_new_index(on_commit):
    with on_commit():
        for slug in ("technicien-cloud", "architecte-cloud", "ingenieur-devops"):
            metier = Metier.objects.get(slug=slug)
            metier.accroche = f"Un métier de {slug} entièrement récrit."
            metier.save()
        Metier.objects.get(slug="specialiste-big-data").delete()
    followed = words_of_the_index()
    index.rebuild()
    assert words_of_the_index() == followed


def test_many_changes_build_the_index_once(on_commit, monkeypatch):
    monkeypatch.setattr(index, "MOST_REFRESHED", 3)
    monkeypatch.setattr(index, "refresh", None)
    with on_commit():
        for metier in Metier.objects.all():
            metier.save()
    assert found("technicien cloud")[0] == "technicien-cloud"


def test_an_aborted_change_is_nothing(on_commit):
    with on_commit():
        pass
    before = index.engine().version()
    Metier.objects.get(slug="technicien-cloud").save()
    assert index.engine().version() == before


def test_a_change_of_no_word_makes_no_process_read_them_again(on_commit):
    version, documents, edition = index.engine().version()
    with on_commit():
        Metier.objects.get(slug="technicien-cloud").save()
    assert index.engine().version()[:2] == (version, documents)
    assert index.engine().version()[2] != edition


def test_an_answer_is_kept_until_a_page_changes(on_commit):
    with on_commit():
        Metier.objects.get(slug="technicien-cloud").save()
    before = finder.find("technicien cloud")
    assert finder.find("technicien cloud") is before
    with on_commit():
        Metier.objects.get(slug="technicien-cloud").delete()
    assert "technicien-cloud" not in found("technicien cloud")


def test_answers_that_hold_too_many_documents_make_room(monkeypatch):
    monkeypatch.setattr(lexicon, "MOST_KEPT", 1)
    before = finder.find("technicien cloud")
    finder.find("ingénieur cloud")
    assert finder.find("technicien cloud") is not before


def test_what_was_found_in_an_index_emptied_since_is_looked_for_again():
    finder.find("technicien cloud")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {DOCUMENT}")
    assert found("technicien cloud") == []
    assert found("technicien cloud")[0] == "technicien-cloud"


def test_a_failure_of_the_index_does_not_cost_the_editor_the_page(on_commit, monkeypatch, caplog):
    def fail(code, keys):
        raise DatabaseError("full disk")

    monkeypatch.setattr(index, "refresh", fail)
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.accroche = "Gardée."
    with on_commit():
        metier.save()
    metier.refresh_from_db()
    assert metier.accroche == "Gardée."


def test_a_missing_index_is_built_when_it_is_first_asked():
    with connection.cursor() as cursor:
        for table in index.engine().tables:
            cursor.execute(f"DROP TABLE {table}")
    forget()
    assert found("technicien cloud")[0] == "technicien-cloud"


@pytest.mark.parametrize("table", index.engine().tables)
def test_an_emptied_table_is_filled_when_nothing_is_found(table):
    found("ingénieur cloud")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
    assert found("technicien cloud")[0] == "technicien-cloud"
    assert index.is_ready() or table == WORD


@pytest.mark.parametrize("table", index.engine().tables)
def test_an_emptied_table_is_filled_at_the_start(table):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
    call_command("reindex_search", si_manquant=True, stdout=StringIO())
    forget()
    assert found("technicien cloud")[0] == "technicien-cloud"
    assert index.is_ready()


def test_a_process_that_finds_no_words_has_them_written_again():
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {WORD}")
    forget()
    assert found("tecnicien cloud")[0] == "technicien-cloud"


def test_an_index_that_editors_have_changed_is_whole(on_commit, monkeypatch):
    found("technicien cloud")
    with on_commit():
        Metier.objects.get(slug="specialiste-big-data").delete()
        copy = Metier.objects.get(slug="technicien-cloud")
        copy.pk, copy.slug = None, "technicien-cloud-bis"
        copy.save()
    monkeypatch.setattr(index, "rebuild", None)
    assert found("azertyuiop") == []
    assert index.is_ready()


def test_an_index_of_another_format_is_built_anew():
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {STATE} SET format = 0")
        cursor.execute(f"DELETE FROM {WORD}")
    assert found("tecnicien cloud")[0] == "technicien-cloud"


def test_a_broken_index_is_built_again_once(monkeypatch):
    answers = iter([DatabaseError("malformed"), finder.answer_to])

    def answer(*arguments):
        step = next(answers)
        if isinstance(step, Exception):
            raise step
        return step(*arguments)

    monkeypatch.setattr(finder, "answer_to", answer)
    assert found("technicien cloud")[0] == "technicien-cloud"


def test_the_command_tells_what_it_has_indexed():
    said = StringIO()
    call_command("reindex_search", stdout=said)
    documents = index.engine().version()[1]
    assert said.getvalue() == f"Index de recherche : {documents} pages, {len(words_of_the_index())} mots.\n"


def test_the_command_leaves_an_index_that_is_there_when_told_to():
    said = StringIO()
    call_command("reindex_search", si_manquant=True, stdout=said)
    assert said.getvalue() == ""
