from pathlib import Path


def test_web_page_gives_article_and_metadata(read, fixtures: Path) -> None:
    [document], problems = read(fixtures / "articles" / "light_keepers.html")
    assert problems == []
    assert document.source.to_dict() == {
        "publisher": "Fen Times",
        "title": "The light keepers",
        "author": "Imre Talvasto",
        "date": "2019-03-07",
        "url": "https://fentimes.example.org/lights",
    }
    assert "the keepers’ guild said." in document.text
    assert "The guild & the Orrin League" in document.text
    for furniture in ("Subscribe", "imprint", "script"):
        assert furniture not in document.text


def test_page_without_article_is_named(read, fixtures: Path) -> None:
    documents, [problem] = read(fixtures / "damaged" / "broken.html")
    assert documents == []
    assert str(problem).startswith("broken.html: no article text")


def test_script_in_a_headline_is_no_markup(read, write) -> None:
    article = "<article><h1>A &lt;/script&gt; in it</h1><p>The League denies it all.</p></article>"
    page = f"<html><body>{article}</body></html>"
    [document], _ = read(write("a.html", page))
    assert "The League denies it all." in document.text
