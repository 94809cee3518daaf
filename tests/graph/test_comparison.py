import pytest
from claim_making import RELATIONS, claim, document, extraction, said

from graphkit.errors import StoreError
from graphkit.graph import compare_sources
from graphkit.records import Copy, Source
from graphkit.store import ClaimStore


def test_compare_sources_side_by_side() -> None:
    dawn, post, other = ({"publisher": name} for name in ("Dawn", "Post", "Other"))
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said("in/1.txt", "acme", "supports", "borg", source=dawn),
                said("in/2.txt", "acme", "supports", "borg", source=post, denied=True),
                said("in/3.txt", "carla", "leads", "acme", source=dawn),
                said("in/4.txt", "carla", "leads", "acme", source=post),
                said("in/5.txt", "dunn", "leads", "east", source=dawn),
                said("in/6.txt", "dunn", "leads", "east", source=other, denied=True),
                said("in/7.txt", "dunn", "leads", "borg", source=post),
                # contested, but inside of one of the two
                said("in/8.txt", "carla", "leads", "east", source=post),
                said("in/9.txt", "carla", "leads", "east", source=post, denied=True, speakers=["UN"]),
            ]
        )
        found = compare_sources(store.rows(), "dawn", "Post", RELATIONS)
    assert [(link.subject, link.object) for link in found.shared] == [("carla", "acme"), ("acme", "borg")]
    (clash,) = found.contradictions
    assert clash.pair == ("acme", "borg")
    assert [row["document"]["path"] for row in (*clash.first, *clash.second)] == ["in/1.txt", "in/2.txt"]
    assert [(link.subject, link.object) for link in found.only_first] == [("dunn", "east")]
    assert [(link.subject, link.object) for link in found.only_second] == [
        ("carla", "east"),
        ("dunn", "borg"),
    ]


def test_a_text_that_both_print_is_said_by_both() -> None:
    text = document(
        "Carla Núñez leads Acme.",
        publisher="Agency",
        also=[Copy(path="in/b.txt", source=Source(publisher="Dawn"))],
    )
    dunn = said("in/2.txt", "dunn", "leads", "acme", source={"publisher": "Dawn"})
    with ClaimStore(":memory:") as store:
        store.add([extraction(text, claim(text, "carla", "leads", "acme")), dunn])
        found = compare_sources(store.rows(), "Agency", "Dawn", RELATIONS)
    ((both,), (only,)) = found.shared, found.only_second
    assert (both.subject, len(both.affirmed), only.subject) == ("carla", 1, "dunn")
    assert found.only_first == ()


def test_compare_sources_needs_two() -> None:
    with pytest.raises(StoreError, match="two sources, not 'Dawn' twice"):
        compare_sources([], "Dawn", "dawn", RELATIONS)
