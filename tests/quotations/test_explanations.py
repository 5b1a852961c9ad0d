"""Why a quotation stands under its speaker, in words."""

from __future__ import annotations

import re

from reader.quotations import Quotation, analyse, explain, rule_version
from reader.quotations.rules import rule_named
from tests.quotations.golden import article, cases


def only(text: str) -> Quotation:
    (quotation,) = analyse(article(text)).quotations
    return quotation


def test_an_explanation_names_mention_cue_person_and_rule() -> None:
    quotation = only("Maria Lopez runs the port, and the port is large. “We are ready,” she said.")
    told = explain(quotation)
    assert "“she” says it, by “said”; in this article that is Maria Lopez." in told
    assert "right behind the marks" in told
    assert f"{quotation.confidence:.0%}" in told


def test_an_explanation_names_who_passes_the_words_on() -> None:
    quotation = only("“There is no winner,” the government said Haro Linde told Mr. Pike.")
    assert "passed on by “the government”" in explain(quotation)


def test_an_explanation_says_so_when_there_is_no_speaker() -> None:
    assert explain(only("“Nobody knows this.”")).startswith("No speaker is given.")


def test_every_rule_that_the_cases_use_is_measured_and_described() -> None:
    used = {quotation.rule for case in cases() for quotation in analyse(article(case.text)).quotations}
    assert len(used) > 20
    assert [rule for rule in sorted(used) if rule_named(rule).looks_for == "something else"] == []


def test_the_version_of_the_rules_is_a_short_stable_word() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", rule_version())
