"""What a fiche tells in sentences, where a table of métiers has no points to hold."""

from core.comparison import Part

AT_LENGTH = "raconté sur la fiche"


def told_at_length(metier, prose, section):
    """Return the part that leads to the section of a fiche that tells what the row says in points.

    `prose` names the text of the métier that does; nothing where it is empty, or "". Two such texts are
    taken for different: nobody has compared them.
    """
    if not (prose and getattr(metier, prose)):
        return []
    return [Part(AT_LENGTH, url=f"{metier.get_absolute_url()}#{section}", valeur=(AT_LENGTH, metier.slug))]
