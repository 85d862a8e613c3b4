"""Tells which error a pasted text is: whole, cut, misspelt, inside a log line, by number or by words.

First the templates as they are, then what resembles them, then plain words. Under `FITS` the answer is
that nothing fits: a wrong answer is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Literal

from listo.core.catalogue import entries
from listo.core.catalogue.error_numbers import (
    codes_alone,
    has_known,
    is_of_all,
    is_said_by_amazon,
    join_thousands,
    linked_codes,
    mentioned_codes,
    named_codes,
)
from listo.core.catalogue.keywords import (
    Sides,
    auxiliary_words,
    contradicts,
    count_words,
    find_by_keywords,
    is_of_any_form,
    says_nothing,
    sides_taken,
    small_words,
)
from listo.core.catalogue.nearest_match import Likeness, find_likely, find_nearest, has_likely
from listo.core.catalogue.own_words import (
    SURE_ODDS,
    asks_what_is,
    find_by_own_words,
    find_by_wordings,
    find_likeliest,
    is_anybodys,
    is_of_any_program,
    is_of_vtex,
    known_share,
    names_foreign,
    names_things,
    odds_of_error,
    says_all_is_well,
)
from listo.core.catalogue.templates import (
    TO_THE_END,
    Found,
    MessageTemplate,
    TemplateIndex,
    TrigramIndex,
    capture_names,
    decode,
    fold,
    make_template,
    names_in_difference,
    names_in_other_words,
)
from listo.core.texts import Language

FITS = 0.45
"""The least score of an answer: in tests/core/catalogue damaged messages lie above it, foreign ones below.

With 0.4, 81 of the texts of tests/bench/weigh_constants.py more fit; with 0.47, 24 are lost. The counts below
are of the same 14,650 texts.
"""

How = Literal["message", "resemblance", "code", "words"]

_Wanted = Literal["nearest", "likely", "numbered", "fitting"]
"""Which messages are wanted: the nearest in any case, all that are likely, those that can be shown where the
number of an error is named, or those that can be shown at all."""

_NEAREST = 3
"""Errors that are named where none fits: as many as are read at a glance."""

_PERHAPS_MEANT = 1.0
"""Odds from which a text is perhaps about an error, for that to be named where nothing fits: of 180 sentences
of sellers' that are not answered 133 have their error among the three; 13 in 14 foreign ones have none."""

_SURELY_OF_NONE = -4.5
"""Odds below which a text is about no error, whatever it resembles: of 8,500 lines of the sets and 3,100
messages that are damaged, cut and within logs none has less, of foreign texts 62 %."""

_KNOWN_OF_NONE = -3.0
"""The same where nearly all words are known, so that no slips hide them: of 23,000 five have less, of foreign
texts 14 % more."""

_FOREIGN_OF_NONE = -1.0
"""The same of those that name another shop or program, too: none of 1,070 of ours that do has less."""

_NEARLY_ALL_WORDS, _FEW_WORDS = 0.8, 4
"""Share of the words that are known then, and how many there are at the least."""

_PERHAPS_ALIKE = 0.2
"""Score from which what a text resembles is named there: 1 in 15 foreign ones has any."""

_RIVAL = 0.8
"""Share of the best score from which another error is shown too: with 0.7, 469 lists grow longer."""

LETTERS_AT_LEAST = 5
"""Letters below which nothing is like a message: half of the shortest; with 6, 91 answers are lost."""

_TELLING = 3
"""Letters around a whole message that may be another one: with 1 an answer differs."""

_LONG = 40
"""Letters of a message that is no piece of another one by chance: with 60, two answers differ."""

_BRIEF = 24
"""Letters of a brief message: `Access denied` and `Product not found` are said by many programs."""

_SURE = 0.75
"""Score of a text that surely is a message, not words: with 0.7 and 0.8, 50 and 29 answers differ."""

_HALF_SURE = 0.6
"""Score below which what resembles a message of anybody's words needs a word of a listing: recalls in the
news have 0.58 at most, Amazon's own texts 0.62 or more."""

_RESEMBLED_SURELY = 0.6
"""Score below which a sentence that is like a message must speak of an error by all its words too."""

_CUT_NAME = re.compile(r"""([(\["'])[^()\[\]"']*\Z""")
"""A name that the end of a text cuts off: the mark before it is never closed."""

_SHORTEST_BEGINNING, _LONGEST_BEGINNING = 3, 12
"""Words of a message before its first name, of which such a text has all."""

_CUT_SCORE = 0.8
"""Score of that: surer than what resembles a message only."""

_SENTENCE_WORDS = 8
"""Words from which it is asked whether a sentence speaks of an error at all."""

_FAINT = 0.55
"""Score below which a sentence is surer than what it resembles: with 0.5 and 0.6, five answers are lost."""

_OF_A_MESSAGE = re.compile(r"""["“«\[]""")
"""What names stand in: a message has them, sentences hardly ever."""

_WHOLE_PHRASE = 0.9
"""Score of all the words of a phrase: with less, 162 lists beside a sure answer name what it is not."""

_WHOLE = 0.9
"""The least score of a message found whole; the rest is how much of the text it is."""

_CODE_ALONE_SCORE = 0.95
"""Score of an error number alone: no text can say another thing; from 0.8 on no answer differs."""

_CODE_NAMED_SCORE = 0.8
"""Score of an error number within a text: with 0.7 and 0.9, 2 and 4 answers differ."""

_TELLING_WORD = 15
"""Letters of a word that is no everyday one: `ListMarketplaceParticipations`, `number_of_items`."""

_OPPOSITE = 0.7
"""What is left of a score where a message says the opposite ("minimum", "maximum"). Of the 565 wordings of
Amazon's in Portuguese, each asked for while left out, 8 more are known than with 1; with 0.5, 2 more."""

_AS_GOOD = 0.05
"""Score by which another message of an error fits as well, such as one that goes on before this one."""

_JUST_BELOW = 0.001
"""A step down that changes the order and nothing else: scores are shown with three digits."""

# The counts of the next four are of the lines of tests/data/messages and of 585 more, reworded for this.

_REWORDED = 0.45
"""How near (0 to 1) whole sentences are to a message of Amazon's that they reword: with 0.5, 8 are lost."""

_LIKELY_REWORDED = 0.55
"""The same of what is no whole sentence: with 0.5, five foreign ones fit."""

_SURELY_REWORDED = 0.7
"""The same of what seems another error by its words: with 0.6, six sellers' own sentences are lost."""

_RESEMBLED_ENOUGH = 0.65
"""Score from which a text is what it resembles, not another message in other words: with 0.75 one line of the
sets is lost, with 0.6 two are."""

_AS_NEAR = 0.92
"""Share of the nearest from which another is as near: with 0.95, one is lost that resembles its message."""

_MOST_REWORDED = 2
"""Errors of which one may be meant that are shown: Amazon has two numbers for many a matter."""

_SENTENCE = re.compile(r"""["'“‘¿¡\[(]*[A-ZÀ-Ú0-9].*(?:[.!]|\.\s+["'“‘¿¡\[(]*[A-ZÀ-Ú][^?]*)""", re.DOTALL)
"""How messages are written, cut off or not: whole sentences, as few type (7 of 1,830 own ones)."""

_ROW = re.compile(r"(?:\A|\n)[^\S\n]*[0-9]{2,9}[^\S\n\t]*[;,|\t]")
_QUOTED = re.compile(r"""["“«][^"“”«»]+["”»]|(?<!\w)['‘][^'‘’]+['’](?!\w)""")
_QUOTED_SENTENCE = re.compile(r"""["“«](?:[^\s"“”«»]+\s+){5}[^"“”«»]+["”»]""")
"""What has too many words within quotes to be a name."""

_QUOTES = frozenset("\"'“«‘")
"""What a quoted name begins with."""

_SKU_BEHIND = re.compile(r" (?:id )?sku (?:id )?(?:[^ ]+ ){0,3}[^ ]*[0-9][^ ]*")
_MESSAGE_FIELD = re.compile(r""""(?:message|mensagem|mensaje)"\s*:\s*"((?:[^"\\]|\\.)*)\"""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """One error that a text may be.

    `score` runs from 0 to 1, `language` is that of the message, `captured` what stood in its gaps, by
    name, as written in the text. `how` tells what it was known by: the whole `message`, its `resemblance` to
    one, an error's number (`code`), or its `words` alone, which is a guess.
    """

    error_id: str
    score: float
    language: Language
    captured: Mapping[str, str] = field(default_factory=dict)
    how: How = "message"


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a text was taken for: `matches`, the best first, or none and then the `nearest` few as such."""

    text: str
    matches: tuple[Match, ...]
    nearest: tuple[Match, ...] = ()


@lru_cache(maxsize=4096)  # the different messages of a long export, each asked for twice
def recognise(text: str, *, nearest: bool = True) -> Recognition:
    """Return what `text` is: one message, or a few words.

    Never raises for any text; what it cannot place has no matches. Without `nearest`, as for long lists,
    nothing is named where none fits, which takes half the time.
    """
    decoded = decode(text)
    coded, linked = _by_code(decoded), bool(linked_codes(decoded))
    if coded and not linked and _begins_a_row(decoded) and _is_surely_of_vtex(text, decoded):
        coded = []
    wanted: _Wanted = "nearest" if nearest else "numbered" if coded else "fitting"
    of_none = not coded and not linked and _is_surely_of_none(text, decoded)
    if of_none and not nearest:
        return Recognition(text, ())
    found = _by_message(text, decoded, wanted)
    if of_none or (not coded and (not found or _is_doubtful(found[0])) and names_foreign(decoded)):
        return Recognition(text, (), _nearest(decoded, found) if nearest else ())
    if found and found[0].how == "message":  # a code that is a word is that of many messages
        coded = [match for match in coded if match.captured["code"][0].isdigit()]
    told = {match.error_id: match.captured for match in found if match.score >= FITS}
    if not found or found[0].how == "resemblance" or _says_another(found[0], coded):
        found = _agreeing(found, _with_names(coded, found, decoded), certain=linked)
    elif coded:
        found = [*found, *_of_other_numbers(coded, found[0].error_id)]
    if not coded and not linked and (not found or found[0].how == "resemblance"):
        said = _by_other_words(text, decoded, found, wanted)
        if len(said) > 1 and wanted == "fitting":  # equals stand in the order in which they are resembled
            found = _by_message(text, decoded, "likely")
        found = _best_of([*found, *said])
    found = _specified(found, decoded, told)
    says_little = not coded and (_is_lone_word(decoded, found) or _is_anybodys(decoded, found))
    shown = () if says_little else _worth_showing(found)
    return Recognition(text, shown, _nearest(decoded, found) if nearest and not shown else ())


def _begins_a_row(decoded: str) -> bool:
    """Return whether a text has rows of a table that begin with a number, more often than not an SKU's."""
    return _ROW.search(decoded) is not None


def _is_surely_of_vtex(text: str, decoded: str) -> bool:
    """Return whether a text surely is one of VTEX's own messages, which have no numbers."""
    found = _by_message(text, decoded, "numbered")
    return bool(found) and found[0].score >= _SURE and is_of_vtex(found[0].error_id)


def _is_surely_of_none(text: str, decoded: str) -> bool:
    """Return whether a text speaks of no error, by all its words, and no message stands whole in it."""
    if ('"' in text and _MESSAGE_FIELD.search(text)) or _find_whole(fold(decoded)):
        return False
    odds = odds_of_error(decoded)
    if odds >= _FOREIGN_OF_NONE:
        return False
    if odds < _SURELY_OF_NONE:
        return True
    return (odds < _KNOWN_OF_NONE or names_foreign(decoded)) and _has_known_words(decoded)


def _has_known_words(decoded: str) -> bool:
    """Return whether a text has a few words at the least, and nearly all of them are known."""
    return len(fold(decoded).split()) >= _FEW_WORDS and known_share(decoded) >= _NEARLY_ALL_WORDS


def _nearest(decoded: str, found: list[Match]) -> tuple[Match, ...]:
    """Return the few errors that come nearest to a text; none where it seems to be about something else.

    First those whose number it has, and what fits but is anybody's; then those of which sentences speak so,
    then those that it resembles. A letter, with which a text begins to be typed, says nothing yet.
    """
    if max(map(len, fold(decoded).split()), default=0) < 2:
        return ()
    numbered = _of_codes(mentioned_codes(join_thousands(decoded)), _JUST_BELOW)
    likely = find_likeliest(decoded, _NEAREST, least=_PERHAPS_MEANT)
    spoken_of = (Match(error_id, _JUST_BELOW, "en", {}, "words") for error_id in likely)
    fitting = (one for one in found if one.score >= FITS)
    alike = (one for one in found if one.score >= _PERHAPS_ALIKE)
    near: dict[str, Match] = {}
    for one in (*numbered, *fitting, *spoken_of, *alike):
        near.setdefault(one.error_id, one)
    return tuple(near.values())[:_NEAREST]


def _is_doubtful(found: Match) -> bool:
    """Return whether a match is no sure one, or of few words, which others say too ("access denied")."""
    if found.how == "resemblance" and found.score < _SURE:
        return True
    said = entries.get_entry(found.error_id).messages.get(found.language, ())
    return max(map(len, said), default=_LONG) <= _BRIEF


def _says_another(found: Match, coded: list[Match]) -> bool:
    """Return whether a number leads to other errors than the wording: the number wins."""
    return bool(coded) and found.error_id not in {match.error_id for match in coded}


def _of_other_numbers(coded: list[Match], error_id: str) -> list[Match]:
    """Return what the numbers in a text lead to that are none of an error's own."""
    own = entries.get_entry(error_id).codes
    return [match for match in coded if match.captured["code"] not in own]


def _is_lone_word(decoded: str, found: list[Match]) -> bool:
    """Return whether a text is one everyday word ("image"): it names a matter, no error."""
    if not found or found[0].how not in ("words", "resemblance") or count_words(decoded) != 1:
        return False
    words = fold(decoded).split()
    if found[0].how == "resemblance":
        return len(words) == 1 and names_things(decoded)
    return max(map(len, words)) < _TELLING_WORD and (len(words) == 1 or found[0].score < _WHOLE_PHRASE)


def _is_anybodys(decoded: str, found: list[Match]) -> bool:
    """Return whether a text is what any form says ("this field is required"), or asks what a word means."""
    if not found or found[0].how == "code":
        return False
    if found[0].how == "message":
        return found[0].score < 1.0 and is_anybodys(found[0].error_id, decoded)
    if says_all_is_well(decoded):
        return True
    resembles = found[0].how == "resemblance"
    if resembles and found[0].score >= _WHOLE:
        return False
    if found[0].score < _RESEMBLED_SURELY and _speaks_of_none(decoded):
        return True
    if resembles and found[0].score < _HALF_SURE and is_anybodys(found[0].error_id, decoded):
        return True
    if odds_of_error(decoded) < SURE_ODDS and is_of_any_program(found[0].error_id, decoded, worded=resembles):
        return True
    unsure = found[0].how == "words" or found[0].score < _SURE
    return unsure and (is_of_any_form(decoded) or asks_what_is(decoded))


def _speaks_of_none(decoded: str) -> bool:
    """Return whether a sentence speaks of no error; of fewer words, misspelt ones too, nothing is known."""
    return len(fold(decoded).split()) >= _SENTENCE_WORDS and odds_of_error(decoded) < 0


def _worth_showing(found: list[Match]) -> tuple[Match, ...]:
    """Return the best and those that come near it, if the best fits at all."""
    if not found or found[0].score < FITS:
        return ()
    least = max(FITS, found[0].score * _RIVAL)
    return tuple(match for match in found if match.score >= least)


def _agreeing(found: list[Match], coded: list[Match], *, certain: bool = False) -> list[Match]:
    """Return what the text resembles, held to its error number if it names one: texts are reworded often.

    Where the number is `certain` to be Amazon's, an error that we do not know is no other one.
    """
    if not coded:
        return [] if certain else found
    allowed = {match.error_id for match in coded}
    return _best_of([*coded, *(match for match in found if match.error_id in allowed)])


def _with_names(coded: list[Match], found: list[Match], decoded: str) -> list[Match]:
    """Return what a number leads to, with the names in the message around it where that is known too."""
    told = {match.error_id: match.captured for match in found if match.score >= FITS}
    differing = names_in_difference(decoded) if coded else {}
    return [
        replace(match, captured={**differing, **told.get(match.error_id, {}), **match.captured})
        for match in coded
    ]


def _best_of(found: Iterable[Match]) -> list[Match]:
    """Return each error once, with its best match, the best first."""
    by_error: dict[str, list[Match]] = {}
    for match in found:
        by_error.setdefault(match.error_id, []).append(match)
    return sorted(map(_best, by_error.values()), key=lambda match: -match.score)


def _best(matches: list[Match]) -> Match:
    """Return the best match of an error: of messages that fit as well the one that tells more names."""
    best = max(matches, key=lambda match: match.score)
    fuller = max(matches, key=lambda match: len(match.captured) * (match.score >= best.score - _AS_GOOD))
    return replace(fuller, score=best.score) if len(fuller.captured) > len(best.captured) else best


def _by_message(text: str, decoded: str, wanted: _Wanted) -> list[Match]:
    """Return what the text is by its wording; within Amazon's JSON, by its `message`.

    Of a text that quotes a sentence it is what that is, where it fits better: "VTEX says "…" and no more".
    """
    inner = _MESSAGE_FIELD.search(text) if '"' in text else None
    if inner and (found := _by_wording(decode(inner[1]), wanted)) and found[0].score >= FITS:
        return found
    found = _by_wording(decoded, wanted, is_all=True)
    quoted = _QUOTED_SENTENCE.search(decoded) if not _QUOTES.isdisjoint(decoded) else None
    if quoted and (not found or found[0].how == "resemblance"):
        said = _by_wording(quoted[0][1:-1], wanted)
        if said and said[0].score > max(FITS, found[0].score if found else 0.0):
            return said
    return found


def _by_wording(text: str, wanted: _Wanted, *, is_all: bool = False) -> list[Match]:
    """Return what a text is by its wording.

    Where one that `is_all` there is names something foreign, nothing is shown that is not surely a message.
    """
    folded = fold(text)
    whole = _find_whole(folded)
    certain = [_whole_match(one, found, folded, text) for one, found in _in_order(whole)]
    if whole and _is_all(*whole[0], folded):
        return certain
    if len(folded.replace(" ", "")) < LETTERS_AT_LEAST or says_nothing(text):
        return certain
    if wanted != "nearest" and not whole and not has_likely(_index(), folded):
        return _best_of(_cut_in_a_name(text))
    quoted = _quoted(text)
    sides = sides_taken((fold(_QUOTED.sub(" ", text)) if quoted else folded).split())
    if wanted == "nearest":
        alike = find_nearest(_index(), folded, quoted)
    elif wanted == "likely":
        alike = find_likely(_index(), folded, quoted)
    elif whole:
        alike = find_likely(_index(), folded, quoted, least=FITS)
    else:
        rival = 0.0 if wanted == "numbered" else _RIVAL * _OPPOSITE if sides else _RIVAL
        enough = partial(_least_of, text) if is_all and wanted == "fitting" else float
        alike = find_likely(_index(), folded, quoted, least=FITS, rival=rival, enough=enough)
    if sides:
        alike = [_weighed(one, sides) for one in alike]
    if whole:
        least = whole[0][1].end - whole[0][1].start + _TELLING
        longer = [one for one in alike if one.explains > least and one.score >= FITS]
        alike = [one for one in longer if one.score > _SURE]
        if not alike:
            return _completed(certain, [_alike_match(one, text) for one in longer])
    found = [_alike_match(one, text) for one in alike]
    return _best_of([*found, *_cut_in_a_name(text)])


def _cut_in_a_name(text: str) -> Iterator[Match]:
    """Yield the messages whose beginning a text ends with, and then a name that its end cuts off.

    Only the mark before the name tells it from others that begin so: "The VTEX global category (Home & Ga".
    """
    name = _CUT_NAME.search(text)
    if name is None:
        return
    words = fold(text[: name.start()]).split()
    shortest = len(words) if text[:1].isupper() else _SHORTEST_BEGINNING  # "O valor (Verde musgo com deta"
    for length in range(min(len(words), _LONGEST_BEGINNING), min(shortest, _SHORTEST_BEGINNING) - 1, -1):
        begun = [
            Match(one.error_id, _CUT_SCORE, one.language, {}, "resemblance")
            for one in _beginnings().get(" ".join(words[-length:]), ())
            if one.marks[0][0] == name[1]
        ]
        if begun:
            yield from begun
            return


@cache
def _beginnings() -> Mapping[str, Sequence[MessageTemplate]]:
    """Return the messages by what they say before their first name, with and without its first word."""
    begun: dict[str, list[MessageTemplate]] = {}
    for one in _templates().templates:
        if one.fields:
            begun.setdefault(one.parts[0], []).append(one)
            if one.parts[0].count(" ") >= _SHORTEST_BEGINNING:
                begun.setdefault(one.parts[0].split(" ", 1)[1], []).append(one)
    return begun


def _completed(certain: list[Match], longer: list[Match]) -> list[Match]:
    """Return messages found whole, with the names that a longer message of the same error tells around it."""
    told = {match.error_id: match.captured for match in reversed(longer)}
    return [replace(match, captured={**told.get(match.error_id, {}), **match.captured}) for match in certain]


def _least_of(text: str) -> float:
    """Return the score below which nothing is shown of what is foreign, or speaks of none; else zero."""
    return _SURE if names_foreign(text) else _RESEMBLED_SURELY if _speaks_of_none(text) else 0.0


def _weighed(one: Likeness, sides: list[Sides]) -> Likeness:
    """Return a likeness with less score where the message is on the other side."""
    return one._replace(score=one.score * _OPPOSITE) if contradicts(one.template.words, sides) else one


def _quoted(text: str) -> frozenset[str]:
    if _QUOTES.isdisjoint(text):
        return frozenset()
    return frozenset(fold(found[0]) for found in _QUOTED.finditer(text)) - {""}


_Whole = tuple[MessageTemplate, Found]


@lru_cache(maxsize=4)  # asked more than once of the same text
def _find_whole(folded: str) -> list[_Whole]:
    return _templates().find_whole(folded)


def _is_all(one: MessageTemplate, found: Found, folded: str) -> bool:
    """Return whether a message found whole is surely all that the text says, not a piece of a longer one."""
    if found.start <= _TELLING and _SKU_BEHIND.fullmatch(folded, found.end):
        return True  # reports name the SKU behind each message; no message is another one and a SKU
    goes_on = found.start <= _TELLING and found.end < len(folded) - _TELLING
    rest = len(folded) - (found.end - found.start)
    return rest <= _TELLING or (len(one.fixed) >= _LONG and not goes_on)


def _in_order(whole: list[_Whole]) -> list[_Whole]:
    """Return twins in the order of the catalogue."""
    return sorted(whole, key=lambda pair: _order()[pair[0].error_id])


@cache
def _order() -> dict[str, int]:
    return {entry.id: place for place, entry in enumerate(entries.all_entries())}


def _whole_match(one: MessageTemplate, found: Found, folded: str, text: str) -> Match:
    explained = (found.end - found.start) / len(folded)
    return _match(one, _WHOLE + (1 - _WHOLE) * explained, found.gaps, text, "message")


def _alike_match(laid: Likeness, text: str) -> Match:
    if laid.score < FITS:  # it is named as near at the most, and no name is told of it
        return Match(laid.template.error_id, laid.score, laid.template.language, {}, "resemblance")
    return _match(laid.template, laid.score, _gaps(laid.template, laid.spans), text, "resemblance")


def _match(one: MessageTemplate, score: float, gaps: Sequence[tuple[int, int]], text: str, how: How) -> Match:
    names = capture_names(one, gaps, text)
    if how == "resemblance":
        names = names_in_other_words(one, names, text, _words_around(one.error_id))
    names = names_in_difference(text) | names
    return Match(one.error_id, score, one.language, names, how)


def _specified(found: list[Match], decoded: str, told: Mapping[str, Mapping[str, str]]) -> list[Match]:
    """Return matches with the more special error in place of a general one, where the text's words say so.

    `told` are the names of the messages that the text is like, by error.
    """
    if not any(entries.get_entry(match.error_id).special for match in found):
        return found
    meant = ((match, _meant(match.error_id, _said_around(match, decoded))) for match in found)
    return _best_of(
        match if one == match.error_id else _as(match, one, told.get(one) or _names_as(one, decoded))
        for match, one in meant
    )


def _said_around(match: Match, decoded: str) -> str:
    """Return the words of a text but for names of several in brackets: "Value (Guide for size)".

    One word may be the attribute itself: "attribute (Size)".
    """
    for name in match.captured.values():
        decoded = decoded.replace(f"({name})", " ") if " " in name else decoded
    return f" {fold(decoded)} "


def _as(match: Match, error_id: str, names: Mapping[str, str]) -> Match:
    """Return a match as that of a more special error, with its own names where these are known."""
    code = {"code": match.captured["code"]} if "code" in match.captured else {}
    return replace(match, error_id=error_id, captured={**names, **code} if names else match.captured)


def _names_as(error_id: str, decoded: str) -> Mapping[str, str]:
    """Return the names of a more special error, where VTEX words it otherwise."""
    return _literal_names(error_id, decoded) if is_of_vtex(error_id) else {}


def _meant(error_id: str, said: str) -> str:
    """Return the error, or the more special one that is meant where a text has its words."""
    special = entries.get_entry(error_id).special
    return next((one for one, words in special.items() if any(_has(said, each) for each in words)), error_id)


def _has(said: str, words: str) -> bool:
    """Return whether a text has words; of several, parted by `+`, all of them somewhere."""
    each = (f" {one.removesuffix('*')}" if one.endswith("*") else f" {one} " for one in words.split(" + "))
    return all(one in said for one in each)


def _gaps(one: MessageTemplate, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Return where the gaps lie that have fixed text found on both sides; the others are not known.

    Of a gap that begins the message only the end is known; of one that ends it only the beginning, and of
    one after which the message is cut off: that goes on to the end of the text.
    """
    found = iter(spans)
    bounds = [next(found, None) if part else None for part in one.parts]
    gaps = [(before[1], after[0]) if before and after else (0, 0) for before, after in pairwise(bounds)]
    if not one.parts[0] and (first := bounds[1]) and first[0]:
        gaps[0] = (first[0] - 1, first[0])
    if not one.parts[-1] and bounds[-2:-1] and (last := bounds[-2]):
        gaps[-1] = (last[1], last[1] + 1)
    for place, (before, after) in enumerate(pairwise(bounds)):
        if before and not after and one.parts[place + 1]:
            gaps[place] = (before[1], TO_THE_END)
            break
    return gaps


def _by_code(decoded: str) -> list[Match]:
    """Return the errors that the numbers of Amazon in a text lead to."""
    decoded = join_thousands(decoded)
    linked = _of_codes(linked_codes(decoded), _CODE_ALONE_SCORE)
    if not has_known(decoded):
        return linked
    if not linked and (alone := _of_codes(codes_alone(decoded), _CODE_ALONE_SCORE)):
        return alone
    beside_others = names_foreign(decoded) and not is_said_by_amazon(decoded)
    of_others = beside_others and names_foreign(f"Amazon {decoded}")
    odds = odds_of_error(decoded)
    named = named_codes(decoded, odds, beside_others=beside_others, of_others=of_others)
    if named and all(map(is_of_all, linked_codes(decoded))):
        linked = []
    return _best_of([*linked, *_of_codes(named, _CODE_NAMED_SCORE)])


def _of_codes(codes: Iterable[str], score: float) -> list[Match]:
    return [
        Match(entry.id, score, "en", {"code": code}, "code")
        for code in dict.fromkeys(codes)
        for entry in entries.find_by_code(code)
    ]


def _by_other_words(text: str, decoded: str, found: list[Match], wanted: _Wanted) -> list[Match]:
    """Return what plain words lead to, and before them the message of Amazon's that a text surely rewords."""
    resembling = found[0].score if found else 0.0
    said = list(_by_plain_words(decoded, resembling))
    if resembling >= _RESEMBLED_ENOUGH:
        return said
    best = max((one for one in (*found, *said) if one.score >= FITS), key=lambda one: one.score, default=None)
    whole = _SENTENCE.fullmatch(decoded.strip()) is not None
    least = _REWORDED if whole else _SURELY_REWORDED if best else _LIKELY_REWORDED

    def resembled() -> dict[str, float]:
        likely = _by_message(text, decoded, "likely") if wanted == "fitting" else found
        return {one.error_id: one.score for one in likely}

    may_resemble = wanted != "fitting" or has_likely(_index(), fold(decoded))
    most = max(FITS, resembling) if may_resemble else 0.0
    near = find_by_wordings(decoded, resembled, most, least, whole=whole)
    told = [error_id for like, error_id in near if like >= _AS_NEAR * near[0][0]]
    if best and best.error_id in told:
        return said
    score = (best.score if best else FITS) + _JUST_BELOW * _MOST_REWORDED
    return [
        *said,
        *(
            Match(one, score - place * _JUST_BELOW, "en", _literal_names(one, decoded), "words")
            for place, one in enumerate(told[:_MOST_REWORDED])
        ),
    ]


def _by_plain_words(decoded: str, resembling: float) -> list[Match]:
    """Return what plain words lead to.

    Beside a message that the text surely resembles, only by all the words of a phrase, and after it.
    """
    hits = find_by_keywords(decoded)
    found = [Match(error_id, score, language, {}, "words") for score, error_id, language in hits]
    if resembling < _SURE:
        return [*found, *_by_own_words(decoded, resembling)]
    return [replace(one, score=resembling - _JUST_BELOW) for one in found if one.score >= _WHOLE_PHRASE]


def _by_own_words(decoded: str, resembling: float) -> Iterable[Match]:
    """Yield what a sentence leads to; where a message surely fits it, after that one."""
    least = FITS if _OF_A_MESSAGE.search(decoded) else _FAINT
    for score, error_id in find_by_own_words(decoded):
        held = min(score, resembling - _JUST_BELOW) if resembling >= least else score
        yield Match(error_id, held, "en", _literal_names(error_id, decoded), "words")


def _literal_names(error_id: str, decoded: str) -> dict[str, str]:
    """Return the names that a sentence puts in brackets or quotes, in the order of the message's own.

    Of more or fewer than the message has it is not known which they are.
    """
    said = [message for messages in entries.get_entry(error_id).messages.values() for message in messages]
    if not said:
        return {}
    return names_in_other_words(make_template(error_id, "en", said[0]), {}, decoded, _words_around(error_id))


@cache
def _words_around(error_id: str) -> frozenset[str]:
    """Return the words of sentences, and of those in which an error is told, which are of no name in them."""
    told = (one.words for one in _templates().templates if one.error_id == error_id)
    return small_words().union(auxiliary_words(), *told)


@cache
def _templates() -> TemplateIndex:
    return TemplateIndex(entries.all_entries())


@cache
def _index() -> TrigramIndex:
    return TrigramIndex(_templates().templates)
