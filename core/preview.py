"""Pages with a state: published for all, drafts for editors, former addresses that lead on."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.utils.functional import cached_property

from core import querystring


class PreviewMixin:
    """For a `DetailView` or `ListView` of a `Publication`.

    `?apercu=1` shows an editor what is not published yet. Only then is the user looked at, so that a
    public page never opens the session and never sets a cookie.
    """

    @cached_property
    def is_preview(self):
        """Say whether an editor asks to see drafts."""
        return self.request.GET.get("apercu") == "1" and self.request.user.is_staff

    def get_queryset(self):
        return super().get_queryset().visible(preview=self.is_preview)

    def get_context_data(self, **kwargs):
        # A preview is for its editor, not for search engines.
        robots = {"robots": "noindex"} if self.is_preview else {}
        return super().get_context_data(apercu=self.is_preview, **{**kwargs, **robots})


class FormerSlugMixin:
    """For a `DetailView`: an address that has changed answers 301 to the present one."""

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            present = self.get_queryset().with_former_slug(kwargs["slug"]).first()
            if present is None:
                raise
            pairs = querystring.pairs_of(request.GET)
            return HttpResponsePermanentRedirect(querystring.build(present.get_absolute_url(), pairs))
