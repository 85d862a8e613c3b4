"""Tells which error a pasted text is: whole, cut, misspelt, inside a log line, by number or by words.

First the templates as they are, then what resembles them, then plain words. Under `FITS` the answer is
that nothing fits: a wrong answer is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from listo.core.catalogue import entries
from listo.core.catalogue.keywords import (
    Sides,
    contradicts,
    count_words,
    find_by_keywords,
    is_of_any_form,
    says_nothing,
    sides_taken,
)
from listo.core.catalogue.nearest_match import Likeness, TrigramIndex
from listo.core.catalogue.own_words import (
    asks_what_is,
    find_by_own_words,
    find_by_wordings,
    is_anybodys,
    is_of_any_program,
    names_foreign,
    names_things,
)
from listo.core.catalogue.templates import (
    TO_THE_END,
    MessageTemplate,
    TemplateIndex,
    bracketed_names,
    capture_names,
    decode,
    fold,
    make_template,
    names_by_brackets,
    names_in_difference,
)
from listo.core.texts import Language

FITS = 0.45
"""The least score of an answer: in tests/core/catalogue damaged messages lie above it, foreign ones below.

With 0.4, 81 of the texts of tests/bench/weigh_constants.py more fit; with 0.47, 24 are lost. The counts below
are of the same 14,650 texts.
"""

How = Literal["message", "resemblance", "code", "words"]

_NEAREST = 3
"""Errors that are named where none fits: as many as are read at a glance."""

_RIVAL = 0.8
"""Share of the best score from which another error is shown too: with 0.7, 469 lists grow longer."""

_LETTERS_AT_LEAST = 5
"""Letters below which nothing is like a message: half of the shortest; with 6, 91 answers are lost."""

_TELLING = 3
"""Letters around a whole message that may be another one: with 1 an answer differs."""

_LONG = 40
"""Letters of a message that is no piece of another one by chance: with 60, two answers differ."""

_BRIEF = 24
"""Letters of a brief message: `Access denied` and `Product not found` are said by many programs."""

_SURE = 0.75
"""Score of a text that surely is a message, not words: with 0.7 and 0.8, 50 and 29 answers differ."""

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

_JUST_BELOW = 0.001
"""A step down that changes the order and nothing else: scores are shown with three digits."""

# The counts of the next four are of the lines of tests/data/messages and of 585 more, reworded for this.

_REWORDED = 0.45
"""How near (0 to 1) whole sentences are to a message of Amazon's that they reword: with 0.5, 8 are lost."""

_LIKELY_REWORDED = 0.55
"""The same of what is no whole sentence: with 0.5, five foreign ones fit."""

_SURELY_REWORDED = 0.7
"""The same of what seems another error by its words: with 0.6, six sellers' own sentences are lost."""

_AS_NEAR = 0.92
"""Share of the nearest from which another is as near: with 0.95, one is lost that resembles its message."""

_MOST_REWORDED = 2
"""Errors of which one may be meant that are shown: Amazon has two numbers for many a matter."""

_SENTENCE = re.compile(r"""["'“‘¿¡\[(]*[A-ZÀ-Ú0-9].*(?:[.!]|\.\s+["'“‘¿¡\[(]*[A-ZÀ-Ú][^?]*)""", re.DOTALL)
"""How messages are written, cut off or not: whole sentences, as few type (7 of 1,830 own ones)."""

_QUOTED = re.compile(r"""["“«][^"“”«»]+["”»]|(?<!\w)['‘][^'‘’]+['’](?!\w)""")
_SKU_BEHIND = re.compile(r" (?:id )?sku (?:id )?(?:[^ ]+ ){0,3}[^ ]*[0-9][^ ]*")
_MESSAGE_FIELD = re.compile(r""""(?:message|mensagem|mensaje)"\s*:\s*"((?:[^"\\]|\\.)*)\"""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """One error that a text may be.

    `score` runs from 0 to 1, `language` is that of the message, `captured` what stood in its gaps, by
    name, as written in the text. `how` tells what it was known by.
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
    found = _by_message(text, likely=not nearest)
    coded, linked = _by_code(decoded), bool(linked_codes(decoded))
    if not coded and (not found or _is_doubtful(found[0])) and names_foreign(decoded):
        return Recognition(text, (), tuple(found[:_NEAREST]) if nearest else ())
    if not found or found[0].how == "resemblance" or _says_another(found[0], coded):
        found = _agreeing(found, _with_names(coded, found, decoded), certain=linked)
    if not coded and not linked and (not found or found[0].how == "resemblance"):
        found = _best_of([*found, *_by_other_words(decoded, found)])
    shown = () if _is_lone_word(decoded, found) or _is_anybodys(decoded, found) else _worth_showing(found)
    return Recognition(text, shown, () if shown or not nearest else tuple(found[:_NEAREST]))


def _is_doubtful(found: Match) -> bool:
    """Return whether a match is no sure one, or of few words, which others say too ("access denied")."""
    if found.how == "resemblance" and found.score < _SURE:
        return True
    said = entries.get_entry(found.error_id).messages.get(found.language, ())
    return max(map(len, said), default=_LONG) <= _BRIEF


def _says_another(found: Match, coded: list[Match]) -> bool:
    """Return whether a number leads to other errors than the wording: the number wins."""
    return bool(coded) and found.error_id not in {match.error_id for match in coded}


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
    if is_of_any_program(found[0].error_id, decoded, worded=found[0].how == "resemblance"):
        return True
    unsure = found[0].how == "words" or found[0].score < _SURE
    return unsure and (is_of_any_form(decoded) or asks_what_is(decoded))


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
    best: dict[str, Match] = {}
    for match in found:
        if match.error_id not in best or match.score > best[match.error_id].score:
            best[match.error_id] = match
    return sorted(best.values(), key=lambda match: -match.score)


def _by_message(text: str, *, likely: bool) -> list[Match]:
    """Return what the text is by its wording; within Amazon's JSON, by its `message`."""
    inner = _MESSAGE_FIELD.search(text)
    if inner and (found := _by_wording(decode(inner[1]), likely)) and found[0].score >= FITS:
        return found
    return _by_wording(decode(text), likely)


def _by_wording(text: str, likely: bool) -> list[Match]:
    folded = fold(text)
    whole = _templates().find_whole(folded)
    certain = [_whole_match(one, found, text) for one, found in _in_order(whole)]
    if whole and _is_all(*whole[0]):
        return certain
    if len(folded.replace(" ", "")) < _LETTERS_AT_LEAST or says_nothing(folded):
        return certain
    quoted = _quoted(text)
    alike = _index().find_nearest(folded, quoted, likely=likely)
    if sides := sides_taken((fold(_QUOTED.sub(" ", text)) if quoted else folded).split()):
        alike = [_weighed(one, sides) for one in alike]
    if whole:
        least = len(whole[0][1][0]) + _TELLING
        alike = [one for one in alike if one.explains > least and one.score > _SURE]
        return _best_of(_alike_match(one, text, likely) for one in alike) or certain
    return _best_of(_alike_match(one, text, likely) for one in alike)


def _weighed(one: Likeness, sides: list[Sides]) -> Likeness:
    """Return a likeness with less score where the message is on the other side."""
    return one._replace(score=one.score * _OPPOSITE) if contradicts(one.template.words, sides) else one


def _quoted(text: str) -> frozenset[str]:
    return frozenset(fold(found[0]) for found in _QUOTED.finditer(text)) - {""}


_Whole = tuple[MessageTemplate, re.Match[str]]


def _is_all(one: MessageTemplate, found: re.Match[str]) -> bool:
    """Return whether a message found whole is surely all that the text says, not a piece of a longer one."""
    if found.start() <= _TELLING and _SKU_BEHIND.fullmatch(found.string, found.end()):
        return True  # reports name the SKU behind each message; no message is another one and a SKU
    goes_on = found.start() <= _TELLING and found.end() < len(found.string) - _TELLING
    rest = len(found.string) - len(found[0])
    return rest <= _TELLING or (len(one.fixed) >= _LONG and not goes_on)


def _in_order(whole: list[_Whole]) -> list[_Whole]:
    """Return twins in the order of the catalogue."""
    return sorted(whole, key=lambda pair: _order()[pair[0].error_id])


@cache
def _order() -> dict[str, int]:
    return {entry.id: place for place, entry in enumerate(entries.all_entries())}


def _whole_match(one: MessageTemplate, found: re.Match[str], text: str) -> Match:
    explained = (found.end() - found.start()) / len(found.string)
    spans = [found.span(place + 1) for place in range(len(one.fields))]
    return _match(one, _WHOLE + (1 - _WHOLE) * explained, spans, text, "message")


def _alike_match(laid: Likeness, text: str, likely: bool) -> Match:
    if likely and laid.score < FITS:
        return Match(laid.template.error_id, laid.score, laid.template.language, {}, "resemblance")
    return _match(laid.template, laid.score, _gaps(laid.template, laid.spans), text, "resemblance")


def _match(one: MessageTemplate, score: float, gaps: list[tuple[int, int]], text: str, how: How) -> Match:
    names = capture_names(one, gaps, text)
    if how == "resemblance":
        names = names_by_brackets(one, names, text)
    names = names_in_difference(text) | names
    return Match(_meant(one.error_id, names), score, one.language, names, how)


def _meant(error_id: str, names: Mapping[str, str]) -> str:
    """Return the error, or the more special one that a name in its message points at."""
    for name, errors in entries.get_entry(error_id).special.items():
        said = fold(names.get(name, ""))
        for beginning, special in errors.items():
            if said.startswith(beginning):
                return special
    return error_id


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
    decoded = _PARTED.sub(r"\1\2", decoded)
    if linked := linked_codes(decoded):
        return _of_codes(linked, _CODE_ALONE_SCORE)
    if entries.all_codes().isdisjoint(_PERHAPS_CODES.findall(decoded.casefold())):
        return []
    if alone := _of_codes(codes_alone(decoded), _CODE_ALONE_SCORE):
        return alone
    named = named_codes(decoded)
    return [] if named and names_foreign(decoded) else _of_codes(named, _CODE_NAMED_SCORE)


def _of_codes(codes: Iterable[str], score: float) -> list[Match]:
    return [
        Match(entry.id, score, "en", {"code": code}, "code")
        for code in dict.fromkeys(codes)
        for entry in entries.find_by_code(code)
    ]


def _by_other_words(decoded: str, found: list[Match]) -> list[Match]:
    """Return what plain words lead to, and before them the message of Amazon's that a text surely rewords."""
    resembling = found[0].score if found else 0.0
    said = list(_by_plain_words(decoded, resembling))
    if resembling >= _SURE:
        return said
    best = max((one for one in (*found, *said) if one.score >= FITS), key=lambda one: one.score, default=None)
    whole = _SENTENCE.fullmatch(decoded.strip()) is not None
    least = _REWORDED if whole else _SURELY_REWORDED if best else _LIKELY_REWORDED
    near = find_by_wordings(decoded, {one.error_id: one.score for one in found}, least, whole=whole)
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

    Of more than the message has it is not known which they are.
    """
    said = [message for messages in entries.get_entry(error_id).messages.values() for message in messages]
    fields = make_template(error_id, "en", said[0]).fields if said else ()
    names = bracketed_names(decoded)
    return dict(zip(dict.fromkeys(fields), names, strict=False)) if len(names) <= len(fields) else {}


@cache
def _templates() -> TemplateIndex:
    return TemplateIndex(entries.all_entries())


@cache
def _index() -> TrigramIndex:
    return TrigramIndex(_templates().templates)


# Amazon's error numbers, which win over words. Orders, SKUs and lots have numbers too: one counts alone,
# beside a word for it, at the beginning, in a link, a field or a cell of a report; and only known ones.

_CODE = r"([0-9]{2,9}|MD[0-9]{4}|[A-Za-z]+_[A-Za-z_]+)"
_FOR_IT = (
    r"(?:error|errore?s|erros?|err|codes?|c[oó]digos?|c[oó]d|cod|issue|fault|failure|fatal|exception|falh[ao]s?|"
    r"fall[ao]s?|reason|motivo|clave|message|mensaje|mensagem|problem[ae]?s?)"
)
_SEVERITY = r"(?:error|erro|warning|warn|aviso|advert[eê]ncia|advertencia|alerta|fatal)"
_WHAT_IS_WRONG = (
    r"(?:\w+\s+){0,2}(?:missing|mismatch|conflict\w*|invalid\w*|not found|required|falt\w+|inv[aá]lid\w*|"
    r"rejected|n(?:o|[aã]o) encontrad\w+|obrigat[oó]ri\w+|requerid\w+|duplicad\w+|diverg\w+|rechazad\w+|"
    r"rejeitad\w+|ausent\w+|approval|aprova\w+|aprobaci\w+|"
    r"(?:processing )?report|relat[oó]rio|informe|reporte)"
)
"""What is said next to a number where no word for it is ("8058 missing attributes")."""
_NUMBER = r"(?:n\.?[º°or]?|n[uú]m(?:ero)?|nro|number)"

_AND = (
    r"(?:\s*[,;/+&|]\s*|\s+)"
    r"(?:(?:and|e|y|or|ou|o|also|then|tamb[eé]m|tambi[eé]n|plus|m[aá]is|depois|luego)\s+)*"
)
"""What stands between two numbers that are named together ("8541 e 90220", "8541, 90220")."""

_COUNTED = (
    r"(?!\s+(?:pieces|pcs|units|items|sold|piezas|unidades|art[ií]culos|pe[cç]as|itens|vendid\w+|people|"
    r"pessoas|personas|days|dias|d[ií]as|reais|pesos|d[oó]lares|dollars|soles|euros?|seguidor\w+|followers|mah|km|kg|g|ml|cm|mm|w|"
    r"views|visit\w*|vistas|clicks|cli[qc]\w+|hora?s?|hours|minut\w+|errors|errores|erros|likes|rows|filas|linhas|"
    r"l[ií]neas|lines|clientes|customers|clients?|produtos|productos|products|skus|pedidos|orders|times|vezes|"
    r"veces|points|pontos|puntos)\b|"
    r",?\s+(?-i:[A-Z][a-z]+)[\w ]*,\s*(?-i:[A-Z]{2})\b)"
)
_PERHAPS_CODES = re.compile(r"[0-9]+|md[0-9]+|[a-z]+(?:_[a-z]+)*")
"""All that can be a number of an error in a text in lower case: without a known one nothing else is asked."""

_ALONE = re.compile(
    rf"[^\w$€£]*(?:(?:amazon|{_FOR_IT}|{_NUMBER}|do|de|da|del|la|#)\W+)*(?:n\.?[º°])?"
    r"([0-9]{4,9}|(?<=[a-z#]\W)[0-9]{2,3}|(?<=[a-z]\W\W)[0-9]{2,3}|[A-Za-z]+_?[A-Za-z0-9_]+)\W*",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\berrorcode(?:/|\W{1,3}|%2F|%3D)([0-9]{2,9})\b", re.IGNORECASE)
"""Amazon's page on one error, to which its messages lead; one of nine digits is its page on all of them."""

_FIELD = re.compile(
    r"(?:\b|_)(?:(?:error|erro|issue|(?:result)?[_-]?message|codigo)[_ -]?)?"
    r"(?:code|codigo|c[oó]digo|erro)\b[\"']?"
    rf"\s*[:=>]+\s*[\"']?{_CODE}\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:\b|_)(?:{_FOR_IT}|{_SEVERITY})\b"
    rf"(?:\W{{1,4}}(?:{_FOR_IT}|es|[eé]|is|was|de|da|do|del|o|el|the|amazon|resultado|{_NUMBER}))*"
    rf"\W{{1,4}}{_CODE}\b(?![.,/-][0-9])",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"\b(?:(?:err(?:or?)?|code?|err(?:or?)?[_-]?(?:code?|codigo))[_-]?|(?:result|message|error)+code(?:\W{1,2}|\b.?>))([0-9]{4,9})\b",
    re.IGNORECASE,
)
_BEFORE_ERROR = re.compile(r"(?<![\w.,/-])([0-9]{4,9})\W{1,3}error?\b", re.IGNORECASE)
_OF_AMAZONS = re.compile(
    rf"\A\W*{_NUMBER}\W{{1,3}}([0-9]{{4,9}})\s+(?:(?:da|de|from|at|na|en)\s+)?amazon\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"(?:\[|\()([0-9]{4,9})(?:\]|\))")
_MET = re.compile(
    r"\b(?:what(?: does| is|['’]?s)|why|feed result|seeing|(?:reject|fail|came back)\w*|"
    r"(?:qu[eé]|o que|oq|(?:o )?q) (?:significa|[eé]|es|quer dizer|quiere decir)|help|ajuda|ayuda|again|"
    r"otra vez|outra vez|de novo|amzn?|amazon|seller ?central|getting|got|says?|gives?|gave|returns?|"
    r"returned|shows|throws?|threw|spits? out|stuck(?= on)|hit(?= with)|the hell is|deu ruim|"
    r"tom(?:ei|ou)|lev(?:ei|ou)|lanz[aó]|brinc[aó]|salió|saiu|tron[aó]|volt(?:a|ou)(?= com)|cospe|cuspiu|"
    r"(?:upload|submission|feed|processing) (?:status|result)|"
    r"(?:status|estado|resultado) (?:d[aeo]l? )?(?:la )?(?:envio|carga|subida|upload|feed|nota|factura|"
    r"nf-?e?)|(?:end|rechaz|rejei[tcç]|recus)\w*(?: d[aeo]l?(?: la)? (?:nota|factura|nf-?e?)(?=:))?|"
    r"(?:me )?(?:salen?|salt[aoó]|d[aá]n?|dando|dio|deu|dá|devolv\w+|devuelv\w+)|"
    r"arroj\w+|marca|marc[oó]u?|manda|mand[oó]u?|bota|bot[oó]u?|tira|tir[oó]u?|retorn(?:a|[oó]u?|ando)|muestra|mostra|aparece\w*|sabe\w*|con(?:h|o)ece\w*|knows?|seen|viu|visto)"
    r"(?:\W{1,3}(?:me|on|with|in|com|con|por|el|o|la|a|an|un|um|the|says|shows|d[aá]|dice|diz))*"
    rf"\W{{1,3}}([0-9]{{4,9}})\b(?![.,/-][0-9])(?!\s*[%xX×])(?!\s+d[eo]\b(?!\s+(?:amazon|novo|nuevo))){_COUNTED}",
    re.IGNORECASE,
)
"""What is said of a number that is met as an error, without the word for it ("me sale 90220")."""

_AGAIN = re.compile(
    r"(?:\A\W*|\b(?:el|o|the|lo|um|un|[eé]?st?[eao]|ese|esse|that|this|mesmo|mismo|same|famos[oa]|famous|"
    r"maldit[oa]|bendit[oa]|damn(?:ed)?)\W{1,3})([0-9]{4,9})\W{1,3}"
    r"(?:again|otra vez|outra vez|(?:de )?n(?:ov|uev)o|n(?:ov|uev)amente)\b",
    re.IGNORECASE,
)
"""A number of which is said that it comes again ("el famoso 8015 otra vez")."""

_AFTER_SKU = re.compile(
    r"\bskus?\W{1,3}[A-Z]{1,5}-[\w-]+\s*(?:\.{2,}|…|[-=]+>|→)\s*([0-9]{6})\W*\Z", re.IGNORECASE
)
"""A number of six digits that ends what is said of a SKU: stock and prices are not told so."""

_BESIDE = re.compile(
    rf"(?<![\w.,/-])([0-9]{{4,9}}){_AND}(?:(?:the|el|o|la|a|un|um|{_FOR_IT}|{_NUMBER})\W{{1,2}})*"
    rf"(?=([0-9]{{4,9}})\b(?![.,/-][0-9])(?!\s*[%xX×]){_COUNTED})",
    re.IGNORECASE,
)
"""Two numbers beside each other: where one is named as an error, so is the other."""

_PAIR = re.compile(
    rf"(?:\A|\b(?:both|ambos|los dos|os dois|tengo|tenho|have|hay|with|con|com)\W)\W*([0-9]{{4}}){_AND}"
    rf"([0-9]{{4}})\b(?![.,/-][0-9])(?!\s*[%xX×]){_COUNTED}",
    re.IGNORECASE,
)
"""Two numbers together of which is not said what they are: hardly two known ones are so by chance."""

_PARTED = re.compile(
    rf"(\b(?:{_FOR_IT}|{_SEVERITY})\b(?:\W{{1,3}}(?:{_FOR_IT}|{_NUMBER}|amazon|da|de|do|del))*\W{{1,3}}[0-9]{{1,3}})"
    r"[.,]([0-9]{3})\b(?![.,]?[0-9])",
    re.IGNORECASE,
)
"""A number of an error whose thousands are parted, as spreadsheets do ("erro 8.572")."""

_BARE = re.compile(
    r"(?<![\w.,$€£-])(?:(pedidos?|orders?|orden|skus?|lotes?|lots?|nf|nota|invoice|factura|cep|zip|cp|ref)\W{1,3})?"
    rf"([0-9]{{4,9}})\b(?![.,-][0-9])(?!\s*[%xX×]){_COUNTED}",
    re.IGNORECASE,
)
"""A number with no word for it, and what it is the number of, if that is said ("pedido 90220")."""

_OTHERS_CODE = re.compile(
    r"\b(?:product|item|zip|postal|post|promo|discount|tracking|bar|area|country|color|colour|verification|"
    r"security|access|activation|invoice|order|coupon|dress|supplier|vendor|store|customer|internal|erp|sap|"
    r"category|http|mysql|sql|windows|status)[ -](?:codes?|error)\b|"
    r"\bc[oó]d(?:igo)?s? (?:interno|sap|erp|fornecedor|proveedor)\b|"
    r"\bc[oó]digo [0-9]+ (?:d[oae]l?|en el) (?:almox|dep[oó]sito|almac[eé]n|bodega|estoque)\w*|"
    r"\bc[oó]digos? (?:postal|promocional|de barras|"
    r"d[eoa]l? (?:produto|producto|item|art[ií]culo|cliente|pedido|fornecedor|proveedor|categor[ií]a|"
    r"loja|tienda)|de (?:rastreio|rastreamento|seguimiento|acesso|acceso|verifica\w+|desconto|descuento|cor|"
    r"color))\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"[^\w$€£]*{_CODE}\b(?![.,/-][0-9])(?![,;]\S){_COUNTED}"
    rf"(\s*[-–—:;|\t)\].]|\s+(?:{_SEVERITY}|\w+ errore?s?|please|help|ajuda|ayuda|again|otra vez|outra vez|"
    rf"de novo|{_WHAT_IS_WRONG})\b)?",
    re.IGNORECASE,
)
_CELL = re.compile(r"[\"\s]*[\t;|,][\"\s]*")
_IS_SEVERITY = re.compile(_SEVERITY, re.IGNORECASE)

_OF_AMAZON = re.compile(
    r"\bamzn?\b|amazon|seller ?central|asin|\bsku|listing|\bfeed|attributenames|severity|"
    r"\bmarcas?\b|\bbrand|\b(?:ean|gtin|upc)\b",
    re.IGNORECASE,
)
_LONG_NUMBER = 5
"""Digits of a known number that can only be Amazon's: those of four are also years, prices and places."""

_LETTERS_OF_A_QUESTION = 30
"""Letters of a text that asks for a number and for nothing else ("what does 8541 mean?")."""

_NAMED_BY_OTHERS = 4
"""Digits below which `error 15` may be anybody's: many programs number theirs so."""

_PAGE_ON_ALL = 9
"""Digits of the number of Amazon's page on all errors."""


def codes_alone(decoded: str) -> list[str]:
    """Return the number that is all of a text, beside words for it; not an amount of money."""
    alone = _ALONE.fullmatch(decoded.strip())
    return [alone[1]] if alone else []


def linked_codes(decoded: str) -> list[str]:
    """Return the numbers of errors to whose pages a text links, known or not."""
    return [code for code in _LINKED.findall(decoded) if len(code) < _PAGE_ON_ALL or _is_known(code)]


def named_codes(decoded: str) -> list[str]:
    """Return the known numbers that a text names as such, in their order, each once."""
    said = _OTHERS_CODE.sub(" ", decoded)
    named = list(dict.fromkeys(code for code in _named(said) if _is_known(code)))
    if not named:
        return _bare_codes(said)
    for one, other in _BESIDE.findall(said):
        if one in named and other not in named and _is_known(other):
            named.append(other)
    return named


def _bare_codes(said: str) -> list[str]:
    """Return several known numbers that a text has and nothing calls so: by chance hardly two are known."""
    bare = list(dict.fromkeys(code for of, code in _BARE.findall(said) if not of and _is_known(code)))
    if len(bare) > 1 and any(map(_is_long, bare)):
        return bare
    pairs = (pair for pair in _PAIR.findall(said) if set(pair) <= set(bare) and not all(map(_is_round, pair)))
    return list(next(pairs, ()))


def is_severity(cell: str) -> bool:
    """Return whether a cell of a report says how grave something is ("Error")."""
    return _IS_SEVERITY.fullmatch(cell) is not None


def _named(decoded: str) -> Iterator[str]:
    yield from _FIELD.findall(decoded)
    of_amazon = _OF_AMAZON.search(decoded) is not None
    yield from (code for code in _NAMED.findall(decoded) if of_amazon or _tells(code))
    yield from (
        code for said in (_GLUED, _BEFORE_ERROR, _OF_AMAZONS, _AFTER_SKU) for code in said.findall(decoded)
    )
    asked = len(decoded) <= _LETTERS_OF_A_QUESTION
    met = (*_MET.findall(decoded), *_AGAIN.findall(decoded))
    yield from (code for code in met if of_amazon or asked or _is_long(code))
    yield from _BRACKETED.findall(decoded) if of_amazon else ()
    leading = _LEADING.match(decoded)
    if leading and (leading[2] or (leading.end() < len(decoded) and (_is_long(leading[1]) or of_amazon))):
        yield leading[1]
    cells = _CELL.split(decoded)
    if any(map(is_severity, cells)):
        yield from (cell for cell in cells if cell.isdigit())


def _tells(code: str) -> bool:
    """Return whether a number beside a word for it can be taken for Amazon's, whatever else is said."""
    return not code.isdigit() or len(code) >= _NAMED_BY_OTHERS


def _is_long(code: str) -> bool:
    return not code.isdigit() or len(code) >= _LONG_NUMBER


def _is_round(code: str) -> bool:
    """Return whether a number is one that people say of anything ("4000 or 5000 pesos")."""
    return code.endswith("00")


def _is_known(code: str) -> bool:
    return bool(entries.find_by_code(code))
