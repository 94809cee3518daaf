"""How an entry of relations.yaml is read."""

import pytest

from graphkit.components.triggers import NOUN, ROLE, VERB, parse_trigger, read_triggers
from graphkit.lexicon import load_relations


def test_a_bare_verb_takes_a_direct_object() -> None:
    trigger = parse_trigger("arm", "supports", VERB)
    assert (trigger.lemma, trigger.prepositions, trigger.particle) == ("arm", frozenset(), None)
    assert trigger.weight == 0


def test_a_particle_is_no_preposition() -> None:
    trigger = parse_trigger("team +up with", "allied_with", VERB)
    assert (trigger.lemma, trigger.particle, trigger.prepositions) == ("team", "up", {"with"})
    assert trigger.objects == frozenset()


def test_a_verb_governs_its_objects() -> None:
    trigger = parse_trigger("sign contract with", "negotiates_with", VERB)
    assert (trigger.lemma, trigger.objects, trigger.prepositions) == ("sign", {"contract"}, {"with"})


def test_a_noun_has_its_modifiers_before_it() -> None:
    trigger = parse_trigger("close tie with|between", "allied_with", NOUN)
    assert (trigger.lemma, trigger.modifiers, trigger.prepositions) == ("tie", {"close"}, {"with", "between"})


def test_a_lone_word_is_never_only_a_preposition() -> None:
    assert parse_trigger("against", "opposes", VERB).lemma == "against"


@pytest.mark.parametrize(
    ("longer", "shorter"), [("close tie with", "tie with"), ("tie with", "tie"), ("take +over", "take")]
)
def test_what_is_written_out_weighs_more(longer: str, shorter: str) -> None:
    assert parse_trigger(longer, "x", NOUN).weight > parse_trigger(shorter, "x", NOUN).weight


def test_tables_put_the_most_telling_first() -> None:
    tables = read_triggers(load_relations().values())
    for kind in tables:
        for lemma, found in tables[kind].items():
            assert [item.weight for item in found] == sorted((item.weight for item in found), reverse=True), (
                lemma
            )


def test_reversed_lists_turn_the_link_round() -> None:
    tables = read_triggers(load_relations().values())
    assert {item.is_reversed for item in tables[ROLE]["tool"] if item.relation == "controls"} == {True}
    assert {item.is_reversed for item in tables[ROLE]["owner"] if item.relation == "controls"} == {False}


def test_every_entry_says_the_same_thing_once() -> None:
    tables = read_triggers(load_relations().values())
    doubled = [
        (kind, lemma, item)
        for kind in tables
        for lemma, found in tables[kind].items()
        for item in found
        if found.count(item) > 1
    ]
    assert not doubled
