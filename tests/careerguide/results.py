"""How the tests of the search read a page of results."""

SECTION = ".//main/section"


def slugs(page, kind):
    """Return the slugs of the results of a kind, in order."""
    return [address.split("/")[2] for _, address in page.links(f".//main/section[@id='{kind}']//h3")]
