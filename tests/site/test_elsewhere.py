"""Links to other places to run a workbook: only those that are set, and whole."""

from urllib.parse import parse_qs, urlsplit

import pytest

from salesedu.site.elsewhere import first_cell, links, offer

NOTEBOOK = "notebooks/1-customer-centrality.ipynb"
ALL = {
    "repository": "https://github.com/you/sales-2027.git", "branch": "main", "jupyterhub": "https://hub.example.edu/",
    "binder": "https://mybinder.org", "colab": "https://colab.research.google.com",
}  # fmt: skip


def test_nothing_is_offered_unless_it_is_set():
    assert offer({}, NOTEBOOK) == ""
    assert offer({"repository": ALL["repository"]}, NOTEBOOK) == ""
    assert links({**ALL, "repository": ""}, NOTEBOOK) == []


def test_each_place_gets_its_own_address():
    told = dict(links(ALL, NOTEBOOK))
    hub = urlsplit(told["your JupyterHub"])
    assert (hub.netloc, hub.path) == ("hub.example.edu", "/hub/user-redirect/git-pull")
    assert parse_qs(hub.query) == {
        "repo": ["https://github.com/you/sales-2027"], "branch": ["main"],
        "urlpath": [f"lab/tree/sales-2027/{NOTEBOOK}"],
    }  # fmt: skip
    assert told["Binder"].startswith("https://mybinder.org/v2/gh/you/sales-2027/main?urlpath=lab%2Ftree%2Fnotebooks")
    assert told["Colab"] == f"https://colab.research.google.com/github/you/sales-2027/blob/main/{NOTEBOOK}"


@pytest.mark.parametrize(
    ("repository", "source"),
    [
        ("https://gitlab.com/group/sub/sales", "/v2/gl/group%2Fsub%2Fsales/main?"),
        ("https://git.example.edu/you/sales", "/v2/git/https%3A%2F%2Fgit.example.edu%2Fyou%2Fsales/main?"),
    ],
)
def test_a_copy_that_is_not_on_github_is_opened_where_that_can_be(repository, source):
    told = dict(links({**ALL, "repository": repository}, NOTEBOOK))
    assert source in told["Binder"]
    assert "Colab" not in told, "Colab opens notebooks from GitHub only"


def test_colab_is_told_what_to_install_first():
    assert first_cell(ALL) == '%pip install --quiet "salesedu @ git+https://github.com/you/sales-2027@main"'
    assert "&quot;salesedu @ git+https://" in offer(ALL, NOTEBOOK)
