"""Markdown's inline parser with places: every token knows which part of the raw content it was made from.

markdown-it gives inline tokens no positions.  Its rules move a cursor, so each rule is wrapped to note where the cursor
stood before and after; plain text and delimiters are contiguous and need no note.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from reader.article.definitions import Definitions

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]


def parse_inline(raw: str, known: Definitions) -> list[Token]:
    """The tokens of `raw` in order; all but text and delimiters have `map == [start, end]` in `raw`."""
    from markdown_it.rules_inline import StateInline

    parser = _parser()
    environment: Mapping[str, Any] = {"references": known.references, "footnotes": known.footnotes}
    state = StateInline(raw, parser, dict(environment), [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


@cache
def _parser() -> MarkdownIt:
    """Imported and made at the first text that has any markup."""
    from markdown_it import MarkdownIt, rules_inline

    parser = MarkdownIt("commonmark").enable("strikethrough").disable("fragments_join")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # addresses stay as they are written
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "footnote", _noting_places(_footnote))
    for name, rule in {
        "newline": rules_inline.newline,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }.items():
        parser.inline.ruler.at(name, _noting_places(rule))
    return parser


def _noting_places(rule: Rule) -> Rule:
    def noting(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            for token in state.tokens[known:]:
                if token.type != "text" and token.map is None:
                    token.map = [start, state.pos]
        return matched

    return noting


def _footnote(state: StateInline, silent: bool) -> bool:
    """`[^label]`, if the text has such a footnote."""
    if not state.src.startswith("[^", state.pos):
        return False
    end = state.src.find("]", state.pos, state.posMax)
    label = state.src[state.pos + 2 : end]
    if end < 0 or label not in state.env["footnotes"]:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).content = label
    state.pos = end + 1
    return True
