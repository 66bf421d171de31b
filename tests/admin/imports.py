"""A public file on its way through the pages of the administration."""

from django.urls import reverse

from tests.page import Page, plain

ADD = reverse("admin:core_import_add")


def deposit(client, path, famille="onisep-metiers", **others):
    """Send the form; return the page that follows."""
    with path.open("rb") as content:
        return client.post(ADD, {"famille": famille, "fichier": content, **others}, follow=True)


def press(client, page, action):
    """Press a button of the page of a deposit; return the page that follows."""
    return client.post(page.redirect_chain[-1][0], {"action": action}, follow=True)


def text_of(response):
    return plain(Page(response).text(".//div[@id='content']"))


def errors_of(response):
    return [plain(error) for error in Page(response).texts(".//ul[@class='errorlist']/li")]


def notes_of(response):
    return [plain(note) for note in Page(response).texts(".//p[@class='errornote']")]


def text_of_cell(cell):
    return plain("".join(cell.itertext()).strip())


def rows_of(response, number):
    """Return the cells of one table of a report, its header first."""
    table = Page(response).tree.findall(".//div[@class='import__table']/table")[number]
    return [[text_of_cell(cell) for cell in row] for row in table.iter("tr")]
