"""Messages that differ in numbers alone are taken for the same, with the names of each."""

from __future__ import annotations

import pytest

from listo.core.catalogue.message_groups import AlikeMessages
from listo.core.catalogue.recognition import Recognition, recognise

PAIRS = [
    ("Field (cor13) was not filled in for SKU 77", "Field (cor9) was not filled in for SKU 12"),
    ("Amazon error 8541: conflict of SKU-1", "Amazon error 99022: conflict of SKU-2"),
    ("SKU SKU-1: Please provide a value for it.", "SKU SKU-999: Please provide a value for it."),
    ("1 and 1 are 2", "1 and 2 are 3"),
    ("nothing of ours 12345", "nothing of ours 99022"),
]


@pytest.mark.parametrize("pair", PAIRS)
def test_each_is_taken_as_if_alone(pair: tuple[str, str]) -> None:
    alike = AlikeMessages()
    for text in (*pair, *pair[::-1]):
        assert told(alike.recognise(text)) == told(recognise(text))


def told(found: Recognition) -> list[tuple[str, dict[str, str]]]:
    return [(match.error_id, dict(match.captured)) for match in found.matches]
