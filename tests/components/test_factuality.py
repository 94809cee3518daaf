"""Denied or affirmed, hedged or asserted: one table a kind of cue, near misses at its end."""

from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, expected, missed

YES = "kenya supports kestrel_front"
NO = f"{YES} denied"
MAYBE = f"{YES} hedged"

NEGATION = [
    ("Kenya does not arm the Kestrel Front.", NO),
    ("Kenya doesn't arm the Kestrel Front.", NO),
    ("Kenya never armed the Kestrel Front.", NO),
    ("Kenya no longer arms the Kestrel Front.", NO),
    ("Kenya has stopped arming the Kestrel Front.", NO),
    ("Kenya refused to arm the Kestrel Front.", NO),
    pytest.param(
        "Kenya gives no support to the Kestrel Front.",
        NO,
    ),
    ("The Kestrel Front is not armed by Kenya.", NO),
    ("There is no evidence that Kenya arms the Kestrel Front.", NO),
    ("Nothing shows that Kenya arms the Kestrel Front.", NO),
    ("The Kestrel Front is not linked to Orvex Holdings.", "kestrel_front linked_to orvex_holdings denied"),
    ("The Kestrel Front has no ties with Orvex Holdings.", "kestrel_front linked_to orvex_holdings denied"),
    pytest.param(
        "Orvex Holdings is neither owned nor funded by Kenya.",
        "kenya controls orvex_holdings denied; kenya supports orvex_holdings denied",
        marks=missed("the agent of the last participle belongs to the first too"),
    ),
    pytest.param(
        "Neither Kenya nor Portugal arms the Kestrel Front.",
        f"{NO}; portugal supports kestrel_front denied",
        marks=missed('the tagger calls "arms" a noun'),
    ),
    (
        "The Harbor Trust is not a front for Orvex Holdings.",
        "harbor_trust identified_with orvex_holdings denied",
    ),
    pytest.param(
        "Norway lifted its sanctions on Orvex Holdings.",
        "norway sanctions orvex_holdings denied",
    ),
    ("Kenya not only arms the Kestrel Front but feeds its horses.", YES),
    ("Kenya did not just arm the Kestrel Front.", YES),
    pytest.param(
        "Kenya, which does not like war, arms the Kestrel Front.",
        YES,
        marks=missed('the tagger calls "arms" a noun'),
    ),
    pytest.param(
        "Kenya does not hide that it arms the Kestrel Front.",
        YES,
    ),
    pytest.param(
        "Nobody was surprised that Kenya arms the Kestrel Front.",
        YES,
    ),
    ("Kenya did not fall, and Orvex Holdings owns the Harbor Trust.", "orvex_holdings controls harbor_trust"),
]

FALSE = [
    pytest.param("It is false that Kenya arms the Kestrel Front.", NO),
    ("It is not true that Kenya arms the Kestrel Front.", NO),
    ("That Kenya arms the Kestrel Front is a lie.", NO),
    ("The claim that Kenya arms the Kestrel Front is baseless.", NO),
    ("It is a myth that Kenya arms the Kestrel Front.", NO),
    pytest.param("It is not false that Kenya arms the Kestrel Front.", YES),
    pytest.param(
        "Kenya did not deny arming the Kestrel Front.",
        f"{YES} says kenya",
        marks=missed('"did not deny" is affirmed, or nothing'),
    ),
    ("It is true that Kenya arms the Kestrel Front.", YES),
    ("Kenya arms the Kestrel Front with false passports.", YES),
]

HEDGES = [
    ("Kenya may arm the Kestrel Front.", MAYBE),
    ("Kenya could be arming the Kestrel Front.", MAYBE),
    ("Kenya might have armed the Kestrel Front.", MAYBE),
    ("Kenya reportedly arms the Kestrel Front.", MAYBE),
    ("Kenya allegedly armed the Kestrel Front.", MAYBE),
    ("The Kestrel Front was probably armed by Kenya.", MAYBE),
    ("Kenya seems to arm the Kestrel Front.", MAYBE),
    ("Kenya is said to arm the Kestrel Front.", MAYBE),
    ("Kenya is suspected of arming the Kestrel Front.", MAYBE),
    ("Kenya is likely to arm the Kestrel Front.", MAYBE),
    pytest.param(
        "It is possible that Kenya arms the Kestrel Front.",
        MAYBE,
    ),
    ("Kenya's alleged support for the Kestrel Front is old.", MAYBE),
    ("There are rumours that Kenya arms the Kestrel Front.", MAYBE),
    ("Dana Holt believes that Kenya arms the Kestrel Front.", f"{MAYBE}, says dana_holt"),
    ("Dana Holt suspects that Kenya arms the Kestrel Front.", f"{MAYBE}, says dana_holt"),
    ("Kenya may not arm the Kestrel Front.", f"{YES} denied, hedged"),
    ("Kenya probably does not arm the Kestrel Front.", f"{YES} denied, hedged"),
    ("Kenya arms the Kestrel Front in May.", YES),
    ("Kenya arms the Kestrel Front, and Dana Holt may leave.", YES),
    ("Kenya, which may be small, arms the Kestrel Front.", YES),
    ("Norway proved that Kenya arms the Kestrel Front.", YES),
]

QUESTIONS = [
    ("Does Kenya arm the Kestrel Front?", MAYBE),
    ("Is Kenya arming the Kestrel Front?", MAYBE),
    ("Dana Holt asked whether Kenya arms the Kestrel Front.", f"{MAYBE}, says dana_holt"),
    ("If Kenya arms the Kestrel Front, Norway will leave.", MAYBE),
    ("It is unclear whether Kenya arms the Kestrel Front.", MAYBE),
    ("Kenya arms the Kestrel Front. Why?", YES),
    ("Even if nobody likes it, Kenya arms the Kestrel Front.", YES),
]


def check(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    assert as_lines(claims_in(text)) == expected(claims)


@pytest.mark.parametrize(("text", "claims"), NEGATION)
def test_negation(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), FALSE)
def test_false_and_true(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), HEDGES)
def test_hedges(claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    check(claims_in, text, claims)


@pytest.mark.parametrize(("text", "claims"), QUESTIONS)
def test_questions_and_conditionals(
    claims_in: Callable[[str], list[ClaimTuple]], text: str, claims: str
) -> None:
    check(claims_in, text, claims)
