"""Every construct of CommonMark and its usual extensions is laid out with its words intact, at any width.

These examples are our own.  Those of the specification come with markdown-it-py's source distribution and are tried by
`python -m tests.bench.commonmark FILE`.
"""

from __future__ import annotations

import pytest

from reader.layout.page import Page
from tests.article.making import markdown

EXAMPLES = {
    # paragraphs and breaks
    "one\ntwo\n\nthree": "one two three",
    "  lead\n         far in": "lead far in",
    "hard  \nbreak\\\nagain": "hard break again",
    "trailing  \n": "trailing",
    "a\\": "a\\",
    "one\n\n\n\n\ntwo": "one two",
    # headings
    "# One\n## Two ##\n### Three #\n#### Four": "One Two Three Four",
    "####### seven": "####### seven",
    "#no space": "#no space",
    "# \\# kept": "# kept",
    "Under *one*\n====\nUnder two\n---": "Under one Under two",
    "Two\nlines\n===": "Two lines",
    "#": "",
    "## a **b** `c`": "a b c",
    # rules
    "***\n---\n___\n * * *": "",
    "a\n***\nb": "a b",
    "+++": "+++",
    # emphasis
    "*a* _b_ **c** __d__": "a b c d",
    "***a** b*": "a b",
    "**a*": "*a",
    "a * b*": "a * b*",
    "a*b*c a_b_c": "abc a_b_c",
    "foo**bar**baz": "foobarbaz",
    "*foo **bar *baz* bim** bop*": "foo bar baz bim bop",
    "**foo\nbar**": "foo bar",
    "_(bar)_.": "(bar).",
    "“*foo*”": "“foo”",
    "\\*not\\* \\_it\\_": "*not* _it_",
    "~~struck~~ ~~~": "struck ~~~",
    # code
    "`a` ``b`c`` ` d `": "a b`c d",
    "`a\\`b": "a\\b",
    "`open": "`open",
    "`a\n  b`": "a b",
    "    code\n      more\n\n    end": "code more end",
    "```\n<b>\n *x*\n```": "<b> *x*",
    "~~~~ info ~~~\ncode\n~~~\n~~~~": "code ~~~",
    "```\nopen": "open",
    "``\nno fence\n``": "no fence",
    "  ```\n  in\n out\n  ```": "in out",
    "para\n    not code": "para not code",
    # links
    "[a](b) [c](<d e>) [f](g 'h') [i]()": "a c f i",
    '[a](b "c"d)': '[a](b "c"d)',
    "[a [b](c)](d)": "[a b](d)",
    "[*a*](b) *[c*](d)": "a *c*",
    "[a] [b][a] [c][]\n\n[a]: /x\n[c]: <y> 'z'": "a b c",
    "[no such]": "[no such]",
    "[A B]: /x\n\n[a  b]": "a b",
    "[x]:\n/y\n'z'\n\n[x]": "x",
    "\\[a](b)": "[a](b)",
    "[a](b\nc)": "[a](b c)",
    "<http://a.b/?c=d> <a@b.c> <no link>": "http://a.b/?c=d a@b.c <no link>",
    "http://bare.example/x.": "http://bare.example/x.",
    "![a](b) ![*c* d](e)": "▣ a (b) ▣ *c* d (e)",
    "[![i](j)](k)": "▣ i (j)",
    "[javascript](javascript:alert(1))": "[javascript](javascript:alert(1))",
    # entities and raw html
    "&lt;b&gt; &quot;&hellip; &#x41; &#0; &bogus;": '<b> "… A � &bogus;',
    "a <i>b</i> <br/> <!-- c --> <3": "a <i>b</i> <br/> <!-- c --> <3",
    "<div>\n*raw*\n\n*cooked*\n</div>": "<div> *raw* cooked </div>",
    "<script>\nx\n\ny\n</script>": "<script> x y </script>",
    "<!-- a\n\nb -->\nc": "<!-- a b --> c",
    "<?php a ?>": "<?php a ?>",
    # quotes
    "> a\nb\n> c": "│ a b c",
    ">a\n>\n>b": "│ a │ │ b",
    "> > > a": "│ │ │ a",
    "> # H\n> - a\n>   b": "│ H │ │ • a b",
    ">     code": "│ code",
    "> a\n\n> b": "│ a │ b",
    ">": "",
    # lists
    "- a\n+ b\n* c": "• a • b • c",
    "1. a\n2. b\n10) c": "1. a 2. b 10) c",
    "0. zero\n1. one": "0. zero 1. one",
    "1234567890. no list": "1234567890. no list",
    "- a\n\n  b\n\n      c": "• a b c",
    "- a\n - b\n  - c": "• a • b • c",
    "- a\n  - b\n    1. c\n       - d": "• a ◦ b 1. c ▪ d",
    "-\n  a": "• a",
    "- \n\n  a": "• a",
    "- # H\n- > q\n- ```\n  c\n  ```": "• H • │ q • c",
    "- a\n  > b\n  ***\n  c": "• a │ b c",
    "a\n- b": "a • b",
    "a\n2. b": "a 2. b",
    "-one": "-one",
    "- - 1. a": "• ◦ 1. a",
    "- a\n- - b": "• a • ◦ b",
    "- [ ] a\n- [x] b\n- [X] *c*\n- [-] d": "☐ a ☑ b ☑ c • [-] d",
    # tabs, blanks and what comes first
    "\ta tab\n\t\ttwo": "a tab two",
    "-\tone\n\n\ttwo": "• one two",
    ">\t\tcode": "│ code",
    "1.  a\n\n        code": "1. a code",
    "- `one\n- two`": "• `one • two`",
    "\u00a0not blank": "not blank",
    "a  b   c": "a b c",
    # headings, again
    "   ### in three ###   ": "in three",
    "### a ### b": "### a ### b".removeprefix("### "),
    "# \\## kept #\\#": "## kept ##",
    "## ": "",
    "a\n# b\nc": "a b c",
    "`a\n===\n`": "`a `",
    "> a\n---": "│ a",
    "- a\n---": "• a",
    "a\n\n===": "a ===",
    "- # a\n  b": "• a b",
    # rules and what only looks like one
    "- - -": "",
    "--": "--",
    "_ _ _ a": "_ _ _ a",
    "- a\n***\n- b": "• a • b",
    # code, again
    "~~~ python title=`x`\na\n~~~": "a",
    "````\n```\n````": "```",
    "```\n\n  \n```": "",
    "> ```\n> a\nb": "│ a b",
    "1. a\n   ```\n   b\n   ```": "1. a b",
    "``` a ``` b": "a b",
    "    a\n\n\n    b\n": "a b",
    "`` ` `` ` ` `  `": "`",
    "`a`b`": "ab`",
    '`<a href="`">`': '<a href="">`',
    # links, again
    "[a](<b)c>) [d](e(f)g)": "a d",
    '[a](b \\"c)': '[a](b "c)',
    "[a][b]\n\n[b]: /x 'one\ntwo'": "a",
    "[a]\n[]\n\n[a]: /x": "a []",
    "[a] [b]\n\n[b]: /x": "[a] b",
    "[a][no]\n\n[a]: /x": "[a][no]",
    "[*a][b]*\n\n[b]: /x": "*a*",
    "![a][b] ![b]\n\n[b]: c.png": "▣ a (c.png) ▣ b (c.png)",
    "![](a.png)": "▣ a.png",
    "\\![a]": "![a]",
    "!\\[a]": "![a]",
    "<a+b:c> <made-up:x> <http://a b>": "a+b:c made-up:x <http://a b>",
    "[ẞ]\n\n[SS]: /x": "ẞ",
    "[a\\]]\n\n[a\\]]: /x": "a]",
    # emphasis, again
    'a_"b"_c': 'a_"b"_c',
    "**a*b**c*": "a*bc*",
    "****a****": "a",
    "*a **b***": "a b",
    "**a *b***": "a b",
    "*a `*` b*": "a * b",
    "*[a*](b)": "*a*",
    "5*6*7": "567",
    "пристаням_стремятся_": "пристаням_стремятся_",
    "*a\n\nb*": "*a b*",
    # raw html and entities, again
    "<pre>\n\n*a*\n</pre>\nb": "<pre> *a* </pre> b",
    "<!DOCTYPE html>": "<!DOCTYPE html>",
    "<![CDATA[\na\n]]>": "<![CDATA[ a ]]>",
    "<del>\n\n*a*\n\n</del>": "<del> a </del>",
    "a <b\n c='d'> e": "a <b c='d'> e",
    "</a> <a/> <33> <__>": "</a> <a/> <33> <__>",
    "&nbsp;&copy;&ClockwiseContourIntegral; &#1234567890;": "©∲ &#1234567890;",
    "[a](&#47;b) `&amp;`": "a &amp;",
    # breaks
    "a\\\nb `c\\\nd`": "a b c\\ d",
    "a  \n   b": "a b",
    "# a\\": "a\\",
    "*a  \nb*": "a b",
    # quotes and lists, again
    "> a\n\n\n> b\nc": "│ a │ b c",
    ">> a\n> b\nc": "│ │ a b c",
    "> 1. a\n> 2. b\n\nc": "│ 1. a │ 2. b c",
    "-\n-\n- a": "• • • a",
    "*\n\n  a": "• a",
    "- a\n\n\n- b": "• a • b",
    "- a\n-\n\n- c": "• a • • c",
    "- a\n\n  [b]: /x\n- [b]": "• a • b",
    "10) a\n11) b\n1. c": "10) a 11) b 1. c",
    "003. a": "3. a",
    "-1. a": "-1. a",
    "- a\n<!-- -->\n- b": "• a <!-- --> • b",
    "1. a\n\n  2. b\n\n    3. c": "1. a 2. b 3. c",
    "   - a\n  - b\n - c": "• a • b • c",
    "- a\n    - b\n        - c": "• a ◦ b ▪ c",
    # extensions
    "| a | b |\n|---|:-:|\n| c \\| d | `e` |\n| f |": "a │ b c | d │ e f │",
    "a | b\n:-- | --:\nc": "a │ b c │",
    "| a |\n| no table": "| a | | no table",
    "x[^1] y[^2]\n\n[^1]: one\n[^2]: two\n    on": "x[1] y[2] [1] one [2] two on",
    "x[^none]": "x[^none]",
    "x[^a] y[^a]\n\n[^a]: *twice*\n\n    - b": "x[a] y[a] [a] twice • b",
    "a[^1]\n\n> [^1]: in a quote": "a[1] │ [1] in a quote",
    "1. [ ] a\n2. [x] b\n   - [ ] c": "1. ☐ a 2. ☑ b ☐ c",
    "- [ ]\n- [x]a\n- [ ]  b": "• [ ] • [x]a ☐ b",
    "[ ] no list": "[ ] no list",
    "a~~b~~c ~d~ ~~~~": "abc ~d~ ~~~~",
    "~~a **b**~~ **~~c~~**": "a b c",
    "~~a\n\nb~~": "~~a b~~",
    "One\nTwo\n: three": "One Two : three",
    "One\n: two\n\n      code\n: > quote\n: - item": "One two code │ quote • item",
    "| a |\n|---|\n| ~~b~~ **c** `d\\|e` [f](g) |": "a b c d|e f",
    "- | a |\n  |---|\n  | b |": "• a b",
    "| a | b |\n|---|---|\n| c \nd": "a │ b c │ d │",
    "|a|\n|:-:|\n|b|\n\n|c|": "a b |c|",
    "| a |\n|---|\n> b": "a │ b",
    "Term\n: one\n\n  more\n: two\n\nOther *term*\n\n: three": "Term one more two Other term three",
}


def words_of(source: str, width: int, *, decorated: bool) -> str:
    """Everything that is drawn, on one line; rules and the lines of tables left out."""
    page = Page(markdown(source), width)
    rows = page.window(page.first(), 1000)
    drawn = ["".join((*(part.text for part in row.prefix if decorated), row.text)) for _, row in rows]
    return " ".join(word for row in drawn for word in row.split() if set(word) - set("─╌┼"))


@pytest.mark.parametrize("source", EXAMPLES)
def test_words_are_intact(source: str) -> None:
    assert words_of(source, 80, decorated=True) == " ".join(EXAMPLES[source].split())


@pytest.mark.parametrize("width", [4, 7, 20])
def test_nothing_is_lost_in_narrow_columns(width: int) -> None:
    """Cells of tables are wrapped side by side: their letters come in another order."""
    for source in EXAMPLES:
        narrow, wide = (words_of(source, cells, decorated=False) for cells in (width, 80))
        same = sorted if "|--" in source or "|:-" in source else str
        assert same(narrow.replace(" ", "").replace("│", "")) == same(wide.replace(" ", "").replace("│", ""))
