"""The documentation site, built by its one command's program and looked at in Chromium."""

import threading
import venv
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.chromium import Page, chromium
from tests.packaging.environments import must

pytestmark = pytest.mark.clean_environment

# The host of the search's window, which Zensical keeps in a shadow tree.
SEARCH = (
    "[...document.querySelectorAll('body > div')].find(e => e.shadowRoot?.querySelector('input'))"
)
FOUND = f"[...{SEARCH}.shadowRoot.querySelectorAll('a')].map(a => a.textContent)"


@pytest.fixture(scope="session")
def site(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it, in an environment with nothing but the group docs."""
    folder = tmp_path_factory.mktemp("docs")
    venv.create(folder / "venv", with_pip=True, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    must([*pip, "--upgrade", "pip>=25.1"], folder)
    must([*pip, "--group", f"{checkout / 'pyproject.toml'}:docs"], folder)
    command = (python, "docs/make_site.py", "--site", folder / "site", "--work", folder / "work")
    must(command, checkout)
    return folder / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, on this machine."""
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of requests."""


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A tab of a browser that nobody has used before."""
    with chromium(tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("ja", "解約率", "解約率"),
        ("ja", "数値目標", "数値目標"),
        ("ja", "書き直し", "書き直し"),
        ("ja", "達成", "達成"),
        ("en", "churn", "churn"),
        ("en", "baseline", "baseline"),
    ],
)
def test_the_search_finds_a_word_inside_a_text(
    page: Page, address: str, language: str, words: str, expected: str
) -> None:
    """Japanese ones too, which no space sets apart; what is found shows the word."""
    _search(page, f"{address}{language}/index.html", words)

    found = page.until(f"{FOUND}.length && {FOUND}")

    assert any(expected in text.lower() for text in found), found


def test_the_search_finds_nothing_where_nothing_is(page: Page, address: str) -> None:
    """What nobody wrote has no results: a hit says something."""
    _search(page, f"{address}ja/index.html", "鑢鑷")
    page.until(f"{SEARCH}.shadowRoot.textContent.includes('No results')")

    assert [] == page.value(FOUND)


def _search(page: Page, url: str, words: str) -> None:
    page.window(1400)
    page.open(url)
    page.until("document.querySelector('.md-search__button') !== null")
    page.until(f"Boolean({SEARCH})")
    page.value("document.querySelector('.md-search__button').click()")
    page.until(f"{SEARCH}.shadowRoot.activeElement?.tagName === 'INPUT'")
    page.call("Input.insertText", text=words)


def test_no_page_is_wider_than_a_narrow_window_or_asks_another_machine(
    page: Page, address: str, site: Path
) -> None:
    """On 390 pixels nothing has to be scrolled sideways but tables and code within themselves."""
    page.window(390)
    names = sorted(path.relative_to(site).as_posix() for path in site.glob("*/**/*.html"))
    wide = {}
    for name in names:
        page.open(address + name)
        width = page.value("document.documentElement.scrollWidth")
        if width > 390:
            wide[name] = width

    assert len(names) > 60
    assert {} == wide
    asked = {url for url in page.requests if not url.startswith(("data:", "blob:"))}
    assert [] == sorted(url for url in asked if not url.startswith(address))
    assert asked


def test_the_same_page_in_the_other_language_is_one_click_away(page: Page, address: str) -> None:
    """And the door of the site leads to the reader's language."""
    page.window(1400)
    page.open(f"{address}ja/rules/KR201.html")
    # A click while the page's scripts take over its links is lost: like a person, click again.
    click = (
        "(Date.now() - (window.clicked ?? 0) > 2000"
        " && document.querySelector('.krlint-language').click(window.clicked = Date.now()), false)"
    )
    page.until(f"location.href === '{address}en/rules/KR201.html' || {click}")
    assert "en" == page.until("document.documentElement.lang")

    page.call("Page.navigate", url=f"{address}index.html")
    page.until(
        "document.readyState === 'complete' && document.documentElement.lang && "
        "location.pathname.length > '/index.html'.length"
    )
    assert page.value("location.pathname") in ("/en/index.html", "/ja/index.html")


def test_the_wheel_carries_no_page(wheel: Path) -> None:
    """Whoever installs krlint gets no documentation site with it."""
    with ZipFile(wheel) as archive:
        assert [] == [name for name in archive.namelist() if name.endswith((".html", ".css"))]
