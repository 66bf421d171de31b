"""What every answer carries, and what no request may carry."""

from django.core.exceptions import BadRequest
from django.urls import reverse

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)
# Longer than any address of the guide; a longer one is a mistake or an attack.
MAX_QUERY_STRING = 8192


def headers(get_response):
    """Add the headers that Django has no setting for."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


def bad_input(get_response):
    """Refuse NUL bytes, which no database stores, and query strings over 8 KB, with a 400 page."""

    def middleware(request):
        query = request.META.get("QUERY_STRING", "")
        if len(query) > MAX_QUERY_STRING:
            raise BadRequest("L’adresse demandée est trop longue.")
        if "\0" in request.path or "%00" in query or "\0" in query:
            raise BadRequest("L’adresse demandée contient un caractère interdit.")
        return get_response(request)

    return middleware


def no_cookies(get_response):
    """Read no cookie on public pages, whatever the browser sends.

    A stale or malformed one would otherwise be answered by a new one. The administration and an editor's
    preview (`?apercu=1`) need the session.
    """

    def middleware(request):
        if not request.path.startswith(reverse("admin:index")) and request.GET.get("apercu") != "1":
            request.META.pop("HTTP_COOKIE", None)
        return get_response(request)

    return middleware


def no_body_on_head(get_response):
    """Answer HEAD with the headers of GET alone: gunicorn logs a line for each body sent beside."""

    def middleware(request):
        response = get_response(request)
        if request.method == "HEAD" and response.streaming:
            response.streaming_content = ()
        elif request.method == "HEAD":
            length = str(len(response.content))
            response.content = b""
            response.headers["Content-Length"] = length
        return response

    return middleware
