"""What every template may use."""

from django.conf import settings


def site(request):
    """Return the contact address (may be empty) for the footer."""
    return {"contact_email": settings.CONTACT_EMAIL}
