"""Code has colours where somebody knows its language, and its own characters in any case."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.code_words import LONGEST_LINE, coloured, language_of

CODE = 'def total(votes):\n    # all of them\n    return sum(votes) + 12, "done"\n'


def looks(code: str, language: str) -> dict[str, str]:
    """Role by words."""
    return {span.of(code): role for span, role in coloured(code, language)}


def test_words_of_a_language_have_roles() -> None:
    found = looks(CODE, "python")
    assert found["def"] == found["return"] == "code-keyword"
    assert found["total"] == "code-name"
    assert found["# all of them"] == "code-comment"
    assert found["12"] == "code-number"
    assert found['"done"'] == "code-string"


def test_lines_that_came_and_went_differ() -> None:
    assert looks("-old\n+new\n same\n", "diff") == {"-old": "code-deleted", "+new": "code-inserted"}
    assert looks("-old\n+new", "diff") == {"-old": "code-deleted", "+new": "code-inserted"}


@pytest.mark.parametrize("language", ["", "text", "nosuchlanguage", "../../etc"])
def test_what_nobody_knows_stays_plain(language: str) -> None:
    assert coloured(CODE, language) == []


def test_lines_that_are_too_long_for_people_stay_plain() -> None:
    assert coloured('x = "' + "a" * LONGEST_LINE + '"', "python") == []


@pytest.mark.parametrize(
    ("info", "language"),
    [("python", "python"), ("Python title=count.py", "python"), ("{.python .wide}", "python"), ("", ""), ("{}", "")],
)
def test_the_language_is_the_first_word_above_the_code(info: str, language: str) -> None:
    assert language_of(info) == language


@given(st.text(max_size=200), st.sampled_from(["python", "json", "sh", "html", "diff", "c", "yaml", "js", "rust"]))
def test_any_text_is_coloured_in_order_and_without_overlaps(code: str, language: str) -> None:
    at = 0
    for span, role in coloured(code, language):
        assert at <= span.start < span.end <= len(code)
        assert role.startswith("code-")
        at = span.end


def test_importing_this_does_not_load_pygments() -> None:
    program = "import sys, reader.article.code_words; print('pygments' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout == "False\n"
