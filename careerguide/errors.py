"""Pages for what went wrong: each says what happened, in French, and shows a way back."""

from django.core.exceptions import BadRequest
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseServerError, QueryDict
from django.shortcuts import render
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from careerguide.search import near_pages

SECONDS_BUSY = "60"
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
    """404: with the names that are close to the one asked for, where it names a kind of page."""
    return render(request, "errors/404.html", {"proches": near_pages(request.path)}, status=404)


def server_error(request):
    """500: without any query; in plain HTML where the templates or the static files are what failed."""
    try:
        page = render_to_string("errors/500.html")
    except (TemplateDoesNotExist, TemplateSyntaxError, ValueError):
        page = BARE_PAGE
    return HttpResponseServerError(page)


def database_busy():
    """503: what was sent could not be written; without any query."""
    page = render_to_string("errors/503.html")
    return HttpResponse(page, status=503, headers={"Retry-After": SECONDS_BUSY})


def method_not_allowed(request, allowed):
    """405: only reading is possible there."""
    response = HttpResponseNotAllowed(allowed)
    response.content = render_to_string("errors/405.html", request=request)
    return response
