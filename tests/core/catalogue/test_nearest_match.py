"""What an index of messages leaves out to be fast is never what wins, nor comes near it."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from listo.core.catalogue import entries
from listo.core.catalogue.nearest_match import find_likely, find_nearest
from listo.core.catalogue.templates import MessageTemplate, TrigramIndex, decode, fold, make_template
from message_variants import KINDS, filled

WORDS = "server price the stock not found pedido loja de valor required amazon attribute sku"
BOUNDS = ((0.45, 0.8), (0.45, 0.56), (0.75, 0.0), (0.9, 0.95))


@cache
def messages() -> tuple[str, ...]:
    return tuple(said for one in entries.all_entries() for texts in one.messages.values() for said in texts)


@cache
def templates() -> tuple[MessageTemplate, ...]:
    return tuple(
        make_template(one.id, language, said)
        for one in entries.all_entries()
        for language, texts in one.messages.items()
        for said in texts
    )


@cache
def index() -> TrigramIndex:
    return TrigramIndex(templates())


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, frozenset[str]]:
    """Draw a message that was damaged a few times, or words of the field, with what it has in quotes."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    said = filled(chance.choice(messages()), chance)
    for _ in range(draw(st.integers(0, 3))):
        said = chance.choice(list(KINDS.values()))(said, chance)
    words = said.split()
    half, third = len(words) // 2, len(words) // 3
    part = draw(st.sampled_from((said, " ".join(words[:half]), " ".join(words[third:]))))
    assume(len(part) > len("none"))
    mixed = " ".join([*chance.choices(WORDS.split(), k=chance.randint(0, 9)), part])
    folded = fold(decode(draw(st.sampled_from((part, mixed)))))
    return folded, frozenset(chance.sample(folded.split(), min(2, len(folded.split()))))


@pytest.mark.parametrize(("least", "rival"), BOUNDS)
@settings(deadline=None)
@given(texts())
def test_nothing_is_left_out_that_comes_near_the_best(least, rival, asked) -> None:
    folded, quoted = asked
    everything = find_likely(index(), folded, quoted)
    bound = max(least, rival * everything[0].score) if everything else 1.0
    expected = [one for one in everything if one.score >= bound]
    assert find_likely(index(), folded, quoted, least=least, rival=rival) == expected


@pytest.mark.parametrize(("least", "rival"), BOUNDS[:2])
@settings(deadline=None)
@given(texts(), st.floats(0.5, 0.95))
def test_all_is_left_out_only_where_nothing_comes_to_enough(least, rival, asked, enough) -> None:
    everything = find_likely(index(), *asked, least=least, rival=rival)
    told = find_likely(index(), *asked, least=least, rival=rival, enough=lambda: enough)
    assert told == everything or (not told and everything[0].score < enough)


@settings(deadline=None)
@given(texts())
def test_a_message_is_found_without_its_pattern_as_with_it(asked) -> None:
    for one in templates():
        found, by_pattern = one.find_in(asked[0]), one.pattern.search(asked[0])
        assert (found and (found.start, found.end)) == (by_pattern and by_pattern.span())


@settings(deadline=None)
@given(st.lists(texts(), max_size=4), texts())
def test_what_was_asked_before_changes_nothing(before, asked) -> None:
    few = TrigramIndex(templates()[::40])
    fresh = (find_nearest(few, *asked), find_likely(few, *asked))
    for one in before:
        find_nearest(few, *one)
    assert (find_nearest(few, *asked), find_likely(few, *asked)) == fresh
