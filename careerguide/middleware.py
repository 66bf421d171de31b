"""Wrong methods answer 405 before anything else looks at them; a database that is busy answers 503."""

from django.db import OperationalError

from careerguide.errors import database_busy, method_not_allowed


class MethodNotAllowed:
    """Refuse a method that a class-based view does not have, with a French page.

    It stands above CsrfViewMiddleware: otherwise a POST to a page that is only read would be told
    that its form lacks a token (403), which is not what is wrong.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        view_class = getattr(view, "view_class", None)
        if view_class is None:
            return None
        allowed = [name.upper() for name in view_class.http_method_names if hasattr(view_class, name)]
        if "GET" in allowed:
            # As `View.setup()` does.
            allowed.append("HEAD")
        return None if request.method in allowed else method_not_allowed(request, sorted(set(allowed)))


class DatabaseBusy:
    """Say that an import holds the database, where a form waited longer for it than SQLite waits.

    The writes of an import are one transaction, and SQLite has one writer at a time.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        is_busy = isinstance(exception, OperationalError) and "locked" in str(exception)
        return database_busy() if is_busy else None
