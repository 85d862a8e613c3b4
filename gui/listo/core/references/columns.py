"""The columns of an export in a form of which millions of rows fit: numbers beside the different texts.

A text that stands in very many rows is kept once; texts that are nearly all different lie in one piece.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import add
from typing import Generic, TypeVar, overload

_Value = TypeVar("_Value")
_Value_co = TypeVar("_Value_co", covariant=True)
_Other = TypeVar("_Other")

_FEWEST_PACKED = 1_000
"""Different texts that are packed; fewer take no room worth the time."""


class PackedTexts(Sequence[str]):
    """Texts without line breaks in one piece: an id of six digits takes 15 bytes, as a text of its own 63."""

    __slots__ = ("_count", "_joined", "_known_ends")

    def __init__(self, texts: Sequence[str]) -> None:
        self._joined, self._count = "\n".join(texts).encode("utf-8", "surrogatepass"), len(texts)
        self._known_ends: array[int] | None = None

    def __len__(self) -> int:
        """Return how many texts there are."""
        return self._count

    def __iter__(self) -> Iterator[str]:
        """Yield the texts in order, which takes far less time than asking for each."""
        return iter(self._joined.decode("utf-8", "surrogatepass").split("\n") if self._count else ())

    @property
    def _ends(self) -> array[int]:
        """Where each text ends and the next one begins: worked out once a single one is asked for."""
        if self._known_ends is None:
            lengths = map(len, self._joined.split(b"\n"))
            self._known_ends = array("Q", map(add, accumulate(lengths), range(1, self._count + 1)))
        return self._known_ends

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """Return a text, or several."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        at, ends = range(len(self))[place], self._ends
        start = ends[at - 1] if at else 0
        return self._joined[start : ends[at] - 1].decode("utf-8", "surrogatepass")


class CodedColumn(Sequence[_Value_co], Generic[_Value_co]):
    """What stands in each row: `codes` are places in `values`, of which most are different."""

    __slots__ = ("codes", "values")

    def __init__(self, values: Sequence[_Value_co], codes: Sequence[int]) -> None:
        self.values, self.codes = values, codes

    @classmethod
    def of(cls, rows: Iterable[_Value_co]) -> CodedColumn[_Value_co]:
        """Return a column of what stands in each row; a column is taken as it is."""
        if isinstance(rows, CodedColumn):
            return rows
        rows = list(rows)
        numbers = {value: number for number, value in enumerate(dict.fromkeys(rows))}
        return cls(list(numbers), compact_numbers(map(numbers.__getitem__, rows), len(numbers)))

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.codes)

    def __iter__(self) -> Iterator[_Value_co]:
        """Yield what stands in each row."""
        if isinstance(self.codes, range):
            return iter(self.values)
        return map(list(self.values).__getitem__, self.codes)

    @overload
    def __getitem__(self, place: int) -> _Value_co: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_Value_co]: ...
    def __getitem__(self, place: int | slice) -> _Value_co | Sequence[_Value_co]:
        """Return what stands in a row, or in several."""
        if isinstance(place, slice):
            return [self.values[code] for code in self.codes[place]]
        return self.values[self.codes[place]]

    def map(self, read: Callable[[_Value_co], _Other]) -> CodedColumn[_Other]:
        """Return what each value says; each is read once."""
        return CodedColumn([read(value) for value in self.values], self.codes)

    def select(self, rows: Sequence[bool]) -> CodedColumn[_Value_co]:
        """Return the column with some of its rows, given for each whether it stays."""
        kept = (code for code, stays in zip(self.codes, rows, strict=True) if stays)
        return CodedColumn(self.values, compact_numbers(kept, len(self.values)))


def same_in_all(value: _Value, count: int) -> CodedColumn[_Value]:
    """Return a column of so many rows in which all say the same."""
    return CodedColumn([value], array("B", bytes(count)))


def text_column(texts: Sequence[str], tidy: Callable[[str], str]) -> CodedColumn[str]:
    """Return a column of texts made tidy, `str` where they are; each different one once."""
    different = dict.fromkeys(texts)
    tidied = different.keys() if tidy is str else list(map(tidy, different))
    after = different if tidy is str else dict.fromkeys(tidied)
    values = list(after)
    if len(values) == len(texts):
        return CodedColumn(packed(values), range(len(values)))
    numbers = {text: number for number, text in enumerate(values)}
    codes = numbers
    if tidy is not str:
        codes = {text: numbers[each] for text, each in zip(different, tidied, strict=True)}
    return CodedColumn(packed(values), compact_numbers(map(codes.__getitem__, texts), len(values)))


def tidy_column(texts: Sequence[str], rows: Sequence[int], tidy: Callable[[str], str]) -> CodedColumn[str]:
    """Return the same where each row gives the place of its text."""
    if isinstance(rows, range):
        return text_column(texts, tidy)
    tidied = texts if tidy is str else list(map(tidy, texts))
    numbers = {text: number for number, text in enumerate(dict.fromkeys(tidied))}
    codes: Iterable[int] = rows
    if len(numbers) < len(texts):
        codes = map([numbers[text] for text in tidied].__getitem__, rows)
    return CodedColumn(packed(list(numbers)), compact_numbers(codes, len(numbers)))


def own_column(texts: Sequence[str], tidy: Callable[[str], str]) -> CodedColumn[str]:
    """Return a column of which each row has a text of its own, though several may say the same."""
    return CodedColumn(packed(texts if tidy is str else list(map(tidy, texts))), range(len(texts)))


def packed(texts: Sequence[str]) -> Sequence[str]:
    """Return texts in one piece where that saves room."""
    return PackedTexts(texts) if len(texts) >= _FEWEST_PACKED else texts


def compact_numbers(numbers: Iterable[int], count: int) -> array[int]:
    """Return numbers below a count in as few bytes as hold them."""
    kept = array("B" if count <= 1 << 8 else "H" if count <= 1 << 16 else "i")
    if isinstance(numbers, array) and numbers.typecode == kept.typecode:
        return numbers
    if not isinstance(numbers, array) or numbers.itemsize <= kept.itemsize:
        kept.extend(numbers)
        return kept
    kept.frombytes(numbers.tobytes())  # of whose parts the lowest one of each number holds it
    width = numbers.itemsize // kept.itemsize
    return kept[::width] if sys.byteorder == "little" else kept[width - 1 :: width]


def filled(texts: CodedColumn[str | None]) -> CodedColumn[str]:
    """Return a column with empty texts where there is none."""
    if isinstance(texts.values, PackedTexts):
        return CodedColumn(texts.values, texts.codes)
    return CodedColumn([text or "" for text in texts.values], texts.codes)


def distinct_pairs(one: CodedColumn[_Value], other: CodedColumn[_Other]) -> dict[tuple[_Value, _Other], None]:
    """Return what stands in both columns of any row, each combination once, as they come first."""
    values, others = list(one.values), list(other.values)
    return {(values[a], others[b]): None for a, b in dict.fromkeys(zip(one.codes, other.codes, strict=True))}


def told_together(read: Callable[..., _Value], *columns: CodedColumn[object]) -> CodedColumn[_Value]:
    """Return what the columns say together in each row; each combination is read once."""
    varied: Sequence[CodedColumn[object]] = [column for column in columns if len(column.values) > 1]
    if not varied and all(column.values for column in columns):
        return same_in_all(read(*(column.values[0] for column in columns)), len(columns[0]))
    varied = varied or columns[:1]
    rows = [column.codes for column in varied]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(zip(*rows, strict=True)))}
    every = []
    for key in numbers:
        of_varied = iter(key)
        every.append([column.values[next(of_varied) if column in varied else 0] for column in columns])
    codes = compact_numbers(map(numbers.__getitem__, zip(*rows, strict=True)), len(numbers))
    return CodedColumn([read(*said) for said in every], codes)


def join_column(parts: Sequence[CodedColumn[_Value]]) -> CodedColumn[_Value]:
    """Return the rows of several columns, one below the other; a value of two of them is kept once.

    Where nearly all values are different nothing is compared.
    """
    if any(isinstance(part.values, PackedTexts) for part in parts):
        return _appended(parts)
    numbers: dict[_Value, int] = {}
    tables = [[numbers.setdefault(value, len(numbers)) for value in part.values] for part in parts]
    rows = (map(table.__getitem__, part.codes) for table, part in zip(tables, parts, strict=True))
    return CodedColumn(list(numbers), compact_numbers(chain.from_iterable(rows), len(numbers)))


def _appended(parts: Sequence[CodedColumn[_Value]]) -> CodedColumn[_Value]:
    values: list[_Value] = []
    codes: list[Iterable[int]] = []
    for part in parts:
        codes.append(map(len(values).__add__, part.codes))
        values += part.values
    texts = [value for value in values if isinstance(value, str)]
    kept: Sequence[_Value] = packed(texts) if len(texts) == len(values) else values  # type: ignore[assignment]
    if all(isinstance(part.codes, range) for part in parts):
        return CodedColumn(kept, range(len(values)))
    return CodedColumn(kept, compact_numbers(chain.from_iterable(codes), len(values)))
