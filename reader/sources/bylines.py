"""Lines that say who wrote it and when: one line in, names out, or whether it is a date line."""

from __future__ import annotations

import re

from reader.sources.dates import find_date
from reader.sources.wording import size, title_case

_BY = re.compile(
    r"""(?i:(?:(?:written|posted|reported|reporting|story|words|text)\s)?by\s*[:：]?\s+)(?P<by>[^\W\d_a-z].*)
      | (?i:authors?|byline|von|par|por|di|door)\s*[:：]?\s+(?P<author>[^\W\d_a-z].*)
      | (?:作者|记者|記者|撰文|文)\s*[:：|丨/／]\s*(?P<cjk>\S.*)
      | 本报记者\s*(?P<staff>\S.*)""",
    re.VERBOSE,
)
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?|\b\d{1,2}(?=\s*[ap]\.?m\b)", re.IGNORECASE)
_DATE_WORDS = re.compile(
    r"""\b(?:published|updated|posted|created|modified|last|first|on|at|date|the|is|was|time|uhr|le|el|am|pm|a\.m|p\.m|
        mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|
        gmt|utc|bst|est|edt|cet|cest|pst|pdt|
        veröffentlicht|aktualisiert|publié|mis\sà\sjour|publicado|actualizado)\b\.?|发布|更新|时间|日期|星期.""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER_WORDS = 3


def author(text: str) -> str:
    """The names in a byline, "" for any other line: Mirela Tosk from "By Mirela Tosk | 13 May 2025"."""
    found = _BY.fullmatch(text)
    if not found:
        return ""
    name = next(filter(None, found.groups()))
    if dated := find_date(name):
        name = name[: dated[1][0]]
    name = name.rstrip(" |,-–—·•:(")
    is_name = title_case(name) >= 0.6 or found["cjk"] or found["staff"] or size(name) <= 2
    return name if is_name and size(name) <= 14 and ":" not in name and not name.endswith(("?", "!")) else ""


def is_date_line(text: str) -> bool:
    """Does the line hold nothing but dates, times, words like "updated", and at most a place or a name?"""
    if not any(map(str.isdigit, text)):
        return False
    rest = text
    while found := find_date(rest):
        start, end = found[1]
        rest = rest[:start] + rest[end:]
    return rest != text and size(_DATE_WORDS.sub(" ", _TIME.sub(" ", rest))) <= _OTHER_WORDS
