"""Pages that show much of all that the guide holds: made once, kept until a page of the guide changes."""

from hashlib import sha256

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpResponse

from core.search.index import engine

# In seconds. Whatever the index of the search does not follow, such as the label of a field of work, may be
# seen that late.
LONGEST = 60


class KeptPageMixin:
    """For a view that answers everyone alike who comes by the same address; it comes first among the bases.

    The page is kept in the memory of the process, for as long as the index of the search has the same
    edition, and a minute at most: 1 query. Without an index nothing is kept.
    """

    def get(self, request, *args, **kwargs):
        """Answer with the page that is kept, else with a new one."""
        edition = edition_of_the_guide()
        if edition is None:
            return super().get(request, *args, **kwargs)
        key = sha256(f"{edition} {request.build_absolute_uri()}".encode()).hexdigest()
        kept = cache.get(key)
        if kept is not None:
            return HttpResponse(kept)
        response = super().get(request, *args, **kwargs).render()
        cache.set(key, response.content, LONGEST)
        return response


def edition_of_the_guide():
    """Return what changes whenever a page of the guide does, None where no index tells: 1 query."""
    try:
        state = engine().version()
    except DatabaseError:
        return None
    return state and state[2]
