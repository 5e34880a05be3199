import re

import pytest
from bs4 import BeautifulSoup

from content.markup import render_line, render_prose, render_text, with_links

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "![foto](https://evil.example/x.png)",
    "![foto](javascript:alert(1))",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](java\tscript:alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](javascript&colon;alert(1))",
    "[klik](%6aavascript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](vbscript:msgbox(1))",
    "[klik](file:///etc/passwd)",
    "[klik](//evil.example)",
    "[klik](/uitloggen)",
    "<javascript:alert(1)>",
    "[klik]\n\n[klik]: javascript:alert(1)",
    '[klik](https://goed.example "x\\" onmouseover=alert(1) y")',
    '<a href="javascript:alert(1)" onclick="alert(1)">klik</a>',
    "<style>body{display:none}</style>",
    "<form action=https://evil.example><input name=password></form>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "<!-- --><base href=https://evil.example>",
    "\x00<script\x00>alert(1)</script>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
]
TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_stays_text(payload):
    for _slash, tag, attributes in TAG.findall(render_text(payload)):
        assert tag in {"p", "br", "strong", "em", "h3", "h4", "ul", "ol", "li", "a"}
        assert re.fullmatch(r'( href="(https?://|mailto:)[^"]*" rel="noopener nofollow")?', attributes), (
            attributes
        )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Gewoon **vet** en *schuin*.", "<p>Gewoon <strong>vet</strong> en <em>schuin</em>.</p>"),
        ("# Kop", "<h3>Kop</h3>"),
        ("### Kop", "<h3>Kop</h3>"),
        ("##### Kop", "<h4>Kop</h4>"),
        ("- één\n- twee", "<ul>\n<li>één</li>\n<li>twee</li>\n</ul>"),
        ("eerste\ntweede", "<p>eerste<br>\ntweede</p>"),
        (
            "[wijk](https://wijk.example/a?b=1&c=2)",
            '<p><a href="https://wijk.example/a?b=1&amp;c=2" rel="noopener nofollow">wijk</a></p>',
        ),
        ("5 < 6 & ‘ja’", "<p>5 &lt; 6 &amp; ‘ja’</p>"),
        ("", ""),
    ],
)
def test_what_people_need_is_kept(written, shown):
    assert render_text(written).strip() == shown


def test_a_link_keeps_nothing_but_its_address():
    assert "title" not in render_text('[x](https://wijk.example "een titel")')


def test_deep_nesting_does_not_break_the_page():
    assert "diep" in render_text(">" * 500 + "- " * 500 + "diep")


def test_authors_have_tables_and_marks_but_no_html():
    table = render_prose("| a | b |\n|:--|---|\n| c | <b>d</b> |")
    assert '<th scope="col">a</th>' in table
    assert "style" not in table
    assert "<b>" not in table
    assert "wordt gecontroleerd" in render_line("Feit [controleren: het jaar].")
    assert "<p>" not in render_line("één regel")


def test_a_picture_from_elsewhere_in_a_lesson_becomes_a_link_that_nobody_loads_by_reading():
    html = render_prose("Kijk: ![een foto](https://elders.example/volg.png)")
    assert "<img" not in html
    assert '<a href="https://elders.example/volg.png">een foto</a>' in html


def test_the_name_of_a_site_becomes_a_link_only_where_that_is_asked():
    not_bare = "- Mail naam@cbs.nl of `cbs.nl` of [CBS](https://cbs.nl/a).\n- [controleren: kijk op cbs.nl]"
    written = f"- Cijfers. CBS, cbs.nl\n{not_bare}"
    link = '<a href="https://cbs.nl" rel="noopener">cbs.nl</a>'
    assert render_prose(written, sites=True).count(link) == 1
    assert render_prose(written, sites=True).count("<a ") == 2
    assert link not in render_prose(written)
    assert f"Kijk op {link}." in render_prose("Kijk op cbs.nl.", sites=True)


@pytest.mark.parametrize("render", [render_text, with_links])
@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Zie https://www.cbs.nl/wijken?naam=Lindermeer.", "https://www.cbs.nl/wijken?naam=Lindermeer"),
        ("(http://allecijfers.nl/buurt/)", "http://allecijfers.nl/buurt/"),
        ("Bron: HTTPS://RIVM.nl; 2024", "HTTPS://RIVM.nl"),
    ],
)
def test_an_address_that_somebody_typed_can_be_followed(render, text, address):
    (link,) = BeautifulSoup(render(text), "html5lib").select("a")
    assert (link["href"], link.get_text(), link["rel"]) == (address, address, ["noopener", "nofollow"])
    assert BeautifulSoup(render(text), "html5lib").get_text().strip() == text


@pytest.mark.parametrize("render", [render_text, with_links])
@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "https:// is geen adres",
        "www.cbs.nl",
        'x"https',
        "<a href=https:a>",
        "data:text/html,x",
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(render, text):
    page = BeautifulSoup(render(text), "html5lib")
    assert not page.select("a")
    assert page.get_text().strip() == text


@pytest.mark.parametrize("render", [render_text, with_links])
def test_what_hides_in_an_address_stays_text(render):
    page = BeautifulSoup(render("""https://x.nl/"onclick='a()'><script>a()</script>"""), "html5lib")
    assert not page.select("script, [onclick]")


def test_a_link_with_words_of_its_own_stays_one_link():
    (link,) = BeautifulSoup(render_text("[https://a.nl](https://b.nl)"), "html5lib").select("a")
    assert (link["href"], link.get_text()) == ("https://b.nl", "https://a.nl")


WIDE = "| wie | wat | waarom |\n|---|---|---|\n| Hawa | helpt bij wassen en aankleden | want dat is zorg |"


def test_a_table_of_sentences_becomes_blocks_on_a_phone_and_its_cells_know_their_column():
    html = render_prose(WIDE)
    assert "ww-table--blocks" in html
    assert '<td role="cell">Hawa</td><td role="cell" data-label="wat">helpt' in html.replace("\n", "")


def test_a_table_of_numbers_or_of_two_columns_stays_a_table_on_a_phone():
    numbers = render_prose("| jaar | buurt | stad |\n|---|---|---|\n| 2024 | 19 | 47 |")
    two = render_prose("| wie | waarom |\n|---|---|\n| Hawa helpt bij wassen en aankleden | dat is zorg |")
    assert "blocks" not in numbers + two
    assert "data-label" not in numbers + two
