import httpx
import pytest

from tests.web.conftest import TOKEN, Site

PAGES = ("/", "/personen", "/hulp", "/voortgang", "/documenten/d-00000000", "/onbekend")


@pytest.mark.parametrize("path", PAGES)
def test_without_the_cookie_nothing_is_shown(unchanged: Site, path: str) -> None:
    answer = httpx.get(unchanged.url + path)
    assert answer.status_code == 403
    assert "Geen toegang" in answer.text
    assert "Proef" not in answer.text


def test_the_token_gives_a_cookie_and_disappears_from_the_address(unchanged: Site) -> None:
    answer = httpx.get(f"{unchanged.url}/personen?token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/personen")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie


def test_the_token_never_leads_to_another_host(unchanged: Site) -> None:
    answer = httpx.get(f"{unchanged.url}//elders.example/?token={TOKEN}")
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("token", ["", "fout", TOKEN + "x", TOKEN[:-1], "ï"])
def test_a_wrong_token_is_refused(unchanged: Site, token: str) -> None:
    answer = httpx.get(f"{unchanged.url}/", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["elders.example", "127.0.0.1", "127.0.0.1:1", "localhost.elders"])
def test_another_host_name_is_refused(unchanged: Site, host: str) -> None:
    assert unchanged.browser.get("/", headers={"Host": host}).status_code == 403


def test_localhost_is_this_host_too(unchanged: Site) -> None:
    port = unchanged.url.rpartition(":")[2]
    assert unchanged.browser.get("/", headers={"Host": f"localhost:{port}"}).status_code == 200


@pytest.mark.parametrize("origin", [None, "null", "http://elders.example", "http://127.0.0.1:1"])
def test_a_change_from_another_page_is_refused(unchanged: Site, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    answer = unchanged.browser.post("/goedkeuren", data={"csrf": unchanged.csrf()}, headers=headers)
    assert answer.status_code == 403
    assert all(row.state != "approved" for row in unchanged.rows)


@pytest.mark.parametrize(
    "fields", [{"andere": "x"}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": "é"}]
)
def test_a_change_without_the_secret_of_the_page_is_refused(
    unchanged: Site, fields: dict[str, str]
) -> None:
    answer = unchanged.browser.post("/goedkeuren", data=fields, headers={"Origin": unchanged.url})
    assert answer.status_code == 403
    assert all(row.state != "approved" for row in unchanged.rows)


def test_a_large_form_is_refused(unchanged: Site) -> None:
    assert unchanged.post("/term", term="x" * 70_000).status_code == 413


def test_a_form_with_very_many_fields_is_refused(unchanged: Site) -> None:
    assert unchanged.post("/term", ground=["5.1.2e"] * 60, term="x").status_code == 403


def test_another_kind_of_body_is_refused(unchanged: Site) -> None:
    answer = unchanged.browser.post(
        "/goedkeuren", json={"csrf": unchanged.csrf()}, headers={"Origin": unchanged.url}
    )
    assert answer.status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(unchanged: Site, method: str) -> None:
    assert unchanged.browser.request(method, "/").status_code == 405


@pytest.mark.parametrize("path", ["/", "/static/style.css", "/onbekend"])
def test_every_answer_carries_the_headers(unchanged: Site, path: str) -> None:
    headers = unchanged.browser.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    # Under no-referrer a browser sends "Origin: null" with our own forms.
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/documenten/d-00000000",
        "/documenten/..%2f..%2fpolicy.toml",
        "/documenten/d-0000000G",
        "/static/..%2fgate.py",
        "/static/%2e%2e/%2e%2e/errors.py",
    ],
)
def test_what_does_not_exist_is_not_found(unchanged: Site, path: str) -> None:
    answer = unchanged.browser.get(path)
    assert answer.status_code == 404
    assert 'lang="nl"' in answer.text


def test_a_fault_shows_no_document_text(unchanged: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_dossier: object) -> None:
        raise ValueError("Wietske Dokkum")

    monkeypatch.setattr("woo.web.pages.overview", fail)
    answer = unchanged.browser.get("/personen")
    assert answer.status_code == 500
    assert "Dokkum" not in answer.text
    assert "ValueError" in answer.text
