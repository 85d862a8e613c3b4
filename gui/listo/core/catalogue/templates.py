"""The messages of the catalogue as patterns: their fixed words, the gaps, and the names that fill these.

Patterns and texts are compared with entities decoded, accents and case folded, and all but letters and
digits a blank. A text is one that has all fixed words, or may be one of the few with which it shares most
trigrams of words, the rare ones weighing more.
"""

from __future__ import annotations

import math
import re
import struct
import sys
import unicodedata
from array import array
from bisect import bisect, bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from listo.core.catalogue.entries import Entry
from listo.core.texts import Language

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")

_ESCAPED_QUOTE = re.compile(r'(?<!\\)\\+"')
_DOUBLED_QUOTES = re.compile(r'""([^"]+)""')

_STRETCH = re.compile(r"[^ ]+(?: [^ ]+)*")
"""Words with one blank between them."""

_GAP = re.compile(r"\{(\w+)\}")
_LONGEST_NAME = 400
"""Letters of a name in a message: 100 answer the same; it bounds the search in a text without end."""

_QUOTES = "\"'“”‘’«»"
_PAUSES = " \t\r\n.,;:"
_AROUND = f"{_PAUSES}{_QUOTES}"
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
_INCHES = re.compile(r"""(?<=[0-9])["'”’](?=\Z|\s)""")
"""What follows a length ("5.1\""), and closes nothing."""

_SKU_BEHIND = re.compile(r"\s+[-–—|(]\s*(?:id\s+)?SKU\b", re.IGNORECASE)
"""Where something else begins that reports say of a message."""

_QUOTED_WORD = re.compile(r'"([^\W_]+)"')
_VALUE = r"""\W{0,3}?[\[(]?["“'‘](?P<%s>.*?)["”'’][\])]?"""
_SELLER = "(?:Merchant|Vendedor|Seller|Vendor|Comerciante|VTEX)"
_BESIDE_AMAZONS = re.compile(r"/\s*Amazon", re.IGNORECASE)
"""What all of these have, which few texts have: without it no more is looked for."""

_DIFFERENCE = re.compile(
    rf"(?P<attribute>[^\s,;:()\[\]{{}}]+)\s*[(\[]\s*{_SELLER}{_VALUE % 'vtex_value'}"
    rf"\s*/\s*Amazon{_VALUE % 'amazon_value'}\s*[)\]]",
    re.IGNORECASE,
)
_ALIKE = {ord(mark): one for one, marks in (('"', "“”«»"), ("'", "‘’")) for mark in marks}
_OPENED = frozenset("([{")
"""Marks before a name that are none of it even where the message does not close them right behind it."""

_MARKS_AT_END = re.compile(r"[^\w{}]*\Z")
_MARKS_AT_START = re.compile(r"[^\w{}]*")
_PLAIN_VALUE = r"""\s*:\s*(?P<%s>[^'"“”‘’/()\[\]]+?)"""
_PLAIN_DIFFERENCE = re.compile(
    rf"(?P<attribute>[^\s,;:()\[\]{{}}]+)\s*[(\[]\s*{_SELLER}{_PLAIN_VALUE % 'vtex_value'}"
    rf"\s*/\s*Amazon{_PLAIN_VALUE % 'amazon_value'}\s*[)\]]",
    re.IGNORECASE,
)
"""The same without quotation marks."""

_STOPS = " .)"
"""What may be lost at the end of a name that stands in brackets ("Cía.", "XJ-900(B)")."""

_WHOSE = re.compile(r'["”]?\s+(?:d[ao]|de(?: la)?|del|of(?: the)?)(?:\s+(?:e?speci|att?rib)\w+\b.*)?$', re.I)
"""What may follow a name that has no brackets, where the message has some: whose value it is."""
_COMMAS = " ,;:\t\r\n"
_BRACKETS = {")": "(", "]": "["}
_PAIRS = {"(": ")", "[": "]", '"': '"', "“": "”", "«": "»"}
_OPENED_BY = {closing: opening for opening, closing in _PAIRS.items()}
_MARK_OF_A_NAME = re.compile(r"""["“«`\[({<]|\*+(?=[^\s*])|(?<!\w)['‘]""")
"""What a name may be marked by, as people write: quotes, brackets, or as chats make letters bold."""

_QUOTED_NAME = re.compile(
    r"""["“]([^"“”\n]+)["”]|«([^«»\n]+)»|['‘]([^\n]+?)['’](?!\w)|`([^`\n]+)`|\*+([^*\n]+)\*+|\{([^{}\n]+)\}|"""
    r"<(?:b|i|u|em|strong|code)>([^<\n]+)</|"
    r"<(?!/|\w+[ /][^>]*=|(?:p|br|b|i|u|li|td|tr|div|span|strong)\b)([^<>\n]+)>"
)
"""A name in all of these but brackets, which others may stand in."""

_LABEL = re.compile(
    r"[\d:.,/ T-]*:\d\d[\d:.Z]*|err(?:or)?|warn(?:ing)?|info|fatal|debug|sku\b.*|\S+#\S+", re.IGNORECASE
)
"""What logs put in brackets: the time, how grave it is, of which SKU, where in JSON ("color#1.value")."""

_MOST_OF_MESSAGE = 5
"""Words of a message that may stand in marks: of more, its whole sentence is quoted."""

_SHORT_REST = 12
"""Letters that a name may go on for behind what is marked in it ("Ancho (mm) s/ borde")."""

_NAMES_HEAD = re.compile(
    r"(?<=[\w,:] )([A-ZÀ-Þ][^\s;|=<>]*\s+(?:(?:[A-ZÀ-Þ0-9&/–-][^\s;|=<>]*|d[aeo]|of|y|e)\s+){0,4})\Z"
)
_IS_WHAT = re.compile(r"(?:e?spec|categ|val[ou]|at(?:t?r|ri)|camp|field|entr|sku|vtex|amazon|seller)")
_ARE_WHAT = re.compile(rf"(?:{_IS_WHAT.pattern}\w*(?: |\Z))+")
"""How words begin that say what a name is of, and are none of it."""

_HAS_CAPITAL = re.compile(r"[A-ZÀ-Þ0-9_]")
"""What names have: where none is, what a name begins with may be any small word ("sem marca")."""

_LABELS = {
    field: re.compile(rf"\b(?:{words})[:,]?\s+(?=\S*\w)", re.IGNORECASE)
    for field, words in {
        "specification": r"e?spec\w*|entry|entrada",
        "value": r"val(?:ue|or)",
        "attribute": r"att?rib\w+",
        "category": r"categ\w+(?: global\w*)?(?: (?:de )?vtex)?(?: (?:del?|do|desse|deste)(?: ese)? sku)?",
        "seller": "seller|vendedor|lojista",
        "channel": r"sales channel|pol[ií]tica comercial|trade policy|canal de ven[dt]as?",
        "attributes": r"missing att?ribut\w+|atributos? (?:ausente|faltante|obrigat[oó]rio|obligatorio)s?",
    }.items()
}
"""The words right before a name that say what it is of."""

_LISTED = "attributes"
"""The field of several names, which its label alone tells from the sentence around them."""

_OF = frozenset({"de"})
"""What may be followed by one more small word within a name."""

_ARTICLES = frozenset({"the", "this", "our", "its", "of", "for"})
_MOST_WORDS_BEFORE = 4
"""Words of a name that stands before its label, behind one of these."""

_LIST_ENDS = re.compile(r"""[.;](?=\s|\Z)|[\n\t"”<]""")
_MOST_WORDS_OF_ITEM = 3
"""Words of a name in such a list: what has more is a sentence."""

_MOST_WORDS_OF_NAME = 12
"""Words of a name in marks: of more, a sentence is quoted."""

_ENDS_NAME = re.compile(
    r"""[;!?¿¡\n\r\t"“”«»<>*`]|[.:,](?=\s+[a-zà-ÿ]|\Z)|\.\s|\s[–—-]+>?\s|\s['‘(\[{]|\s="""
)
"""What a name ends before."""

_CLAUSE = re.compile(r"(?<=\S)\s+(?:que|which|that)\s+(?=[a-zà-ÿ])")
"""Where a name is over and something is said of it: "Azul que cadastrei"."""

_SLIP_IN = 5
"""Letters of a word that may have a slip: shorter ones are too often another word."""

_CHANNEL = re.compile(r"""[0-9]+(?=\s*(?:["(|;}\]<]|\Z))""")
"""The number of a sales channel, and the mark behind it."""

_SHAPES = {
    "order": re.compile(
        r"(?<![\w-])(#?[0-9]{3}-[0-9]{4,7}(?:-[0-9]{4,7})?(?:/\w+)?)(?![\w-])|"
        r"\bid(?: d[eo]l?)?(?: pedido)?\W{1,3}(?=\w*[-.]?\w*[0-9])([\w.-]*\w)",
        re.IGNORECASE,
    ),
    "channel": re.compile(
        r"(?:sales channel|pol[ií]tica comercial|trade policy|canal de ven[td]as?)\W{1,3}([0-9]+)\b",
        re.IGNORECASE,
    ),
    "sku": re.compile(r"\bsku(?: id)?[: #]{1,2}(?=[\w.-]*[0-9])([\w.-]*\w)", re.IGNORECASE),
    "seller": re.compile(r"\bseller[: ]{1,2}(?=\S*[0-9&_])([\w.&-]*\w)", re.IGNORECASE),
}
"""By what a name is of, what it looks like, or what stands before it: the order, the channel, the seller."""

_NEAR = 12
"""Letters around a gap within which its bracket is looked for: a slip or two in the words before it."""

_OPENING = f"{_QUOTES}[("
_CLOSING = f"{_QUOTES}])"
_SENTENCE_END = re.compile(r"(?:(?<!\b[A-Z][a-z])[.]|[;!?])(?=\s|$)|[\r\n\t¿¡]|</|\s[<>=#*~|←→-]{2}")
_SENTENCE_START = re.compile(r"(?:[.:;!?]\s|[\r\n\t=>])")
TO_THE_END = 1 << 30
"""The end of a gap after which the message is cut off: more letters than any text has."""

_LONGEST = 300
"""Letters of a name at an end of the text: a sentence of the longest kind; what goes on is no name."""

# The counts below are of the 14,650 texts of tests/bench/weigh_constants.py.

_CANDIDATES = 10
"""Templates laid against a text: with 5, 78 answers are lost; 20 take twice the time for 35 more."""

_PROMISING = 4
"""Templates of one length, those that share most: with 3, 0.1 % of the cut ones are lost; 6 help no more."""

_LENGTHS = (12, 20, 32, 50, 80)
"""Numbers of trigrams between which templates are of one length: the longest would win always."""

_FINENESS = 2
"""Parts of a weight that are counted: with 1, 10 more fit, foreign ones among them."""

_LANE = 16
"""Bits in which what a message shares is counted: a text's letters, each as telling as can be, take 15."""

_FULL = 1 << _LANE - 1
"""The highest bit of a lane, which no count reaches."""

_MARK = b"\x80"
"""The byte of a lane that has it, where all other bits are left out."""

_MOST_WORDS = 1024
"""Words whose trigrams are kept added: those of most lists, in some 5 MB."""

_LEAST_PART = 0.3
"""Part that a message shares with a text that goes on around it: of 2,302 messages of the sets that are known
by what they resemble 7 share less of the right one, and less than the next; of unknown lines 80 % do."""

_LEAST_OF_TEXT = 0.45
"""Share of a text that is cut off which its message has, too."""

_STEP_OF_WEIGHT, _STEPS_KEPT = 8, 256
"""Weight of two trigrams that no template has, and the steps that are kept: of lines of 500 letters."""

_NEAREST = 3
"""Templates that are laid in any case: as many are named where none fits."""

_UNKNOWN_TRIGRAM = 4.0
"""How telling three letters are that no message has: as the median of those that some have, 4.06."""

_TEXT_PART = 0.3
"""How much what the text has besides counts against a template: with 0.1, 13 answers are lost."""


def decode(text: str) -> str:
    """Return `text` with HTML entities (also escaped twice) and JSON escapes as the letters they stand for.

    Invisible letters are left out, and accents joined to their letters.
    """
    if "\\" in text:
        text = _JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        text = _ESCAPED_QUOTE.sub('"', text).replace("\\n", " ").replace("\\t", " ")
    if '""' in text:  # as cells of a CSV file have them
        text = _DOUBLED_QUOTES.sub(r'"\1"', text)
    if "&" in text:
        import html  # 3 ms, and hardly a message has any

        text = html.unescape(html.unescape(text))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


@lru_cache(maxsize=16)  # one text is asked for its words in many ways
def fold(text: str) -> str:
    """Return `text` as lower-case letters without accents and digits, words parted by one blank."""
    return " ".join(text.translate(_LETTERS).split())


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return `fold(text)` and, for each of its characters, where in `text` it comes from."""
    letters = text.translate(_LETTERS)  # one for each, so that the places are the same
    folded = " ".join(letters.split())
    if (before := letters.find(folded)) >= 0:
        return folded, range(before, before + len(folded))
    places: list[int] = []
    for stretch in _STRETCH.finditer(letters):
        places.extend(range(stretch.start(), stretch.end() + 1))  # with the first blank behind it
    return folded, places[:-1]


class _Letters(dict[int, str]):
    """One folded character for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFKD", chr(code))[:1].casefold()[:1]
        self[code] = base if base.isalnum() else " "
        return self[code]


_LETTERS = _Letters()


_folded = lru_cache(maxsize=4)(fold_with_places)  # one text is laid against many messages


class Found(NamedTuple):
    """Where a message stands in a folded text, and what fills its gaps."""

    start: int
    end: int
    gaps: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class MessageTemplate:
    """One message of one error in one language, folded.

    `parts` are the fixed texts between the gaps (the first and the last may be empty), `fields` the
    names of the gaps in order, `edges` the brackets and quotes that the message itself puts around each gap,
    `marks` all that stands there and is no letter, `glued` whether the gap follows, and precedes, a letter
    without a blank (`ASIN{asin}`), `stopped` whether it ends a sentence. `quoted` are single words that the
    message itself has in quotation marks (`the "Size" attribute`).
    """

    error_id: str
    language: Language
    parts: tuple[str, ...]
    fields: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, str], ...]
    glued: tuple[tuple[bool, bool], ...]
    stopped: tuple[bool, ...]
    quoted: tuple[str, ...] = ()

    @cached_property
    def fixed(self) -> str:
        """All fixed text as one string."""
        return " ".join(part for part in self.parts if part)

    @cached_property
    def words(self) -> frozenset[str]:
        """The fixed words."""
        return frozenset(self.fixed.split())

    def may_stand_in(self, folded: str) -> bool:
        """Return whether all fixed text is somewhere: it hardly ever is, and a pattern takes long to make."""
        return all(map(folded.__contains__, self.parts))

    def find_in(self, folded: str) -> Found | None:
        """Return where the whole message stands first in a folded text; None where it does not."""
        if not self.fields:
            start = f" {folded} ".find(f" {self.fixed} ")
            return Found(start, start + len(self.fixed), ()) if start >= 0 else None
        found = self.pattern.search(folded)
        return found and Found(*found.span(), tuple(map(found.span, range(1, len(self.fields) + 1))))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the whole message in a folded text; one group for each gap."""
        body = re.escape(self.parts[0])
        for (before, after), left, part in zip(self.glued, self.parts, self.parts[1:], strict=False):
            opening = "" if before or not left else " "
            closing = "" if after or not part else " "
            body += f"{opening}(.{{1,{_LONGEST_NAME}}}?){closing}{re.escape(part)}"
        return re.compile(f"(?<![^ ]){body}(?![^ ])")


def make_template(error_id: str, language: Language, message: str) -> MessageTemplate:
    """Return the template of a message in which `{names}` stand for what varies."""
    quoted = tuple(fold(word) for word in _QUOTED_WORD.findall(message)) if '"' in message else ()
    if "{" not in message:
        return MessageTemplate(error_id, language, (fold(message),), (), (), (), (), (), quoted)
    pieces = _GAP.split(message)
    texts, fields = pieces[::2], pieces[1::2]
    edges = tuple((_tail(before), _head(after)) for before, after in pairwise(texts))
    marks = tuple((_tail_of_marks(before), _head_of_marks(after)) for before, after in pairwise(texts))
    glued = tuple((before[-1:].isalnum(), after[:1].isalnum()) for before, after in pairwise(texts))
    stopped = tuple(after.startswith(".") for after in texts[1:])
    folded = tuple(map(fold, texts))
    return MessageTemplate(error_id, language, folded, tuple(fields), edges, marks, glued, stopped, quoted)


def _tail_of_marks(text: str) -> str:
    return _alike(_MARKS_AT_END.search(text)[0]).lstrip()  # type: ignore[index]  # it finds "" at the least


def _head_of_marks(text: str) -> str:
    return _alike(_MARKS_AT_START.match(text)[0]).rstrip()  # type: ignore[index]


def _alike(text: str) -> str:
    """Return a text with one kind of quotation marks, and one of apostrophes."""
    return text.translate(_ALIKE)


def _tail(text: str) -> str:
    return text[len(text.rstrip("()[]{}\"'“”‘’«»")) :]


def _head(text: str) -> str:
    return text[: len(text) - len(text.lstrip("()[]{}\"'“”‘’«»"))]


class TemplateIndex:
    """Every template, so ordered that the few which a text can be are found at once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.templates = tuple(_templates(entries))
        self._by_word = _by_rarest_word(self.templates)

    def find_whole(self, folded: str) -> list[tuple[MessageTemplate, Found]]:
        """Return the templates that stand whole in a folded text, the longest first and its twins with it."""
        words = set(folded.split())
        found: list[tuple[MessageTemplate, Found]] = []
        for word in words:
            for one in self._by_word.get(word, ()):
                if not found or len(one.fixed) >= len(found[0][0].fixed):
                    where = one.find_in(folded) if one.may_stand_in(folded) else None
                    if where:
                        found = [*(f for f in found if len(f[0].fixed) == len(one.fixed)), (one, where)]
        return found


class TrigramIndex:
    """The trigrams of all templates, with how telling each is."""

    def __init__(self, templates: Sequence[MessageTemplate]) -> None:
        self._templates = templates
        of_word = cache(_trigrams)
        said = [one.fixed.split() for one in templates]
        trigrams = [frozenset[str]().union(*map(of_word, words)) for words in said]
        lengths = [bisect(_LENGTHS, len(own)) for own in trigrams]
        self._by_length = sorted(range(len(templates)), key=lengths.__getitem__)
        """The places of the templates in the order of the lanes: those of one length together."""
        holders: dict[str, list[int]] = defaultdict(list)
        for lane, place in enumerate(self._by_length):
            at = lane * _LANE // 8
            for trigram in trigrams[place]:
                holders[trigram].append(at)
        self._weight = {t: math.log(1 + len(templates) / len(of)) for t, of in holders.items()}
        self._trigrams = trigrams
        ends = [0, *accumulate(Counter(lengths)[length] for length in range(len(_LENGTHS) + 1))]
        self._of_lengths = [*pairwise(ends)]
        self._lanes = struct.Struct(f"<{len(templates)}H")
        self._holders = _Holders(holders, self._weight, self._lanes.size)

    @cached_property
    def _total(self) -> Callable[[int], float]:
        return cache(lambda place: self._weigh(self._trigrams[place]))

    @cached_property
    def _full_lanes(self) -> int:
        return self._packed(_FULL for _ in self._by_length)

    @cached_property
    def _lacking(self) -> Callable[[int], int]:
        """Tells what each lane lacks to `_FULL` that counts enough of its template or of a text.

        Asked with the whole steps of `_STEP_OF_WEIGHT` that the text weighs: a bit less fills some, too.
        """

        def lacking(steps: int) -> int:
            whole = steps * _STEP_OF_WEIGHT
            cut, around = _LEAST_OF_TEXT * whole, _LEAST_PART * _TEXT_PART * whole
            least = (min(cut, around + _LEAST_PART * self._total(place)) for place in self._by_length)
            return self._packed(_FULL - math.floor(weight * _FINENESS) for weight in least)

        return lru_cache(maxsize=_STEPS_KEPT)(lacking)

    def _packed(self, lanes: Iterable[int]) -> int:
        return int.from_bytes(self._lanes.pack(*lanes), "little")

    def find_candidates(self, text: str, *, likely: bool) -> Sequence[tuple[MessageTemplate, float]]:
        """Return the templates that share most with a folded text, each with the part that they share.

        With `likely`, those that share too little to fit are left out; otherwise a few are always there.
        """
        return self._candidates(text, likely)

    @cached_property
    def _candidates(self) -> Callable[[str, bool], Sequence[tuple[MessageTemplate, float]]]:
        return lru_cache(maxsize=2)(self._find_candidates)  # asked more than once of the same text

    def _find_candidates(self, text: str, likely: bool) -> Sequence[tuple[MessageTemplate, float]]:
        counted, whole = self._count(text)
        always = 0 if likely else _NEAREST
        sharing = []
        for lane, count in self._enough(counted, whole) if likely else self._most(counted):
            place, shared = self._by_length[lane], count / _FINENESS
            part = shared / (self._total(place) + _TEXT_PART * whole)
            sharing.append((part, part >= _LEAST_PART or shared >= _LEAST_OF_TEXT * whole, place))
        sharing.sort(reverse=True)
        chosen = [*sharing[:always], *(one for one in sharing[always:_CANDIDATES] if one[1])]
        return [(self._templates[place], part) for part, _, place in chosen]

    def _count(self, text: str) -> tuple[int, float]:
        """Return in each lane the weight of the trigrams that its template has of a text's words.

        And the weight of all that the words have. They are added word by word: in a list, and with each key,
        the same words come again and again. What two words have counts twice, which hardly changes the order.
        """
        if not (words := dict.fromkeys(text.split())):
            return 0, 0.0
        counts, weights = zip(*map(self._of_word, words), strict=True)
        return sum(counts), math.fsum(weights)

    @cached_property
    def _of_word(self) -> Callable[[str], tuple[int, float]]:
        """Tells of a word what each lane counts of its trigrams, and what they weigh."""

        def of_word(word: str) -> tuple[int, float]:
            return self._add(_trigrams(word))

        return lru_cache(maxsize=_MOST_WORDS)(of_word)

    def _add(self, trigrams: set[str]) -> tuple[int, float]:
        """Return what each lane counts of trigrams, and what they weigh."""
        known = self._weight.keys() & trigrams
        unknown = _UNKNOWN_TRIGRAM * (len(trigrams) - len(known))
        return sum(map(self._holders.__getitem__, known)), self._weigh(known) + unknown

    def _most(self, counted: int) -> Iterator[tuple[int, int]]:
        """Yield of each length the few lanes that count most, with those that equal the last of them."""
        counts = self._lanes.unpack(counted.to_bytes(self._lanes.size, "little"))
        for first, end in self._of_lengths:
            among, found = counts[first:end], 0
            for count in sorted({*among} - {0}, reverse=True):
                place = -1
                for _ in range(same := among.count(count)):
                    place = among.index(count, place + 1)
                    yield first + place, count
                found += same
                if found >= _PROMISING:
                    break

    def _enough(self, counted: int, whole: float) -> Iterator[tuple[int, int]]:
        """Yield as `_most` does, but only lanes that share enough with a text that weighs `whole`.

        All lanes are compared at once: what is added makes those full that have enough.
        """
        marks = (counted + self._lacking(int(whole // _STEP_OF_WEIGHT))) & self._full_lanes
        if not marks:
            return
        lanes = _marked(marks.to_bytes(self._lanes.size, "little"))
        all_counts = array("H", counted.to_bytes(self._lanes.size, "little"))
        if sys.byteorder == "big":
            all_counts.byteswap()
        counts = [*map(all_counts.__getitem__, lanes)]
        first = 0
        for _, end in self._of_lengths:
            last = bisect_left(lanes, end, first)
            if first < last:
                among = counts[first:last]
                least = sorted(among)[-_PROMISING:][0]
                yield from (one for one in zip(lanes[first:last], among, strict=True) if one[1] >= least)
            first = last

    def _weigh(self, trigrams: Iterable[str]) -> float:
        return sum(map(self._weight.__getitem__, trigrams))


class _Holders(dict[str, int]):
    """For a trigram its weight in the lane of each template that has it: all are added at once.

    `places` are the bytes at which these lanes begin. It is worked out when it is first asked for: one
    message has a hundredth of all trigrams.
    """

    def __init__(self, places: Mapping[str, Sequence[int]], weight: Mapping[str, float], size: int) -> None:
        super().__init__()
        self._holding, self._weight, self._size = places, weight, size

    def __missing__(self, trigram: str) -> int:
        content, weight = bytearray(self._size), round(self._weight[trigram] * _FINENESS)
        for at in self._holding[trigram]:
            content[at] = weight  # a byte holds it: no trigram weighs more than 8
        self[trigram] = held = int.from_bytes(content, "little")
        return held


def _marked(marks: bytes) -> list[int]:
    """Return the lanes that have the mark, each in the second of its two bytes."""
    between = map(len, marks[1::2].split(_MARK)[:-1])
    return [lane + before for before, lane in enumerate(accumulate(between))]


def _trigrams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[i : i + 3] for i in range(len(text))}


def _templates(entries: Iterable[Entry]) -> Iterable[MessageTemplate]:
    for entry in entries:
        seen: set[tuple[str, ...]] = set()
        for language, messages in (*entry.messages.items(), *entry.wordings.items()):
            for message in messages:
                one = make_template(entry.id, language, message)
                if one.fixed and one.parts not in seen:
                    seen.add(one.parts)
                    yield one


def _by_rarest_word(templates: Sequence[MessageTemplate]) -> Mapping[str, list[MessageTemplate]]:
    frequency = Counter(chain.from_iterable(one.words for one in templates))
    in_order = sorted(frequency.items(), key=lambda counted: (counted[1], counted[0]))
    order = {word: place for place, (word, _) in enumerate(in_order)}
    index: dict[str, list[MessageTemplate]] = {}
    for one in templates:
        index.setdefault(min(one.words, key=order.__getitem__), []).append(one)
    return index


def capture_names(one: MessageTemplate, gaps: Sequence[tuple[int, int]], text: str) -> dict[str, str]:
    """Return the text in each gap as it was written, without the message's own punctuation around it.

    `gaps` are places in the folded text; an empty one is not known. What stands in brackets is taken
    literally. A gap at the end of the message goes on to the end of its sentence, one at the beginning
    starts with its sentence. Where the message is cut off after a gap (`TO_THE_END`), only what stands in
    brackets that are closed is known to be all of the name.
    """
    if not one.fields:
        return {}
    folded, places = _folded(text)
    names: dict[str, str] = {}
    for place, (name, gap, edges) in enumerate(zip(one.fields, gaps, one.edges, strict=True)):
        written = ""
        if gap[0] < gap[1]:
            first, last = _whole_words(text, *_around(folded, places, *gap), one.glued[place])
            begins, ends = (
                not one.parts[place] and not place,
                not one.parts[place + 1] and place + 1 == len(one.fields),
            )
            literal = _between_marks(text, first, last, one.marks[place], begins=begins, ends=ends)
            if not literal and last is not None and not begins:
                literal = _all_in_quotes(text[first:last].strip(_PAUSES))
            if literal:
                written = literal
            elif begins:
                written = _ending(text[:last], edges)
            elif (bracketed := _in_brackets(text, first, last, edges)) is not None:
                written = bracketed
            elif gap[1] == TO_THE_END:
                written = ""
            elif ends:
                written = _beginning(text[first:], edges)
            else:
                written = _between(text[first:last], edges)
                written = written.removesuffix(".") if one.stopped[place] else written
            written = _of_shape(name, literal or _unmarked(written))
        if written and (name not in names or names[name].endswith(written)):
            names[name] = written
    return names


def _of_shape(field: str, name: str) -> str:
    """Return the number alone that a sales channel has, where a name begins with one."""
    number = _CHANNEL.match(name) if field == "channel" else None
    return number[0] if number else name


def _all_in_quotes(said: str) -> str:
    """Return what stands in the quotes that a text is all within, whatever other marks it has; else ""."""
    found = _QUOTED_NAME.fullmatch(said) if said[:1] in _QUOTES else None
    return next(filter(None, found.groups()), "").strip() if found else ""


def _unmarked(name: str) -> str:
    """Return a name without the marks that it stands in, which the message has not ("[12 fl oz]")."""
    inside, end = _inside(name, 0) if _MARK_OF_A_NAME.match(name) else ("", 0)
    return inside if inside and end == len(name) and _is_balanced(inside) else name


def names_in_difference(written: str) -> dict[str, str]:
    """Return the names in the first of the differences that Amazon lists, as written; none in other words.

    `color (Merchant: 'Blue' / Amazon: 'Navy')` names an attribute and both its values.
    """
    if not _BESIDE_AMAZONS.search(written):
        return {}
    found = _DIFFERENCE.search(written) or _PLAIN_DIFFERENCE.search(written)
    return found.groupdict() if found else {}


def names_in_other_words(
    one: MessageTemplate, names: Mapping[str, str], text: str, around: frozenset[str]
) -> dict[str, str]:
    """Return the names of a message that is not found word by word.

    `names` are those found between other words, `around` the words of sentences and of the message itself,
    folded, which no name begins or ends with. Where the text has as many names in quotes or brackets as the
    message has gaps, these are taken literally; else what follows the word that says what a name is of.
    """
    if _is_shouted(text) and (quiet := text.lower()) != text:  # some capitals have no small letter
        return _as_written(text, names_in_other_words(one, _lowered(names), quiet, around))
    fields = tuple(dict.fromkeys(one.fields))
    found = {field: name for field, said in names.items() if (name := _trimmed(said, around))}
    labelled = {field: _behind_label(field, text, around) for field in fields}
    told = {field: name for field in fields if (name := _marked_behind_label(one, field, text))}
    if len(told) == len(fields):
        found = told
    elif marked := _marked_for(one, text, len(fields), around):
        apart = {field: _apart(found.get(field, ""), name, around) for field, name in labelled.items()}
        found = {field: _surer(apart[field], said) for field, said in zip(fields, marked, strict=True)}
    else:
        fuller = {field: _fuller(field, found.get(field, ""), labelled[field], around) for field in fields}
        found = {field: name or _before_label(field, text, around) for field, name in fuller.items()}
        found = {field: name for field, name in found.items() if name not in told.values()} | told
    if labelled.get(_LISTED):
        found[_LISTED] = labelled[_LISTED]
    shaped = {field: _fuller(field, found.get(field, ""), _shape_of(field, text), around) for field in fields}
    whole = {field: _without_cut_words(name, text, around) for field, name in shaped.items()}
    return {field: _of_shape(field, name) for field, name in whole.items() if name}


def _is_shouted(text: str) -> bool:
    """Return whether most letters of a text are capitals."""
    return 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))


def _lowered(names: Mapping[str, str]) -> dict[str, str]:
    return {field: name.lower() for field, name in names.items()}


def _as_written(text: str, names: Mapping[str, str]) -> dict[str, str]:
    """Return names, found in a text in lower case, as they are written in it."""
    places = {field: text.lower().find(name) for field, name in names.items()}
    return {field: text[at : at + len(names[field])] for field, at in places.items() if at >= 0}


def _without_cut_words(name: str, text: str, around: frozenset[str]) -> str:
    """Return a name that a text ends with, without words of the message behind it, the last one cut off.

    "seller casanova a pol" goes on with "a política comercial".
    """
    words = name.split()
    last = len(words) - 1
    while last > 0 and _is_around(words[last - 1], around):
        last -= 1
    is_cut = 0 < last < len(words) - 1 and text.rstrip(_PAUSES).endswith(name)
    return " ".join(words[:last]) if is_cut and _begins_any(fold(words[-1]), around) else name


def _begins_any(beginning: str, words: frozenset[str]) -> bool:
    return any(word.startswith(beginning) for word in words)


def _apart(found: str, labelled: str, around: frozenset[str]) -> str:
    """Return the name found between other words, or the one behind its label that begins with a capital.

    No word of the sentence around begins so.
    """
    if found and found not in labelled:
        return found
    is_name = labelled[:1].isupper() and not around.issuperset(fold(labelled).split())
    return labelled if is_name else found


def _marked_behind_label(one: MessageTemplate, field: str, text: str) -> str:
    """Return what stands in marks right behind the word that says what it is; else ""."""
    for label in _LABELS[field].finditer(text) if field in _LABELS else ():
        inside, _ = _inside(text, label.end()) if _MARK_OF_A_NAME.match(text, label.end()) else ("", 0)
        words = set(fold(inside).split())
        is_aside = text[label.end()] == "(" and words <= one.words  # "la entrada (entry)"
        if words and not is_aside and not _LABEL.fullmatch(inside) and len(words) <= _MOST_WORDS_OF_NAME:
            return _unmarked(inside)
    return ""


def _behind_label(field: str, text: str, around: frozenset[str]) -> str:
    """Return the name right behind the word that says what it is of ("the spec Heel Height is"); else ""."""
    if field == _LISTED:
        return _names_listed(text)
    labels = _LABELS[field].finditer(text) if field in _LABELS else ()
    names = (_name_at(text[label.end() : label.end() + _LONGEST], around) for label in labels)
    return next(filter(None, names), "")


def _before_label(field: str, text: str, around: frozenset[str]) -> str:
    """Return the name right before its label, as English has it ("the Heel Height attribute"); else ""."""
    for label in _LABELS[field].finditer(text) if field in _LABELS else ():
        before = text[: label.start()].rstrip()
        if marked := _last_in_pair(_alike(before)):
            return marked
        words = _ENDS_NAME.split(before)[-1].split()
        first = next((n for n, word in enumerate(words[::-1]) if _is_around(word, around)), 0)
        first = first or int(bool(words) and fold(words[-1]) not in _ARTICLES)  # "the color attribute"
        if 0 < first <= min(_MOST_WORDS_BEFORE, len(words) - 1) and fold(words[-first - 1]) in _ARTICLES:
            return " ".join(words[-first:])
    return ""


def _names_listed(text: str) -> str:
    """Return the names in a list behind its label, up to the end of the sentence; "" where it is none."""
    label = _LABELS[_LISTED].search(text)
    said = _LIST_ENDS.split(text[label.end() :], maxsplit=1)[0].strip(_PAUSES) if label else ""
    return said if all(len(name.split()) <= _MOST_WORDS_OF_ITEM for name in said.split(",")) else ""


def _fuller(field: str, found: str, labelled: str, around: frozenset[str]) -> str:
    """Return the name found between other words, or the one behind its label where that is more, or purer."""
    if not found or not labelled or found in labelled:
        return labelled or found
    if labelled in found:
        if field in _LABELS and _LABELS[field].search(found):
            return labelled
        rest = fold(found.replace(labelled, " ", 1)).split()
        return labelled if rest and around.issuperset(rest) else found
    return labelled if _HAS_CAPITAL.search(labelled) and not _HAS_CAPITAL.search(found) else found


def _name_at(rest: str, around: frozenset[str]) -> str:
    """Return the name that a text begins with: up to a mark, or to words of the sentence around it."""
    if rest[:1] in _OPENED:  # what closes is told by its marks; else the name is cut off
        return ""
    words = _CLAUSE.split(_ENDS_NAME.split(rest, maxsplit=1)[0], maxsplit=1)[0].split()
    end = 0
    for place, word in enumerate(words):
        if not _is_around(word, around):
            end = place + 1
        elif not end or place - end >= 1 + (fold(words[end]) in _OF):  # "Número de piezas", "de la correa"
            break
    name = " ".join(words[:end]).rstrip(",.:").strip(_QUOTES)
    return name if _is_balanced(name) else name.rstrip(")]")


def _shape_of(field: str, text: str) -> str:
    """Return a name that can be told by how it looks, or by the word before it; else ""."""
    found = _SHAPES[field].search(text) if field in _SHAPES else None
    return next(filter(None, found.groups())) if found else ""


def _trimmed(name: str, around: frozenset[str]) -> str:
    """Return a name without the words of the sentence around it; "" where it is mostly these."""
    words = _CLAUSE.split(name, maxsplit=1)[0].split()
    inner = [place for place, word in enumerate(words) if not _is_around(word, around)]
    if len(inner) * 2 < len(words):
        return ""
    first = inner[0] if any(map(_HAS_CAPITAL.search, words)) else 0
    return " ".join(words[first : inner[-1] + 1])


def _is_around(word: str, around: frozenset[str]) -> bool:
    if not word[:1].islower():
        return False
    parts = fold(word).split()  # "don't" and "dont"
    folded = "".join(parts)
    return folded in around or (len(parts) > 1 and around.issuperset(parts)) or _is_slip(folded, around)


def _is_slip(word: str, around: frozenset[str]) -> bool:
    """Return whether a word is one of those around it with a slip ("maped")."""
    if len(word) < _SLIP_IN:
        return False
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extractOne(word, tuple(around), scorer=OSA.distance, score_cutoff=1)
    return near is not None and len(near[0]) >= _SLIP_IN


def _surer(found: str, marked: str) -> str:
    """Return the name in marks, unless one was found apart from it that has none, or more of the name."""
    if marked in found:
        before, behind = found.split(marked, 1)
        goes_on = behind.startswith(")") and not before  # "(Azul) d)"
        return found if goes_on or _is_head(before, behind) else marked
    if found and found in marked:
        return found if _ARE_WHAT.fullmatch(fold(marked.removesuffix(found))) else marked
    return found if found and not _MARK_OF_A_NAME.search(found) else marked


def _is_head(before: str, behind: str) -> bool:
    """Return whether a name has more than what stands in marks in it: "Línea/Colección 'Ñandú'"."""
    is_what = any(map(_IS_WHAT.match, fold(before).split()))
    return _HAS_CAPITAL.match(before) is not None and not is_what and len(behind) <= _SHORT_REST


def _marked_for(one: MessageTemplate, text: str, count: int, around: frozenset[str]) -> list[str]:
    """Return as many names as a message has, from marks of one kind; none where there are more or fewer.

    Quotes come first: in round brackets stand asides as well, where the message itself has none.
    """
    told = list(_marked_names(one, text, around))
    rounded = [inside for opening, inside in told if opening == "("]
    squared = [inside for opening, inside in told if opening == "["]
    quoted = [inside for opening, inside in told if opening not in _OPENED]
    kinds = [quoted, squared, rounded]
    if all(edges == ("(", ")") for edges in one.edges):
        kinds.insert(0, rounded)
    return next((kind for kind in kinds if kind and len(kind) == count), [])


def _marked_names(one: MessageTemplate, text: str, around: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what a text has in marks: the opening one, and what stands within, the outermost alone.

    Left out are labels, what the message itself has there, and what the whole message stands in.
    """
    place = 0
    while found := _MARK_OF_A_NAME.search(text, place):
        place = found.start()
        inside, end = _inside(text, place)
        words = set(fold(inside).split())
        if not words or _LABEL.fullmatch(inside) or len(words & one.words) > _MOST_OF_MESSAGE:
            place = end if _LABEL.fullmatch(inside) else place + 1
            continue
        others = around if text[place] == "(" else one.words  # in round brackets stand asides
        is_own = inside.isalpha() and any(text[place] in before for before, _ in one.edges)
        if is_own or not words <= others.union(filter(str.isdigit, words)) or words.isdisjoint(others):
            head = _head_of_brackets(one, text[:place]) if text[place] == "(" else ""
            yield text[place], f"{head}({inside})" if head else _unmarked(inside)
        place = end


def _inside(text: str, place: int) -> tuple[str, int]:
    """Return what stands in the marks that open at a place, and where these end; "" where none close."""
    if text[place] in "([":
        end = _closing_place(text, place + 1, text[place], _PAIRS[text[place]])
        return text[place + 1 : max(end, 0)].strip(), end + 1
    found = _QUOTED_NAME.match(text, place)
    return (next(filter(None, found.groups()), "").strip(), found.end()) if found else ("", place)


def _head_of_brackets(one: MessageTemplate, before: str) -> str:
    """Return the words right before a bracket that are of the name in it: "Fit (Men's)"."""
    found = _NAMES_HEAD.search(before)
    words = found[1].split() if found else []
    while words and (fold(words[0]) in one.words or _IS_WHAT.match(fold(words[0]))):
        del words[0]
    return " ".join(words) + " " if words else ""


def _between_marks(
    text: str, first: int, last: int | None, marks: tuple[str, str], *, begins: bool, ends: bool
) -> str:
    """Return what stands between the message's own marks, whatever it is; "" where these are not all there.

    `begins` and `ends` tell whether the message begins or ends with the name.
    """
    before, behind = marks
    if not (before and behind) and not (before in _OPENED and not begins and not ends):
        return ""
    said = _alike(text)
    if begins:
        opened = re.finditer(rf'(?<![^\s:>"]){re.escape(before)}', said[:last])
        starts = [found.end() for found in opened][::-1]
    else:
        start = first + len(said[first:last]) - len(said[first:last].lstrip())
        starts = [start + len(before)] if said.startswith(before, start) else []
    if ends:
        stops = [said.find(behind, start) for start in starts]
    else:
        end = len(said[:last].rstrip())
        stops = [end - len(behind) if said.endswith(behind, start, end) else -1 for start in starts]
    names = (text[start:stop].strip() for start, stop in zip(starts, stops, strict=True) if stop > start)
    return next(filter(_is_balanced, names), "")


def _is_balanced(name: str) -> bool:
    """Return whether each bracket in a name is opened, and closed behind it."""
    return all(
        name.count(opening) == name.count(closing) and not _reopens(name, opening, closing)
        for closing, opening in _BRACKETS.items()
    )


def _reopens(name: str, opening: str, closing: str) -> bool:
    """Return whether a name closes a bracket that it has not opened, and opens another behind it."""
    closed = _closing_place(name, 0, opening, closing)
    return closed >= 0 and opening in name[closed:]


def _around(folded: str, places: Sequence[int], start: int, end: int) -> tuple[int, int | None]:
    """Return the part of the text between the letters on both sides of a gap of the folded text."""
    before = len(folded[:start].rstrip()) - 1
    end = min(end, len(folded))
    after = len(folded) - len(folded[end:].lstrip())
    return places[before] + 1 if before >= 0 else 0, places[after] if after < len(places) else None


def _whole_words(text: str, first: int, last: int | None, glued: tuple[bool, bool]) -> tuple[int, int | None]:
    """Return a part of the text moved on to a word's end and beginning, where a slip has cut the word."""
    if not glued[0] and first:
        while first < (len(text) if last is None else last) and _in_a_word(text, first):
            first += 1
    if not glued[1] and last is not None:
        while last > first and _in_a_word(text, last):
            last -= 1
    return first, last


def _in_a_word(text: str, place: int) -> bool:
    return text[place - 1 : place].isalnum() and text[place : place + 1].isalnum()


def _in_brackets(text: str, first: int, last: int | None, edges: tuple[str, str]) -> str | None:
    """Return what stands between the message's own brackets near a place of the text; None without them."""
    opening, closing = edges[0][-1:], edges[1][:1]
    if closing not in _BRACKETS or (opening and _PAIRS.get(opening) != closing):
        return None
    if opening:
        near = text.find(opening, max(0, first - _NEAR), first + _NEAR)
        first = near + 1 if near >= 0 else len(text)
    end = text.rfind(closing, first, last) if last is not None else -1
    reopened = end >= 0 and _reopens(text[first:end], _BRACKETS[closing], closing)
    if end < 0 or last is None or reopened or text[end + 1 : last].strip(_AROUND):
        end = _closing_place(text, first, _BRACKETS[closing], closing)
    return text[first:end].strip() or None if end > first else None


def _closing_place(text: str, start: int, opening: str, closing: str) -> int:
    """Return where a bracket or quote that is open at a place is closed, those within it passed over."""
    depth = 0
    for place in range(start, min(len(text), start + _LONGEST)):
        if text[place] == closing and depth == 0:
            return place
        depth += (text[place] == opening) - (text[place] == closing)
    return -1


def _between(written: str, edges: tuple[str, str]) -> str:
    written = written.strip().strip(_COMMAS)
    if edges[0] and edges[1]:
        written = (_WHOSE.sub("", written) if edges[0] == "(" else written).strip(_AROUND)
        return written.removeprefix(edges[0]).removesuffix(edges[1]).strip(_AROUND)
    if _QUOTED.fullmatch(written):
        return written.strip(_AROUND)
    masked = _INCHES.sub(_masked, _QUOTED.sub(_masked, written))  # a quote closed within the name is of it
    return written.strip(_AROUND) if masked[:1] in _QUOTES or masked[-1:] in _QUOTES else written


def _beginning(rest: str, edges: tuple[str, str]) -> str:
    """Return the name that the rest of the text begins with, up to its closing mark or its sentence's end."""
    if edges[0] and edges[1]:
        rest = rest.lstrip(_AROUND + edges[0])[:_LONGEST]
        ends = [at for mark in _CLOSING if (at := rest.find(mark)) >= 0]
        return rest[: min(ends, default=len(rest))].strip(_AROUND)
    rest = rest.lstrip(_PAUSES)[:_LONGEST]
    ends = [end.start()] if (end := _SENTENCE_END.search(_QUOTED.sub(_masked, rest))) else []
    ends += [behind.start()] if (behind := _SKU_BEHIND.search(rest)) else []
    ends += [rest.rfind('"')] if rest.count('"') % 2 else []  # the whole message stands within quotes
    written = rest[: min(ends, default=len(rest))].strip(_PAUSES)
    return written.strip(_AROUND) if _QUOTED.fullmatch(written) else written


def _masked(quoted: re.Match[str]) -> str:
    return "x" * len(quoted[0])


def _ending(head: str, edges: tuple[str, str]) -> str:
    """Return the name that the text so far ends with: from its opening mark, or its sentence's beginning."""
    if edges[0] and edges[1] and (literal := _last_in_pair(head.rstrip(_PAUSES))):
        return literal
    head = head.rstrip(_AROUND + edges[1])[-_LONGEST:]
    starts = [found.end() for found in _SENTENCE_START.finditer(head)]
    if edges[0] and edges[1]:
        starts += [at + 1 for mark in _OPENING if (at := head.rfind(mark)) >= 0]
    return head[max(starts, default=0) :].strip(_AROUND + edges[0])


def _last_in_pair(head: str) -> str:
    """Return what stands in the brackets or quotes that a text ends with, as written; "" without them."""
    opening = _OPENED_BY.get(head[-1:])
    depth = 0
    for place in range(len(head) - 2, max(-1, len(head) - _LONGEST), -1) if opening else ():
        if head[place] == opening and depth == 0:
            return head[place + 1 : -1].strip()
        depth += (head[place] == head[-1]) - (head[place] == opening)
    return ""
