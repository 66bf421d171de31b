"""A look at a page from all sides, taken once: opening it is what costs time."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser import probes

SCREEN, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
# 320 px is what WCAG 1.4.10 asks for: a screen of 1280 px enlarged four times.
WIDTHS = [320, 360, 1280]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What Django itself draws: the search box within an autocomplete, and the model of a row to add.
DJANGOS_OWN = {"exclude": [[".select2-container"], [".empty-form"], ["th.original"]]}


class Tour:
    """What a page asked for, said in the console and left behind; how it holds together; what axe finds.

    Each width has its layout and each theme its colours, so that axe looks twice: at the light page on a
    screen, at the dark one on a phone.
    """

    def __init__(self, kind, context):
        self.answers, self.failures, self.said = [], [], []
        page = context.new_page()
        page.set_viewport_size(SCREEN)
        page.emulate_media(color_scheme="light")
        page.on("response", lambda response: self.answers.append((response.url, response.status)))
        page.on("requestfailed", lambda request: self.failures.append(request.url))
        page.on("console", lambda line: self.said.append((line.type, line.text, line.location["url"])))
        page.on("pageerror", lambda error: self.said.append(("error", str(error), "")))
        page.goto(kind.path)
        self.address = page.url
        self.loaded_fonts = page.evaluate(probes.LOADED_FONTS)

        page.evaluate(probes.OPEN_DETAILS)
        self.headings = page.evaluate(probes.HEADINGS)
        self.amiss_on_a_screen = violations(page)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(PHONE)
        self.amiss_on_a_phone = violations(page)
        self.outside = outside(page)

        self.stored = page.evaluate(probes.STORED)
        self.cookies = context.cookies()


def violations(page):
    """Return what axe finds on a page as « rule: element », having made sure that it looked."""
    page.evaluate(probes.END_TRANSITIONS)
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        # axe leaves the rule of WCAG 2.2 on the size of targets out unless it is named.
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
        # axe would ask the site for style sheets on its own account.
        "preload": False,
    }
    results = Axe().run(page, context=DJANGOS_OWN, options=options).response
    assert {"color-contrast", "target-size"} <= {rule["id"] for rule in tried(results)}
    return [
        f"{found['id']}: {' '.join(map(str, node['target']))}"
        for found in results["violations"]
        for node in found["nodes"]
    ]


def tried(results):
    return [rule for outcome in ("passes", "violations", "incomplete") for rule in results[outcome]]


def outside(page):
    """Return what stands outside the window, by width, and with the text twice as large."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        found[width] = page.evaluate(probes.OUTSIDE)
    page.evaluate(probes.TEXT_TWICE_AS_LARGE)
    found["text twice as large"] = page.evaluate(probes.OUTSIDE)
    return {width: items for width, items in found.items() if items}
