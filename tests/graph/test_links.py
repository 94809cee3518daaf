from claim_making import RELATIONS, said

from graphkit.graph import links, links_between
from graphkit.store import ClaimStore


def test_links_group_by_relation_direction_and_polarity() -> None:
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said("in/a.txt", "acme", "supports", "borg"),
                said("in/b.txt", "acme", "supports", "borg", denied=True, speakers=["UN"]),
                said("in/c.txt", "borg", "supports", "acme"),
                said("in/d.txt", "borg", "allied_with", "acme"),
                said("in/e.txt", "acme", "allied_with", "borg"),
                said("in/f.txt", "acme", "allied_with", "dunn"),
            ]
        )
        rows = list(store.rows())
    found = links_between(rows, "borg", "acme", RELATIONS)
    assert [(link.subject, link.relation, link.object) for link in found] == [
        ("acme", "allied_with", "borg"),
        ("acme", "supports", "borg"),
        ("borg", "supports", "acme"),
    ]
    assert found[1].affirming == (("a.txt", "author"),)
    assert found[1].denying == (("b.txt", "UN"),)
    assert (len(found[0].affirmed), found[0].denied) == (2, ())
    assert links_between(rows, "borg", "dunn", RELATIONS) == []
    assert len(links(rows, RELATIONS)) == 4
