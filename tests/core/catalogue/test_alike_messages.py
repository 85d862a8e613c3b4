"""Messages that differ in numbers alone are taken for the same, with the names of each."""

from __future__ import annotations

import pytest

from listo.core.catalogue.message_groups import AlikeMessages
from listo.core.catalogue.recognition import Recognition, recognise

PAIRS = [
    ("MD5110", "AB1234"),
    ("erro MD5110", "erro 12345"),
    ("8047", "MD5110"),
    ("Order 123 had error MD5110", "Order 124 had error AB9999"),
    ("Field (cor13) was not filled in for SKU 77", "Field (cor9) was not filled in for SKU 12"),
    ("Amazon error 8541: conflict of SKU-1", "Amazon error 99022: conflict of SKU-2"),
    ("SKU SKU-1: Please provide a value for it.", "SKU SKU-999: Please provide a value for it."),
    ("1 and 1 are 2", "1 and 2 are 3"),
    ("nothing of ours 12345", "nothing of ours 99022"),
    ("Invalid token SKU 5", "Invalid token SKU 8541"),
    ("Field (cor13) was not filled in for SKU 13", "Field (cor9) was not filled in for SKU 9"),
    ("Field (77) was not filled in for SKU 77", "Field (77) was not filled in for SKU 78"),
    ("Field (Cor) was not filled in. 7", "Field (Cor) was not filled in.7"),
    ("SKU 12: 8541 13", "SKU 12: 8541 8541"),
]


@pytest.mark.parametrize("pair", PAIRS)
def test_each_is_taken_as_if_alone(pair: tuple[str, str]) -> None:
    alike = AlikeMessages()
    for text in (*pair, *pair[::-1]):
        assert told(alike.recognise(text)) == told(recognise(text))


def told(found: Recognition) -> list[tuple[str, dict[str, str]]]:
    return [(match.error_id, dict(match.captured)) for match in found.matches]
