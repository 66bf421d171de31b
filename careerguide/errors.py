"""Pages for what went wrong: each says what happened, in French, and shows a way back."""

import re

from django.core.exceptions import BadRequest
from django.http import HttpResponseNotAllowed, HttpResponseServerError, QueryDict
from django.shortcuts import render
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from core.near import near
from formations.search import certification_documents, formation_documents, parcours_documents
from metiers.search import guide_documents, metier_documents

# First part of an address → the pages among which a near name is looked for.
KINDS = {
    "metiers": metier_documents,
    "formations": formation_documents,
    "certifications": certification_documents,
    "parcours": parcours_documents,
    "guides": guide_documents,
}

BARE_PAGE = """<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Panne — Guide des métiers</title></head>
<body>
<h1>Le site est en panne</h1>
<p>L’erreur vient du site, pas de vous. Réessayez dans quelques minutes.</p>
<p><a href="/">Revenir à l’accueil</a></p>
</body>
</html>
"""


def bad_request(request, exception):
    """400: an address that no page of the guide has, or a host that it does not serve."""
    # Django's own reasons are in English and meant for its logs; ours are sentences for a reader.
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    # What is refused is not read again: it may be what Django could not read.
    request.GET = QueryDict()
    return render(request, "errors/400.html", {"raison": reason}, status=400)


@requires_csrf_token
def permission_denied(request, exception):
    """403: a page for editors."""
    return render(request, "errors/403.html", status=403)


def csrf_failure(request, reason=""):
    """403: a form sent without the token that proves it was filled in here."""
    return render(request, "errors/403.html", {"formulaire": True}, status=403)


def page_not_found(request, exception):
    """404: with the names that are close to the one asked for, where it names a kind of page. 1 query."""
    return render(request, "errors/404.html", {"proches": near_pages(request.path)}, status=404)


def near_pages(path):
    """Return the documents whose slug or name is close to the second part of an address."""
    asked = re.fullmatch(r"/([a-z]+)/([^/]+)/?", path)
    if not asked or asked[1] not in KINDS:
        return []
    candidates = [
        (name, document)
        for document in KINDS[asked[1]]()
        for name in (document.slug, document.titre, *document.noms)
    ]
    return near(asked[2], candidates)


def server_error(request):
    """500: without any query; in plain HTML where the templates or the static files are what failed."""
    try:
        page = render_to_string("errors/500.html")
    except (TemplateDoesNotExist, TemplateSyntaxError, ValueError):
        page = BARE_PAGE
    return HttpResponseServerError(page)


def method_not_allowed(request, allowed):
    """405: only reading is possible there."""
    response = HttpResponseNotAllowed(allowed)
    response.content = render_to_string("errors/405.html", request=request)
    return response
