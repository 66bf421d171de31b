"""What the page of results shows: at most six queries, groups by kind of page, the ways on."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.urls import reverse

from core import carried, querystring
from core.citations import reused
from core.niveaux import BELGIAN_LABELS, Niveau
from core.pages import PER_PAGE, Pagination, ignored_page, pagination_of
from core.rendering import typographie
from core.search.base import kinds
from core.search.finder import find
from core.search.hits import hits
from core.search.normalizer import keys
from core.search.question import SOFT_KEYS, VAGUE_KEYS, keys_of, question_of
from core.search.unanswered import count_unanswered
from core.sorting import Choice
from core.text import capitalised

# How many pages of each kind stand side by side, and how many once a kind is chosen.
PER_KIND = 5
MOST_SUGGESTED = 8
# What a level is also called, and the words of who asks what it leads to.
LEVELS = {tuple(keys(words)): Niveau.AUCUN for words in ("aucun diplôme", "pas de diplôme", "sans bac")}
LEVELS |= {tuple(keys(label)): niveau for niveau, label in BELGIAN_LABELS.items()}
LEVELS |= {tuple(keys(niveau.label)): niveau for niveau in Niveau}
ASKING = SOFT_KEYS | VAGUE_KEYS | keys_of("accessible après avec depuis faire niveau")


@dataclass(frozen=True)
class Group:
    """The pages of one kind: how many were found, the `Hit`s that are shown, the address of them all.

    `filtrer` and `filtrer_url` lead to the list of their kind, narrowed by the same words, with its facets;
    `listed` of them stand in that list, which holds no mere mention.
    `hidden` are those that the index still holds and nobody may see any more.
    """

    code: str
    titre: str
    count: int
    hidden: int
    hits: list
    url: str = ""
    filtrer: str = ""
    filtrer_url: str = ""
    listed: int = 0


@dataclass(frozen=True)
class Results:
    """What a question found, as the page shows it.

    `corrige` is the question as it was corrected, `tel_quel_url` the address that takes it as typed,
    `synonymes` are (word, names that it also stands for), `oublies` the words that no page holds beside the
    others, `inconnus` those that no page holds at all, `essais` the (word, address) of each of its words
    alone, where no page holds all of them. `niveau` is the `Niveau` that the question names alone, `reprises`
    the public data that the pages shown rest on.
    """

    query: str = ""
    corrige: str = ""
    tel_quel_url: str = ""
    synonymes: list = field(default_factory=list)
    oublies: tuple = ()
    inconnus: list = field(default_factory=list)
    is_scattered: bool = False
    niveau: Niveau | None = None
    groups: list = field(default_factory=list)
    count: int = 0
    types: list = field(default_factory=list)
    pagination: Pagination | None = None
    essais: list = field(default_factory=list)
    ignores: list = field(default_factory=list)
    is_down: bool = False
    reprises: list = field(default_factory=list)


def search(request):
    """Return the `Results` of a request: `q`, `type` (one kind), `page` within it, `tel_quel`."""
    query, as_typed = question_of(request.GET)
    if not query:
        return Results()
    answer, niveau = find(query, as_typed), level_asked(query)
    # « sans diplôme » asks for no diploma: pages that hold one of the words would say the contrary.
    found = {} if niveau is not None and answer.is_scattered else answer.by_kind()
    if not found and niveau is None and not answer.is_down and not as_typed:
        count_unanswered(query)
    choice = choice_of(request, found)
    alone = next(iter(found)) if len(found) == 1 else ""
    groups, pagination, ignored = shown(request, choice.key or alone, found, answer.question)
    return Results(
        query=query,
        corrige=answer.corrected,
        tel_quel_url=querystring.build(request.path, [("q", query), ("tel_quel", "1")]),
        synonymes=answer.question.also if found else [],
        oublies=answer.dropped if found else (),
        inconnus=answer.question.words_of(answer.question.missing),
        is_scattered=answer.is_scattered,
        niveau=niveau,
        groups=[group for group in groups if group.count],
        count=sum(map(len, found.values())) - sum(group.hidden for group in groups),
        types=choice.links if len(choice.links) > 2 else [],
        pagination=pagination,
        essais=tries(request, answer.question)
        if niveau is None and (answer.is_scattered or not found)
        else [],
        ignores=[*choice.ignored, *ignored],
        is_down=answer.is_down,
        reprises=reused(*(group.hits for group in groups)),
    )


def level_asked(query):
    """Return the `Niveau` that a question names beside words of someone who asks, None without one."""
    return LEVELS.get(tuple(key for key in keys(query) if key not in ASKING))


def choice_of(request, found):
    """Return the choice of a kind of page, each with its count; one that found nothing may be asked for."""
    options = {"": f"Tout ({sum(map(len, found.values()))})"}
    for code in dict.fromkeys((*found, request.GET.get("type", ""))):
        if code in kinds():
            options[code] = f"{kinds()[code].label} ({len(found.get(code, ()))})"
    return Choice(request, "type", "Genre de page", options)


def shown(request, code, found, question):
    """Return the `Group`s of a page of results, its pagination (None for several kinds), what it ignored."""
    if not code:
        first = {kind: documents[:PER_KIND] for kind, documents in found.items()}
        return groups_of(request, found, first, question), None, []
    page = Paginator(found.get(code, []), PER_PAGE).get_page(request.GET.get("page"))
    groups = groups_of(request, {code: found.get(code, [])}, {code: page.object_list}, question)
    return groups, pagination_of(page, request), ignored_page(page, request)


def groups_of(request, found, first, question):
    """Return a `Group` for each kind found, with the hits of the documents that come first: 2 queries."""
    read = {code: [] for code in found}
    for hit in hits([document for documents in first.values() for document in documents], question):
        read[hit.kind].append(hit)
    pairs = querystring.without(querystring.pairs_of(request.GET), "page", "type")
    words = [pair for pair in pairs if pair[0] in ("q", "tel_quel")]
    groups = []
    for code, documents in found.items():
        hidden = len(first[code]) - len(read[code])
        url = querystring.build(request.path, [*pairs, ("type", code)])
        has_more = len(documents) > len(first[code])
        mentions = sum(document.is_minor for document in documents)
        groups.append(
            Group(
                code,
                kinds()[code].label,
                len(documents) - hidden,
                hidden,
                read[code],
                url if has_more else "",
                kinds()[code].filtrer if mentions < len(documents) else "",
                querystring.build(reverse(kinds()[code].route), words),
                len(documents) - hidden - mentions,
            )
        )
    return groups


def tries(request, question):
    """Return (word, address) of each word of a question that the guide knows, where there are several."""
    known = question.words_of(question.asked)
    if len(question.groups) < 2:
        return []
    return [(word, querystring.build(request.path, [("q", word)])) for word in known]


def with_picks(groups, selection):
    """Return each group with its `lignes`: a hit beside the `Pick` of its métier, None if it has none."""

    def pick(hit):
        if hit.kind != "metiers" or hit.is_minor:
            return None
        return selection.pick(hit.slug, hit.nom)

    return [{"groupe": group, "lignes": [(hit, pick(hit)) for hit in group.hits]} for group in groups]


def suggestions(request):
    """Return what a search box suggests for the question of a request, the best first, as plain data."""
    query, _ = question_of(request.GET)
    if not query:
        return []
    answer, carried_on = find(query, enough=MOST_SUGGESTED), carried.pairs_of(request.GET)
    best = sorted(answer.ranked, key=lambda document: -document.score)[:MOST_SUGGESTED]
    return [
        {
            "titre": typographie(capitalised(hit.titre)),
            "genre": kinds()[hit.kind].label,
            "url": carried.carry(hit.url, carried_on),
        }
        for hit in hits(best, answer.question)
    ]


def near_pages(path):
    """Return the `Hit`s that an unknown address may have meant: « /metiers/technicien-clou/ »."""
    _, code, slug, *_ = [*path.split("/"), "", ""]
    if code not in kinds() or not slug:
        return []
    answer = find(slug.replace("-", " "))
    return hits(answer.by_kind().get(code, [])[:3], answer.question)
