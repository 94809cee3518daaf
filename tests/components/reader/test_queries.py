"""Which pairs are asked about."""

from graphkit.components.reader.queries import MOST_PAIRS, Named, Query, answering, earlier, queries

SENTENCE = (0, 50)


def test_each_two_actors_are_asked_about_once_at_their_nearest_mentions() -> None:
    mentions = [Named(0, 1, "a"), Named(10, 11, "b"), Named(12, 13, "a")]
    assert list(queries(SENTENCE, mentions)) == [Query(Named(10, 11, "b"), Named(12, 13, "a"), SENTENCE)]


def test_one_mention_of_two_actors_is_a_pair() -> None:
    both = [Named(3, 4, "b"), Named(3, 4, "a")]
    assert list(queries(SENTENCE, both)) == [Query(Named(3, 4, "a"), Named(3, 4, "b"), SENTENCE)]


def test_one_actor_alone_is_no_pair() -> None:
    assert not list(queries(SENTENCE, [Named(0, 1, "a"), Named(5, 6, "a")]))


def test_of_a_long_list_only_near_pairs_are_asked_about() -> None:
    names = [Named(place, place + 1, f"a{place:02}") for place in range(30)]
    found = list(queries(SENTENCE, names))
    assert len(found) == MOST_PAIRS
    assert max(query.second.start - query.first.start for query in found) <= 3


def test_links_of_earlier_sentences_are_asked_about_again() -> None:
    before = [Named(1, 2, "a"), Named(4, 5, "b"), Named(8, 9, "a")]
    sentence = (10, 20)
    found = list(answering(sentence, [("a", "b")], before, []))
    assert found == [Query(Named(4, 5, "b"), Named(8, 9, "a"), sentence)]
    assert not list(answering(sentence, [("b", "a")], before, found)), "asked already"
    assert not list(answering(sentence, [("a", "c")], before, [])), "nobody is called c"


def test_the_nearest_earlier_link_of_a_pair_counts() -> None:
    linked = {1: {("a", "b"): "supports"}, 2: {("a", "b"): "controls"}, 0: {("c", "d"): "leads"}}
    assert earlier(3, linked) == {("a", "b"): "controls"}
    assert earlier(2, linked) == {("c", "d"): "leads", ("a", "b"): "supports"}
