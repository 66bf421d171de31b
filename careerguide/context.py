"""What every template may use."""

from django.conf import settings

from metiers.selection import Selection


def site(request):
    """Return the contact address of the guide, empty if none is set, and the métiers put aside."""
    return {"contact_email": settings.CONTACT_EMAIL, "selection": Selection(request)}
