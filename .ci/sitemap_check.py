"""Ask a running site for every address of its sitemap and every file these pages use: all must answer 200.

Usage: sitemap_check.py http://127.0.0.1:8000
"""

import re
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit
from xml.etree import ElementTree

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
OWN_FILE = re.compile(r'(?:href|src)="(/static/[^"#]+)')
SECONDS = 30


def get(base, path):
    """Return the status and the text of the page at `path`; redirections are not followed."""
    try:
        with OPENER.open(base + path, timeout=SECONDS) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError as error:
        return str(error), ""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A sitemap lists final addresses: one that redirects is a defect."""

    def redirect_request(self, *args):
        return None


OPENER = urllib.request.build_opener(NoRedirect, urllib.request.ProxyHandler({}))


def locations(base, path):
    """Yield the paths listed by the sitemap at `path`, those of the sitemaps it indexes included."""
    status, text = get(base, path)
    if status != 200:
        sys.exit(f"{path} answers {status}")
    root = ElementTree.fromstring(text)
    for element in root.iter(LOCATION):
        parts = urlsplit(element.text.strip())
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        if root.tag.endswith("sitemapindex"):
            yield from locations(base, target)
        else:
            yield target


def main(base):
    """Print each address that fails, then the count; exit 1 when one failed or none was listed."""
    start, failures, files = time.monotonic(), [], set()
    paths = list(dict.fromkeys(locations(base, "/sitemap.xml")))
    for path in paths:
        status, text = get(base, path)
        files.update(OWN_FILE.findall(text))
        if status != 200:
            failures.append(f"{path} answers {status}")
    for path in sorted(files):
        status, _ = get(base, path)
        if status != 200:
            failures.append(f"{path} answers {status}")
    print(*failures, sep="\n", end="\n" if failures else "")
    seconds = time.monotonic() - start
    print(f"{len(paths)} addresses, {len(files)} static files, {len(failures)} failures in {seconds:.1f} s")
    sys.exit(1 if failures or not paths else 0)


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
