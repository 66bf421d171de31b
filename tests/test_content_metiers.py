"""Métiers and pay as the guide states them where the sources err, are vague or disagree."""

from decimal import Decimal

import pytest

from metiers.models import ChiffreCle, CodeRome, Metier, Point, Recruteur, Relation, Salaire, StatutPossible

pytestmark = pytest.mark.django_db

SOUVERAIN = {
    "ingenieur-support-cloud-souverain": (35000, 45000),
    "ingenieur-devops-open-source-junior": (40000, 50000),
    "administrateur-infrastructure-libre": (38000, 48000),
    "ingenieur-cloud-souverain": (50000, 70000),
    "ingenieur-devops-open-source": (55000, 75000),
    "architecte-cloud-europeen": (65000, 90000),
    "ingenieur-fiabilite-des-sites": (60000, 85000),
    "ingenieur-securite-cloud": (65000, 85000),
    "ingenieur-de-donnees": (55000, 80000),
}


def salaries(metier):
    """Return (levels, amounts, period, nature, place, year, source) for each statement on a métier."""
    rows = (
        Salaire.objects.filter(metier__slug=metier).select_related("lieu", "source").order_by("ordre", "pk")
    )
    return [
        (
            (row.niveau_min, row.niveau_max),
            (int(row.montant_min), row.montant_max and int(row.montant_max)),
            row.periode,
            row.nature,
            row.lieu.slug,
            row.annee,
            row.source.slug,
        )
        for row in rows
    ]


def relations(metier, kind):
    """Return where a métier leads by one type of relation, by slug or by label."""
    rows = Relation.objects.filter(depuis__slug=metier, type=kind).select_related("vers")
    return {row.vers.slug if row.vers else row.libelle for row in rows}


def test_a_technicien_cloud_is_hired_with_an_open_ended_contract_first():
    statuts = StatutPossible.objects.filter(metier__slug="technicien-cloud").order_by("ordre")
    assert [(row.statut, row.precision) for row in statuts] == [
        ("salarie", "CDI d’abord, CDD aussi"),
        ("independant", "missions en freelance, là où les profils spécialisés manquent"),
    ]


def test_statuses_stay_with_the_metier_whose_source_gives_them():
    assert list(
        StatutPossible.objects.filter(metier__slug="ingenieur-cloud-computing").values_list("statut")
    ) == [("salarie",)]
    assert not StatutPossible.objects.filter(metier__slug__in=SOUVERAIN).exists()


def test_only_the_beginners_pay_of_a_technicien_cloud_is_externatics():
    assert salaries("technicien-cloud") == [
        ((1, 1), (23000, 27000), "an", "brut", "france", 2024, "externatic-2024"),
        ((2, 3), (27000, 34000), "an", "brut", "france", None, "article-technicien-cloud"),
        ((2, 3), (35000, 50000), "an", "brut", "paris", None, "article-technicien-cloud"),
    ]


def test_an_engineers_pay_is_open_upwards_and_gross_only_where_onisep_says_so():
    assert salaries("ingenieur-cloud-computing") == [
        ((1, 1), (3080, None), "mois", "brut", "france", None, "onisep-met-228"),
        ((1, 1), (34000, 41000), "an", "", "france", None, "article-technicien-cloud"),
        ((3, 3), (55000, None), "an", "", "france", None, "article-technicien-cloud"),
        ((4, 4), (75000, None), "an", "", "paris", None, "article-technicien-cloud"),
    ]


def test_a_belgian_architects_pay_stands_by_level_gross_and_monthly():
    assert salaries("architecte-cloud") == [
        ((1, 1), (3800, 4800), "mois", "brut", "belgique", 2025, "guide-belge-architecte-cloud"),
        ((2, 3), (5500, 8500), "mois", "brut", "belgique", 2025, "guide-belge-architecte-cloud"),
    ]


def test_only_the_maintenance_technicians_pay_is_net():
    net = Salaire.objects.filter(nature="net").values_list("metier__slug", flat=True)
    assert set(net) == {"technicien-de-maintenance-informatique"}


def test_a_maintenance_technicians_old_pay_is_kept_undated_and_marked():
    assert salaries("technicien-de-maintenance-informatique") == [
        ((1, 1), (1350, 1600), "mois", "net", "france", None, "sup-de-vinci-maintenance"),
        ((2, 2), (2000, 2000), "mois", "net", "france", None, "sup-de-vinci-maintenance"),
        ((1, 2), (1350, 2000), "mois", "net", "france", None, "sup-de-vinci-maintenance"),
    ]
    remarks = Salaire.objects.filter(nature="net").order_by("ordre").values_list("remarque", flat=True)
    assert [("à actualiser" in remark) for remark in remarks] == [True, True, True]


def test_pay_in_the_sovereign_cloud_says_neither_gross_nor_year():
    expected = {
        slug: [(amounts, "an", "", "france", None, "carriere-cloud-souverain")]
        for slug, amounts in SOUVERAIN.items()
    }
    assert {slug: [row[1:] for row in salaries(slug)] for slug in SOUVERAIN} == expected
    remarks = Salaire.objects.filter(metier__slug__in=SOUVERAIN).values_list("remarque", flat=True)
    assert {remark.split(" :")[0] for remark in remarks} == {"Donné à titre indicatif"}


def test_posts_of_the_sovereign_cloud_have_a_french_name_for_women_and_men_and_claim_no_level():
    for metier in Metier.objects.filter(slug__in=SOUVERAIN):
        assert metier.nom_masculin != metier.nom_feminin
        assert metier.niveau_acces is None


def test_the_english_titles_of_the_sources_are_names_of_the_metiers():
    titles = Metier.objects.filter(slug__in=SOUVERAIN, appellations__type="anglaise")
    assert set(titles.values_list("slug", "appellations__masculin")) == {
        ("ingenieur-cloud-souverain", "Cloud Engineer souverain"),
        ("ingenieur-de-donnees", "Data Engineer"),
        ("ingenieur-devops-open-source", "DevOps Engineer Open Source"),
        ("ingenieur-devops-open-source-junior", "Junior DevOps Open Source"),
        ("ingenieur-fiabilite-des-sites", "Site Reliability Engineer"),
        ("ingenieur-fiabilite-des-sites", "SRE"),
        ("ingenieur-securite-cloud", "Cloud Security Engineer"),
        ("ingenieur-support-cloud-souverain", "Support Engineer Cloud Souverain"),
    }


def test_the_share_of_job_offers_belongs_to_no_single_metier():
    share = ChiffreCle.objects.get(source__slug="gen-2024")
    assert (share.metier, share.valeur, share.operateur, share.periode) == (
        None,
        Decimal(36),
        "environ",
        "dernier trimestre 2024",
    )


def test_belgian_figures_have_a_year_and_no_false_precision():
    figures = ChiffreCle.objects.filter(metier__slug="architecte-cloud").order_by("ordre")
    assert [(row.valeur_lisible, row.annee, row.lieu.slug) for row in figures] == [
        ("5 ans", 2025, "belgique"),
        ("environ 5\u202f000 personnes", 2025, "belgique"),
        ("En croissance, sans chiffre dans la source.", 2025, "belgique"),
        ("plus de 95 %", 2025, "belgique"),
        ("environ 38 ans", 2025, "belgique"),
        ("environ 15 %", 2025, "belgique"),
    ]


def test_the_testimonial_is_told_and_not_quoted():
    (testimonial,) = Point.objects.filter(type="temoignage")
    assert testimonial.metier.slug == "architecte-cloud"
    assert not {"«", "»", "“", '"'} & set(testimonial.texte)


def test_a_clientele_is_no_employer():
    employers = Recruteur.objects.filter(metier__slug="technicien-de-maintenance-informatique").order_by(
        "ordre"
    )
    assert list(employers.values_list("nom", flat=True)) == [
        "Entreprises de services du numérique (ESN)",
        "Entreprises privées de toutes tailles",
        "Secteur public",
        "Prestataires informatiques externes",
        "Sociétés spécialisées dans la maintenance",
    ]


def test_a_change_of_post_is_an_evolution_and_no_place_of_work():
    assert relations("architecte-cloud", "evolution") >= {
        "directeur-technique",
        "expert-cybersecurite-cloud",
        "architecte-d-entreprise",
    }
    assert not Recruteur.objects.filter(nom__icontains="reconversion").exists()


def test_technicien_reseau_is_both_another_name_and_a_metier_of_its_own():
    names = Metier.objects.get(slug="technicien-cloud").appellations.values_list("masculin", flat=True)
    assert "technicien réseau" in names
    assert Metier.objects.get(slug="technicien-reseaux").ampleur == "mention"
    told_apart = Relation.objects.get(type="confusion", vers__slug="technicien-reseaux")
    assert (told_apart.depuis.slug, told_apart.source.slug) == ("technicien-cloud", "connaissance-generale")


def test_experience_for_an_architect_is_told_by_country():
    rows = Metier.objects.filter(slug__in=["architecte-cloud", "architecte-cloud-europeen"]).order_by("slug")
    assert [(row.pays, row.experience_min, row.experience_max) for row in rows] == [
        ("BE", 3, 5),
        ("FR", 5, None),
    ]


def test_roles_on_one_infrastructure_are_told_apart_in_one_word():
    roles = Metier.objects.filter(traits__critere__slug="role").order_by("slug")
    assert [(slug, value.split(" :")[0]) for slug, value in roles.values_list("slug", "traits__valeur")] == [
        ("architecte-cloud", "Le quoi et le pourquoi"),
        ("ingenieur-cloud-computing", "Le pilotage"),
        ("ingenieur-devops", "Le comment"),
        ("technicien-cloud", "L’exécution"),
    ]


def test_what_a_french_article_says_of_architects_is_no_fact_of_the_belgian_guide():
    french = Point.objects.filter(metier__slug="architecte-cloud", source__slug="article-technicien-cloud")
    assert [(row.type, row.titre) for row in french.order_by("type")] == [
        ("fait-marquant", "En France aussi, un profil recherché"),
        ("mission", "Suivre la stratégie"),
    ]
    assert "France" not in Metier.objects.get(slug="architecte-cloud").marche


def test_the_label_of_a_rome_code_is_general_knowledge_where_its_source_gives_the_code_alone():
    assert list(CodeRome.objects.order_by("code").values_list("code", "source__slug")) == [
        ("I1401", "sup-de-vinci-maintenance"),
        ("M1802", "connaissance-generale"),
    ]


def test_an_employer_known_through_a_testimonial_stands_apart():
    rows = Recruteur.objects.filter(organisations__slug="euroclear")
    assert [(row.nom, row.source.slug) for row in rows] == [
        ("Un employeur cité dans un témoignage", "guide-belge-architecte-cloud")
    ]


def test_the_table_of_three_trades_is_whole():
    criteria = ["perimetre", "type-d-intervention", "niveau-technique"]
    trades = [
        "technicien-de-maintenance-informatique",
        "technicien-support-informatique",
        "administrateur-systemes",
    ]
    cells = Metier.objects.filter(slug__in=trades, traits__critere__slug__in=criteria)
    assert cells.values_list("traits__pk", flat=True).distinct().count() == 9
