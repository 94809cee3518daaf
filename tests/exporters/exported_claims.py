"""A small store with a claim of each kind, and texts that break careless writers."""

from claim_making import claim, document, extraction, said

from graphkit.records import Copy, Source
from graphkit.store import ClaimStore

HOSTILE = (
    "=cmd|' /C calc'!A0 \"double\" 'single' „low“ «guillemets» `back` ]]> "
    "<b>&amp;</b> <!-- \\ \\n ; , | $x {y} \t tab \r\n line \x85 next \u2028 separator "
    "\0 \x07 \x1b[31m \ufffe שלום مرحبا \u202eright\u202c 👩‍👩‍👧 \ud800 end"
)
LONG = "long " * 20_000


def filled_store() -> ClaimStore:
    """Affirmed, denied, hedged, contested, symmetric, self-link, undated, speakers, hostile text."""
    store = ClaimStore(":memory:")
    copied = document(
        "Acme and Borg. Context here. Borg leads Acme.",
        "in/copied.txt",
        also=[Copy(path="in/copy.txt", source=Source(publisher="Second"))],
        publisher="First",
        date="2021-08-26",
        url="https://example.org/a?b=1&c=2",
        title="=1+1",
        author="@Ann",
    )
    chain = {"speakers": ["UN Team", "East"], "speaker_ids": [None, "east"]}
    store.add(
        [
            said("in/a.txt", "acme", "supports", "borg", source={"publisher": "Dawn", "date": "2021-08"}),
            said("in/b.txt", "acme", "supports", "borg", denied=True, source={"date": "2021"}, **chain),
            said("in/c.txt", "acme", "attacks", "borg", hedged=True, confidence=0.25),
            said("in/d.txt", "borg", "allied_with", "acme", source={"date": "2021-02-31"}),
            said("in/e.txt", "carla", "leads", "carla", text=LONG),
            said("in/f.txt", "dunn", "opposes", "east", text=HOSTILE.encode("utf-8", "replace").decode()),
            extraction(copied, claim(copied, "borg", "leads", "acme", start=29, context=(15, 28), **chain)),
        ]
    )
    return store
