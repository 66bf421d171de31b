"""What every answer carries, and what no request may carry."""

import pytest


@pytest.mark.parametrize(
    "address",
    ["/metiers/?q=a%00b", "/metiers/?m=%00", "/metiers/%00/", "/recherche/?q=%00"],
)
def test_a_nul_byte_is_refused_with_a_page_that_leads_back(client, db, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "L’adresse demandée contient un caractère interdit." in answer.text
    assert '<a class="bouton bouton--principal" href="/">Revenir à l’accueil</a>' in answer.text


def test_an_address_of_nine_kilobytes_is_refused_with_a_page(client, db):
    answer = client.get("/metiers/?q=" + "a" * 9216)
    assert answer.status_code == 400
    assert "L’adresse demandée est trop longue." in answer.text


def test_an_address_of_eight_kilobytes_is_read(client, db):
    assert client.get("/metiers/?q=" + "a" * (8192 - 2)).status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/metiers/", "/metiers/technicien-cloud/", "/salaires/", "/nulle-part/"]
)
def test_every_page_carries_the_headers_that_protect_its_reader(client, db, address):
    headers = client.get(address).headers
    # The library writes the directives in no fixed order.
    assert set(headers["Content-Security-Policy"].split("; ")) == {
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    }
    assert headers["Permissions-Policy"] == (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "address",
    ["/", "/metiers/", "/metiers/technicien-cloud/", "/metiers/comparer/", "/salaires/", "/nulle-part/"],
)
def test_no_public_page_sets_a_cookie_or_depends_on_one(client, db, address):
    answer = client.get(address)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("address", ["/", "/metiers/", "/metiers/technicien-cloud/", "/a-propos/"])
def test_a_stale_or_malformed_cookie_is_neither_read_nor_answered(client, db, address):
    answer = client.get(address, headers={"cookie": "csrftoken=1; sessionid=périmée"})
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_head_tells_what_get_would_send_without_sending_it(client, db):
    asked, told = client.get("/a-propos/"), client.head("/a-propos/")
    assert told.content == b""
    assert told.headers["Content-Length"] == str(len(asked.content))
