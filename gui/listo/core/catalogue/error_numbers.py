"""Finds Amazon's error numbers in a text: alone, in links, in columns for them, or in whatever is said.

And those of VTEX's known issues, alone or called so. Orders, SKUs and lots have numbers too: only known ones
count, and whether one is an error's is weighed by all that stands around it, as it was around others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.lexicon import read_wordings, said_in
from listo.core.catalogue.sentence_classifier import signs_of_number, weigh_number
from listo.core.catalogue.templates import fold
from listo.core.texts import LANGUAGES


def _when_asked(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Return what compiles a pattern when it is first asked for: they take 10 ms, and few texts need them."""
    return cache(lambda: re.compile(pattern, re.IGNORECASE))


_FOR_IT = (
    r"(?:er+o+r*e?s?|err|codes?|c[oó]?di?g[ou]s?|c[oó]d|cod|issue|fault|failure|fatal|exception|falh[ao]s?|"
    r"fall[ao]s?|incid[eê]n\w+|reason|motivo|clave|message|mensaje|mensagem|problem[ae]?s?)"
)
_SEVERITY = r"(?:error|erro|warning|warn|aviso|advert[eê]ncia|advertencia|alerta|fatal)"
_NUMBER = r"(?:n\.?[º°or]?|n[uú]m(?:ero)?|nro|number)"

_PERHAPS_CODES = re.compile(r"[0-9]+|md[0-9]+|[a-z]+(?:_[a-z]+)*")
"""All that can be a number of an error in a text in lower case: without a known one nothing else is asked."""

_ALONE = _when_asked(
    rf"[^\w$€£]*(?:(?:amazon|{_FOR_IT}|{_NUMBER}|do|de|da|del|la|#)\W+)*(?:n\.?[º°])?"
    r"([0-9]{4,9}|(?<=[a-z#]\W)[0-9]{2,3}|(?<=[a-z]\W\W)[0-9]{2,3}|[0-9]{2,3}(?=\s+amazon)|[A-Za-z]+_?[A-Za-z0-9_]+)"
    r"(?:\s+amazon)?[^\w%€$£°]*",
)
_LINKED = re.compile(r"\berrorcode(?:/|\W{1,3}|%2F|%3D)([0-9]{2,9})\b", re.IGNORECASE)
"""Amazon's page on one error, to which its messages lead; one of nine digits is its page on all of them."""

_SHORT = _when_asked(
    rf"(?:\b|_|(?<=[a-z])(?=(?-i:[A-Z])))(?:{_FOR_IT}|{_SEVERITY})\b"
    rf"(?:\W{{1,4}}(?:{_FOR_IT}|es|[eé]|is|was|de|da|do|del|o|el|the|amazon|resultado|{_NUMBER})){{0,4}}"
    rf"\W{{1,4}}([0-9]{{2,3}})\b(?![./-][0-9]|,[0-9]{{1,3}}\b|\s*%|\s+(?:ms|kb|mb|bytes)\b)",
)
_PARTED = re.compile(
    r"(?<![\w$€£.,])(?<![$€£]\s)[0-9]{1,3}(?:[.,][0-9]{3})+(?![.,]?\w)|\A[0-9]{1,3}(?:\s[0-9]{3})+\Z"
)
"""A number whose thousands are parted, as spreadsheets do ("erro 8.572")."""

_PERHAPS_PARTED = re.compile(r"[0-9][.,\s][0-9]{3}")
"""What each of them has, found in a tenth of the time: few texts have any."""

_HAS_DIGITS = re.compile("[0-9]")

_WIDE = {ord("０") + digit: str(digit) for digit in range(10)}
"""Digits as wide as Chinese letters, and the common ones."""

_ITEM_OF_A_LIST = re.compile(r"(?:[0-9]{1,2}|[a-z])[.)]\s+(?=\S)", re.IGNORECASE)
"""What a line of a list begins with ("1. 8541")."""

_LETTERS_ALONE = 120
"""Letters of the longest text that is one number and words for it."""

_DIGITS = re.compile("[0-9]+")
_TOGETHER = re.compile(r"[0-9]+(?:(?: ?[,;/+&|] ?| )[0-9]+)+")
"""Numbers and what parts them, and nothing else."""

_COLUMN = re.compile(r"\t|[;|,]|\s{2,}")
_IS_PROSE = re.compile(r",\s+\w|[:.!?]\s*\Z")
"""What a sentence has above numbers, and the header of a table has not ("Hi, these are the errors")."""

_COLUMN_AND_MARK = re.compile(rf"({_COLUMN.pattern})")
"""What parts the cells of a table, of one that blanks align too."""

_MOST_COLUMNS = 100
"""Columns of a table whose headers are read: Amazon's reports have ten."""

_HEADS_ERRORS = re.compile(
    r"(?:amazon |result[ _-]?)?(?:issue|result|message)[ _-]?(?:codes?|c[oó]digos?)|errorcode|"
    r"(?!.*(?:\b|_)(?:qtde?|quant|cant|count|total|records?|messages|lines|skus?|rate|taxa|date|data|fecha|hora|time|type|"
    r"tipo|mess?age|mensa|desc|text|category|severi))"
    r"(?:[\wº°.]+[ _-]+){0,3}err(?:o|or)(?:e?s)?(?:[ _-]+\w+){0,2}",
    re.IGNORECASE,
)
"""The header of a column of such numbers, whatever the table has besides."""

_HEADS_CODES = re.compile(
    r"(?:amazon[ _-])?(?:codes?|c[oó]d(?:igos?)?)(?:[ _-](?:d[aeo] |de la )?amazon)?", re.IGNORECASE
)
"""The same of a table that does not list things with their own codes."""

_HEADS_THINGS = re.compile(
    r"desc|pre[cç]o|price|precio|qtd|quant|qty|cant|stock|estoque|client|customer|nom[eb]|name|produ[ct]|item|total|"
    r"city|cidade|ciudad|saldo|units?\b|unid",
    re.IGNORECASE,
)
"""How headers of tables begin that list things with their own codes, as prices and stocks."""

_HEADS_OTHERS = re.compile(
    r"(?:id|c[oó]d(?:igo)?|n[uú]m(?:ero)?|no?|nº|#)?\W*(?:d[eo]l? )?(?:sku|id\b|asin|ean|gtin|upc|order|"
    r"pedido|orden\b|produ[ct]|item|art[ií]culo|qtd|quant|qty|cant|stock|estoque|existenc|units?\b|unid|price|pre[cç]o|"
    r"precio|valor|total|saldo|receita|revenue|ingreso|nf|nota|invoice|factura|client|customer|cep|zip|cp\b|"
    r"phone|tel|fone|lot|city|cidade|ciudad|row|linha|fila|line|codes?\b|c[oó]d)",
    re.IGNORECASE,
)
"""How headers of columns begin whose numbers are of something else."""

_HEADS_LISTINGS = re.compile(
    r"status|estado|situa[cç]|mess?age|mens[a-z]+m|mensaje|severity|publica", re.IGNORECASE
)
"""How those begin of tables that say how listings fare, whatever else they have."""

_IS_SEVERITY = re.compile(rf"{_SEVERITY}|rejected|rejeitad[oa]|rechazad[oa]", re.IGNORECASE)

_OF_AMAZON = re.compile(
    r"\bamzn?\b|amazon|seller ?central|asin|\bsku|listing|\bfeed|attributenames|severity|"
    r"processing report|(?:informe|reporte|relat[oó]rio) de proces|"
    r"\bmarcas?\b|\bbrand|\b(?:ean|gtin|upc)\b",
    re.IGNORECASE,
)
_AMAZON_SAYS = re.compile(
    r"\bamazon\W(?:\w+\W){0,3}?(?:sa(?:ys?|id)|tells?|dice|dijo|diz|disse|gives?|shows?|returns?|respond\w+|contest\w+)\b|"
    r"\bseller (?:central|support)\b.*\b(?:error|erro|code|c[oó]digo)\b",
    re.IGNORECASE,
)
"""Who tells of an error, whatever else is named ("Amazon says 19098")."""

_GLUED_TO = ["err", "erro", "error", "code", "c[oó]digo", "amazon", "[º°]"]
"""What a number of an error is written together with ("erro8541"); other words make it another thing's."""

_NO_AMOUNT_BEFORE = r"(?<![$€£])(?<![$€£]\s)(?<![0-9]\.)(?<!\b0,)"
_GLUED = rf"(?:(?<![^\W_])|(?<={')|(?<='.join(_GLUED_TO)}))"
_WORD = r"(?<![^\W_])(MD[0-9]{4}|[a-z]+_[a-z]+|(?-i:[A-Z][a-z]+(?:[A-Z][a-z]+)*))"
_NO_MORE = r"(?![^\W_]|-(?-i:[A-Z])|\.[0-9]|(?<![0-9]{5}),[0-9]{1,2}(?![0-9]))"
_MENTIONED = re.compile(
    rf"{_NO_AMOUNT_BEFORE}(?:{_GLUED}([0-9]{{4,9}})s?|{_WORD}){_NO_MORE}",
    re.IGNORECASE,
)
"""What may be the number of an error, or several of it ("13013s"), or such a word; no part of an amount."""

_CALLED_ISSUE = _when_asked(
    r"(?<!\w)(?:known[ _-]issues?|ki|problemas?[ -]con(?:he|o)cidos?)"
    rf"(?:\W{{1,3}}(?:vtex|da|de|of|id|{_NUMBER}))*\W{{1,3}}([0-9]{{6,7}})(?![\w-]|[.,/][0-9])"
    r"|(?<!\w)issues?\W{1,2}([0-9]{7})(?![\w-]|[.,/][0-9])",
)
"""What a known issue of VTEX is called by, and its number: older ones have six digits, as much else has."""

_ISSUE_ALONE = _when_asked(r"[^\w$€£.,/+-]*([0-9]{7})[^\w$€£%°/+-]*")
"""The number of one and nothing else: it has seven digits, none of those is a code of Amazon's."""

_MOST_MENTIONED = 64
"""Known numbers in one message that are judged: each takes as long as the message."""

_OF_SKUS = (["sku"], ["skuid"])
"""Words right before the number of a SKU, whatever its message is about."""

_COURTESIES = re.compile(
    r"\b(?:please|pls|plz|thanks?(?: you)?|thx|hi|hello|hey|good (?:morning|afternoon)|obrigad[oa]|obg|valeu|"
    r"pfv?|oi|ol[aá]|bom dia|boa (?:tarde|noite)|gracias|por favor|hola|"
    r"buen(?:os|as)? (?:d[ií]as|tardes|noches))\b[,.!]*",
    re.IGNORECASE,
)
"""What is said to whoever is asked, and tells nothing of a number."""

_AROUND_IT = " .!\"'“”«»"
"""What a text may begin and end with, and is the same."""

_LETTERS_AROUND = 600
"""Letters on each side of a number by which it is judged: more tell of something else."""

_LEAST_ODDS = -0.75
"""Odds from which a number is taken for an error's: of 4,500 in lines not learnt from 99.3 % have as much,
of as many others that were written to have the same digits 5 %."""

_LEAST_ODDS_OF_WORDS = 0.0
"""The same of a code that is a word, as other programs have it too (`AccessDenied`)."""

_LEAST_ODDS_OF_OTHERS = 1.5
"""The same where another shop or program is named, which has numbers of its own."""

_TELLING = 4
"""Letters of a word that tells something, as in `own_words`."""

_TOLD_STEP, _MOST_TOLD_STEPS = 1.5, 6
"""How much of what an error is told with is one step, as a logarithm, and the steps that are told apart."""

_UNTOLD_STEP, _MOST_UNTOLD_STEPS = 2, 4
"""The same of words that it is not told with."""

_SPOKEN_STEP, _MOST_SPOKEN_STEPS = 1.5, 6
"""The same of the odds that the text speaks of an error at all, on both sides of none."""

_TOLD_BESIDE = 2
"""Words on each side that are asked whether the error is told with them ("factura 79517")."""

_TOLD_OF_FEW = 2.5
"""How much something tells of an error with which one in twelve errors or fewer are told, as a logarithm."""

_PAGE_ON_ALL = 9
"""Digits of the number of Amazon's page on all errors."""


def join_thousands(decoded: str) -> str:
    """Return a text with its wide digits and its parted thousands as one writes numbers of errors.

    And with blanks where an address has them encoded.
    """
    decoded = decoded.replace("%20", " ")
    said = decoded if decoded.isascii() else decoded.translate(_WIDE)
    return _PARTED.sub(_joined, said) if _PERHAPS_PARTED.search(said) else said


def _joined(parted: re.Match[str]) -> str:
    """Return a number without what parts its thousands, if that is one of an error."""
    joined = re.sub(r"\D", "", parted[0])
    return joined if _is_known(joined) else parted[0]


def has_known(decoded: str) -> bool:
    """Return whether a text has anything that is written as a known number; without it none is named."""
    said = decoded.casefold()
    if not _HAS_DIGITS.search(said) and not any(word in said for word in _codes_of_words()):
        return False
    perhaps = _PERHAPS_CODES.findall(said)
    return not (entries.all_codes().isdisjoint(perhaps) and entries.all_issues().isdisjoint(perhaps))


@cache
def _codes_of_words() -> Sequence[str]:
    """Return the known codes that have no digits."""
    return [code for code in entries.all_codes() if not _HAS_DIGITS.search(code)]


def is_said_by_amazon(decoded: str) -> bool:
    """Return whether a text tells what Amazon says, so that another shop in it is beside the point."""
    return _AMAZON_SAYS.search(decoded) is not None


def codes_alone(decoded: str) -> list[str]:
    """Return the number that is all of a text, beside words for it; not an amount of money."""
    issue = _ISSUE_ALONE().fullmatch(decoded)
    if issue and issue[1] in entries.all_issues():
        return [issue[1]]
    said = " ".join(_COURTESIES.sub(" ", decoded).split())
    if len(said) > _LETTERS_ALONE:
        return _codes_together(said)
    item = _ITEM_OF_A_LIST.match(said)
    alone = _ALONE().fullmatch(said[item.end() :] if item else said)
    return [alone[1]] if alone and _is_known(alone[1]) else _codes_together(said)


def _codes_together(said: str) -> list[str]:
    """Return the known numbers that are all of a text; not where each is one that people say of anything."""
    codes = list(dict.fromkeys(_DIGITS.findall(said))) if _TOGETHER.fullmatch(said) else []
    return codes if all(map(_is_known, codes)) and not all(code.endswith("00") for code in codes) else []


def _issues(decoded: str) -> list[str]:
    """Return the numbers in a text that are called those of known issues, and are."""
    called = (six or seven for six, seven in _CALLED_ISSUE().findall(decoded))
    return [number for number in dict.fromkeys(called) if number in entries.all_issues()]


def linked_codes(decoded: str) -> list[str]:
    """Return the numbers of errors to whose pages a text links, known or not."""
    if "errorcode" not in decoded.casefold():
        return []
    return [code for code in _LINKED.findall(decoded) if not is_of_all(code) or _is_known(code)]


def is_of_all(code: str) -> bool:
    """Return whether a number is that of Amazon's page on all errors, to which messages of any lead."""
    return code.isdigit() and len(code) >= _PAGE_ON_ALL


def mentions(decoded: str) -> Iterator[tuple[str, str, str]]:
    """Yield the known numbers in a text, whatever they are of, each with what stands before and behind it."""
    for found in _MENTIONED.finditer(decoded):
        code = found[1] or found[2]
        if _is_known(code):
            start = found.start()
            end = start + len(code)
            yield decoded[max(0, start - _LETTERS_AROUND) : start], code, decoded[end : end + _LETTERS_AROUND]


def mentioned_codes(decoded: str) -> list[str]:
    """Return the known numbers and codes in a text, whatever they are of: an order, a place, a program."""
    return list(dict.fromkeys(code for _, code, _ in mentions(decoded)))


def named_codes(
    decoded: str, spoken_of: float, *, beside_others: bool = False, of_others: bool = False
) -> list[str]:
    """Return the known numbers that a text names as those of errors or known issues, in order, each once.

    `spoken_of` are the odds that the text speaks of an error at all, as a natural logarithm; `beside_others`
    tells whether it names carriers or machines, too, `of_others` whether other shops or programs, which have
    errors with numbers of their own.
    """
    if _TOGETHER.fullmatch(" ".join(decoded.split())):
        return []  # one of them at least is known by none
    odds = number_odds(without_others(decoded), spoken_of)
    least = _LEAST_ODDS_OF_OTHERS if of_others else _LEAST_ODDS
    of_words = max(least, _LEAST_ODDS_OF_WORDS)
    meant = [code for code, of in odds.items() if of >= (least if _HAS_DIGITS.search(code) else of_words)]
    others = [] if beside_others else [*_short_codes(decoded), *_issues(decoded)]
    in_columns = filter(_is_known, _in_columns(decoded))
    named = sorted(dict.fromkeys([*meant, *others, *in_columns]), key=decoded.find)
    return [code for code in named if not is_of_all(code)] or named


def number_odds(decoded: str, spoken_of: float) -> dict[str, float]:
    """Return how much more probable each number is an error's than another's, as a natural logarithm.

    `spoken_of` are the odds that the text speaks of an error at all.
    """
    odds: dict[str, float] = {}
    for code, signs in signs_of_numbers(decoded, spoken_of):
        told = weigh_number(signs, _weights())
        odds[code] = max(told, odds.get(code, told))
    return odds


def signs_of_numbers(decoded: str, spoken_of: float) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the known numbers in a text, each with what may tell whether it is an error's.

    `spoken_of` are the odds that the text speaks of an error at all. Numbers of SKUs are left out.
    """
    said = _COURTESIES.sub(" ", " ".join(decoded.split())).strip(_AROUND_IT)
    for before, code, behind in islice(mentions(said), _MOST_MENTIONED):
        if fold(before).split()[-1:] not in _OF_SKUS:
            yield code, number_signs(before, code, behind, spoken_of)


def number_signs(before: str, number: str, behind: str, spoken_of: float) -> frozenset[str]:
    """Return what may tell of what a number is: what stands around it, and whether its error is told so.

    `spoken_of` are the odds that its text speaks of an error at all.
    """
    spoken = max(-_MOST_SPOKEN_STEPS, min(_MOST_SPOKEN_STEPS, round(spoken_of / _SPOKEN_STEP)))
    about = _about(number)
    said = said_in(f"{before} {behind}")
    told = math.fsum(map(_rareness, said & about))
    untold = sum(one.endswith("*") for one in said - about)
    signs = {
        f"told {min(int(told / _TOLD_STEP), _MOST_TOLD_STEPS)}",
        f"untold {min(untold // _UNTOLD_STEP, _MOST_UNTOLD_STEPS)}",
    }
    signs.update(f"spoken {step}" for step in range(-_MOST_SPOKEN_STEPS, spoken + 1))
    for side, words in (("<", reversed(fold(before).split())), (">", fold(behind).split())):
        near = islice((word for word in words if len(word) >= _TELLING), _TOLD_BESIDE)
        signs.update(f"{side} told" for word in near if not about.isdisjoint(said_in(word)))
    return signs_of_number(before, number, behind) | signs


@lru_cache(maxsize=256)
def _about(code: str) -> frozenset[str]:
    """Return what the errors of a number are told with: in their messages, titles and keywords."""
    about: set[str] = set()
    for entry in entries.find_by_code(code):
        about.update(*read_wordings().get(entry.id, ()))
        texts = (entries.get_text(entry.id, language) for language in LANGUAGES)
        about.update(*(said_in(said) for text in texts for said in (text.title, *text.keywords)))
    return frozenset(about)


def _rareness(thing: str) -> float:
    """Return how much it tells of an error that it is told with something, as a natural logarithm."""
    return math.log(len(read_wordings()) / max(1, _errors_told_with()[thing]))


@cache
def _errors_told_with() -> Counter[str]:
    """Return of how many errors the messages say each thing."""
    return Counter(thing for said in read_wordings().values() for thing in frozenset().union(*said))


@cache
def _weights() -> bytes:
    return (resources.root() / "errors/number-weights.bin").read_bytes()


def is_severity(cell: str) -> bool:
    """Return whether a cell of a report says how grave something is ("Error")."""
    return _IS_SEVERITY.fullmatch(cell) is not None


def _in_columns(decoded: str) -> Iterator[str]:
    """Yield the numbers in the column of a table whose header says that it has those of errors."""
    header, *rows = decoded.strip().split("\n")
    headers = _cells(header) if rows else []
    places = _places_of_errors(headers)
    for row in rows if places else ():
        cells = _cells(row)
        if cells and places == [len(headers) - 1]:
            yield cells[-1]  # cells that are aligned by blanks lack those that are empty
        else:
            yield from (cells[place] for place in places if place < len(cells))


def _places_of_errors(headers: Sequence[str]) -> list[int]:
    """Return which headers of a table say that their columns have numbers of errors; of no table none."""
    if not 2 <= len(headers) <= _MOST_COLUMNS:
        return []
    is_of_things = any(map(_HEADS_THINGS.match, headers)) and not any(map(_HEADS_LISTINGS.match, headers))
    of_errors = [place for place, cell in enumerate(headers) if _HEADS_ERRORS.fullmatch(cell)]
    if of_errors or is_of_things:
        return of_errors
    return [place for place, cell in enumerate(headers) if _HEADS_CODES.fullmatch(cell)]


def without_others(text: str) -> str:
    """Return a text; of a table without the numbers of which the header says that they are something else's.

    Where a column is for those of errors, without all others.
    """
    header, *rows = text.split("\n")
    headers = _cells(header) if rows else []
    if not 2 <= len(headers) <= _MOST_COLUMNS or _HAS_DIGITS.search(header) or _IS_PROSE.search(header):
        return text
    errors = _places_of_errors(headers)
    others = {
        place
        for place, cell in enumerate(headers)
        if place not in errors and (errors or _HEADS_OTHERS.match(cell))
    }
    return "\n".join([header, *(_without_numbers(row, others, len(headers)) for row in rows)])


def _without_numbers(row: str, places: Collection[int], columns: int) -> str:
    """Return a row of a table, with so many `columns`, without the numbers in some of its places."""
    parts = _COLUMN_AND_MARK.split(row)
    if (len(parts) + 1) // 2 != columns:
        return row
    for place in places:
        if parts[2 * place].strip(' "\r').isdigit():
            parts[2 * place] = ""
    return "".join(parts).strip(" ;,|")


def _cells(row: str) -> list[str]:
    """Return the cells of a row that are parted by marks, or by several blanks."""
    return [cell.strip(' "') for cell in _COLUMN.split(row.strip(" |\r"))]


def _short_codes(decoded: str) -> Iterator[str]:
    """Yield the known numbers of few digits beside words for them, where their error is spoken of, or Amazon.

    Many programs have such ("error 15 de imagen").
    """
    of_amazon = _OF_AMAZON.search(decoded) is not None
    for code in filter(_is_known, _SHORT().findall(decoded)):
        if of_amazon or any(_rareness(one) >= _TOLD_OF_FEW for one in said_in(decoded) & _about(code)):
            yield code


def _is_known(code: str) -> bool:
    return code.casefold() in entries.all_codes()
