"""What every template may use."""

from django.conf import settings


def site(request):
    """Return the contact address of the guide, empty if none is set."""
    return {"contact_email": settings.CONTACT_EMAIL}
