"""What the admin refuses, each with the sentence that the editor reads, and nothing saved."""

import datetime

import pytest
from django.utils import timezone

from core.models import Lieu, Source
from formations.models import Certification, Etape, Formation
from metiers.models import (
    Appellation,
    CertificationMetier,
    ChiffreCle,
    CodeRome,
    CompetenceRequise,
    Creneau,
    FormationMetier,
    Metier,
    Point,
    Question,
    ReferenceSalaire,
    Relation,
    Salaire,
    StatutPossible,
    Trait,
    ZoneEmploi,
)
from tests.admin.editor import errors_of

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + datetime.timedelta(days=1)


@pytest.fixture
def metier(source):
    """A small fiche: the pages of the real ones take a second each to draw."""
    fiche = Metier.objects.create(
        slug="hydrologue-urbain",
        nom_masculin="hydrologue urbain",
        nom_feminin="hydrologue urbaine",
        annees_etudes_min=2,
        annees_etudes_max=3,
        source=source,
    )
    Salaire.objects.create(
        metier=fiche,
        niveau_min=1,
        niveau_max=2,
        montant_min=28000,
        montant_max=32000,
        periode="an",
        lieu=Lieu.objects.get(slug="france"),
        source=source,
    )
    Relation.objects.create(
        depuis=fiche, vers=Metier.objects.get(slug="architecte-cloud"), type="proche", source=source
    )
    Appellation.objects.create(metier=fiche, masculin="ingénieur des crues", source=source)
    return fiche


def rows_of(metier):
    return [list(rows.objects.values()) for rows in (Metier, Salaire, Relation, Appellation, Creneau)]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("slug", "architecte-cloud", "Cet identifiant d’adresse est déjà pris : choisissez-en un autre."),
        (
            "slug",
            "technicien cloud",
            "Ce champ ne doit contenir que des lettres, des nombres, des tirets bas (_) "
            "et des traits d’union.",
        ),
        ("nom_masculin", "", "Ce champ est obligatoire."),
        ("source", "", "Ce champ est obligatoire."),
        ("onisep_id", "MET228", "Un identifiant de métier s’écrit « MET.228 »."),
        ("onisep_id", "MET.228", "Une autre fiche porte déjà cet identifiant ONISEP."),
        ("riasec", "RIX", "Une à trois lettres parmi R, I, A, S, E, C."),
        ("annees_etudes_min", "4", "Les années d’études minimum dépassent le maximum."),
        ("annees_etudes_max", "13", "Assurez-vous que cette valeur est inférieure ou égale à 12."),
        ("verifie_le", TOMORROW.isoformat(), "La date de vérification ne peut pas être dans l’avenir."),
        ("verifie_le", "31/02/2026", "Saisissez une date valide."),
        ("niveau_acces", "9", "Sélectionnez un choix valide. 9 n’en fait pas partie."),
    ],
)
def test_a_fiche_refuses(editor, metier, field, value, sentence):
    before = rows_of(metier)
    assert errors_of(editor.save(metier, **{field: value})) == [sentence]
    assert rows_of(metier) == before


def test_a_fiche_refuses_more_experience_at_least_than_at_most(editor, metier):
    response = editor.save(metier, experience_min="5", experience_max="3")
    assert errors_of(response) == ["L’expérience minimum dépasse le maximum."]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"salaires-0-montant_min": "33000"}, "Le montant minimum dépasse le montant maximum."),
        ({"salaires-0-montant_min": "0"}, "Un salaire est un montant positif : au moins 1 €."),
        (
            {"salaires-0-niveau_min": "4"},
            "Le niveau d’expérience de départ dépasse celui d’arrivée.",
        ),
        (
            {"salaires-0-source": ""},
            "Un salaire ne s’enregistre pas sans sa source : dites d’où vient ce montant.",
        ),
        ({"relations_sortantes-0-vers": "", "relations_sortantes-0-libelle": ""}, None),
    ],
)
def test_a_row_of_a_fiche_refuses(editor, metier, changes, sentence):
    before = rows_of(metier)
    sentence = sentence or "Dites vers quel métier ou vers quel poste mène la relation."
    assert errors_of(editor.save(metier, **changes)) == [sentence]
    assert rows_of(metier) == before


def test_a_fiche_refuses_a_relation_to_itself(editor, metier):
    response = editor.save(metier, **{"relations_sortantes-0-vers": metier.pk})
    assert errors_of(response) == ["Un métier n’est pas en relation avec lui-même."]


def test_a_fiche_refuses_a_slot_that_ends_before_it_begins(editor, metier, source):
    slot = {"debut": "10:00", "fin": "09:00", "activite": "Veille", "source": source.pk}
    response = editor.save(metier, rows={"creneaux": [slot]})
    assert errors_of(response) == ["Le créneau finit avant de commencer."]


def test_a_fiche_refuses_the_same_name_twice(editor, metier, source):
    name = metier.appellations.first().masculin
    row = {"masculin": name, "feminin": "", "type": "courante", "ordre": 9, "source": source.pk}
    response = editor.save(metier, rows={"appellations": [row]})
    assert errors_of(response) == ["Ce métier porte déjà cette appellation."]


def test_a_fiche_refuses_two_new_rows_that_are_the_same(editor, metier, source):
    row = {"masculin": "opé", "feminin": "", "type": "courante", "ordre": 9, "source": source.pk}
    response = editor.save(metier, rows={"appellations": [row, row]})
    assert errors_of(response) == [
        "Corrigez les données en double dans masculin.",
        "Corrigez les valeurs en double ci-dessous.",
    ]


def test_a_fiche_refuses_a_point_that_says_nothing(editor, metier, source):
    row = {"type": "mission", "titre": "", "texte": "", "ordre": 9, "source": source.pk}
    response = editor.save(metier, rows={"points": [row]})
    assert errors_of(response) == ["Un point a un titre ou un texte."]


def refuse(editor, row, sentence, **changes):
    """Assert that the form of a row refuses these changes with this one sentence."""
    before = list(type(row).objects.values())
    assert errors_of(editor.save(row, **changes)) == [sentence]
    assert list(type(row).objects.values()) == before


@pytest.mark.parametrize(
    ("model", "changes", "sentence"),
    [
        (
            Source,
            {"date_publication": "2026-01-01", "precision_date": ""},
            "Une date de publication va avec sa précision.",
        ),
        (CodeRome, {"code": "18M02"}, "Un code ROME s’écrit d’une lettre et de quatre chiffres : « M1802 »."),
        (Point, {"titre": "", "texte": ""}, "Un point a un titre ou un texte."),
        (ChiffreCle, {"valeur": "", "texte": ""}, "Un chiffre clé a une valeur, ou au moins des mots."),
        (Formation, {"onisep_id": "5574"}, "Un identifiant de formation s’écrit « FOR.5574 »."),
        (Formation, {"code_rncp": "35340"}, "Un code s’écrit « RNCP35340 »."),
        (
            Certification,
            {"preparation_min": "4", "preparation_max": "3"},
            "La préparation minimum dépasse la préparation maximum.",
        ),
        (Certification, {"cout": "300", "devise": ""}, "Un coût va avec sa devise."),
        (Formation, {"note": "Elle a changé de nom.", "source_note": ""}, "Dites d’où vient la note."),
        (Certification, {"note": "Elle a changé de nom.", "source_note": ""}, "Dites d’où vient la note."),
        (Etape, {"duree_min": "4", "duree_max": "3"}, "La durée minimum dépasse la durée maximum."),
        (Etape, {"duree_min": "2", "duree_max": "", "unite": ""}, "Une durée va avec son unité."),
    ],
)
def test_a_row_refuses(editor, model, changes, sentence):
    refuse(editor, model.objects.first(), sentence, **changes)


@pytest.mark.parametrize(
    ("model", "key", "sentence"),
    [
        (StatutPossible, "statut", "Cette source donne déjà ce statut à ce métier."),
        (CompetenceRequise, "competence", "Ce métier demande déjà cette compétence."),
        (FormationMetier, "formation", "Cette formation est déjà liée à ce métier."),
        (CertificationMetier, "certification", "Cette certification est déjà liée à ce métier."),
        (ZoneEmploi, "lieu", "Cette zone est déjà liée à ce métier."),
        (Trait, "critere", "Ce métier a déjà une valeur pour ce critère."),
        (Appellation, "masculin", "Ce métier porte déjà cette appellation."),
        (Creneau, "debut", "Un créneau commence déjà à cette heure."),
    ],
)
def test_a_fiche_never_says_the_same_thing_twice(editor, model, key, sentence):
    metier = Metier.objects.get(slug="architecte-cloud")
    row, other = model.objects.filter(metier=metier).order_by("pk")[:2]
    attname = model._meta.get_field(key).attname
    changes = {key: str(getattr(other, attname)), "source": other.source_id}
    if model is Creneau:
        changes["fin"] = "23:00:00"
    refuse(editor, row, sentence, **changes)


def test_a_relation_exists_once_per_kind(editor):
    relation = Relation.objects.filter(vers__isnull=False, type="evolution").first()
    twin = Relation.objects.create(
        depuis=relation.depuis, vers=relation.vers, type="passerelle", source=relation.source
    )
    refuse(editor, twin, "Cette relation existe déjà.", type="evolution")


def test_a_point_belongs_to_one_page(editor):
    point = Point.objects.filter(guide__isnull=False).first()
    metier = Metier.objects.first()
    refuse(editor, point, "Un point appartient à un métier ou à un guide, jamais aux deux.", metier=metier.pk)


def test_a_question_belongs_to_one_page(editor):
    question = Question.objects.filter(guide__isnull=False).first()
    sentence = "Une question appartient à un métier ou à un guide, jamais aux deux."
    refuse(editor, question, sentence, guide="")


def test_two_formations_never_share_an_onisep_id(editor):
    formation = Formation.objects.get(slug="bts-sio")
    sentence = "Une autre fiche porte déjà cet identifiant ONISEP."
    refuse(editor, formation, sentence, onisep_id="FOR.5574")


def test_a_formation_in_force_is_not_replaced(editor, source):
    formation, other = Formation.objects.get(slug="bts-sio"), Formation.objects.get(slug="bts-ciel")
    sentence = "Une formation remplacée n’est plus en vigueur."
    refuse(editor, formation, sentence, remplacee_par=other.pk, source_remplacement=source.pk)


def test_a_replaced_formation_says_who_knows_it(editor):
    formation = Formation.objects.get(slug="bts-systemes-numeriques")
    sentence = "Dites d’où l’on sait par quoi cette formation est remplacée."
    refuse(editor, formation, sentence, source_remplacement="")


def test_a_formation_never_replaces_itself(editor):
    formation = Formation.objects.get(slug="bts-systemes-numeriques")
    refuse(editor, formation, "Une formation ne se remplace pas elle-même.", remplacee_par=formation.pk)


def test_a_track_belongs_to_the_roadmap_of_its_step(editor):
    track = Etape.objects.filter(parent__isnull=False).first()
    elsewhere = Etape.objects.exclude(parcours=track.parcours).first()
    sentence = "L’étape parente appartient à un autre parcours."
    refuse(editor, track, sentence, parent=elsewhere.pk)


def test_two_rome_codes_are_never_the_same(editor):
    refuse(editor, CodeRome.objects.get(code="I1401"), "Ce code est déjà dans la liste.", code="M1802")


def test_a_reference_value_begins_once_on_a_day(editor):
    first, second = ReferenceSalaire.objects.filter(type="minimum-mensuel", pays="FR")[:2]
    sentence = "Cette valeur existe déjà à cette date."
    refuse(editor, first, sentence, en_vigueur_depuis=second.en_vigueur_depuis.isoformat())


def test_a_salary_by_itself_refuses_reversed_amounts(editor):
    salaire = Salaire.objects.filter(montant_max__isnull=False).first()
    refuse(editor, salaire, "Le montant minimum dépasse le montant maximum.", montant_min="999999")
