"""Finds errors by sellers' own sentences ("o estoque fica zerado na Amazon"): by the concepts that they name.

A sentence names a concept where it has one of its words; the concepts together lead to an error. So words
around them do no harm, and nothing is answered on one word alone. Where no rule leads anywhere, it is
asked of which error a sentence most probably speaks, by some thousand others (`sentence_classifier`).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nlargest

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.keywords import SubjectIndex, denies
from listo.core.catalogue.lexicon import (
    AMAZONS,
    ANCHOR,
    AS_FIELD,
    ATTRIBUTES,
    ELSEWHERE,
    FOREIGN,
    FORMS,
    KINDS,
    LISTED,
    NAME_OF_A_MESSAGE,
    NAMED_IN_A_MESSAGE,
    QUOTED_FIELD,
    SURELY,
    TOLD,
    WELL,
    concepts_of,
    concepts_of_words,
    everyday_words,
    light_concepts,
    mend_slip,
    plain_words,
    read_own_words,
    read_wordings,
    said_in,
    strange_share,
    untroubled_concepts,
)
from listo.core.catalogue.sentence_classifier import (
    SentenceClassifier,
    SentenceCounts,
    SignWeights,
    signs_of_sentence,
    weigh_signs,
)
from listo.core.catalogue.templates import fold

_MOST_WORDS = 200
"""Words that a person types, of a whole e-mail: logs have more."""

_LIGHT = 0.4
"""How much a light concept ("amazon", "order") tells: less than half, so that a telling one tells more."""

_TELLING = 2.0
"""How much a concept tells that only Amazon's own texts name ("child ASIN"): more than what comes with it."""

_LEAST = 1.0
"""The least that must be told: one concept that is telling alone ("minimum age"), or two that are not."""

_LEAST_SCORE = 0.72
"""Score of the least: above FITS of `recognition`, below a message that a text surely resembles."""

_EACH = 0.08
"""What each further concept adds to the score: five reach what a sure message has."""

_HIGHEST = 0.92
"""The most that own words score: less than all the words of a phrase of `keywords`."""

_MOST_STRANGE = 0.3
"""Share of words about something else that a sentence may have which names nothing of ours ("sku")."""

_MOST_STRANGE_TELLING = 0.4
"""The same of what is about a listing."""

SURE_ODDS = 5.4
"""Odds from which a text surely speaks of an error, whatever else it names."""

_JUDGED_SCORE = 0.5
"""Score of what sentences alone tell: above FITS of `recognition`, below whatever a rule leads to."""

_LEAST_WORDS_ODDS = 1.0
"""Odds of the likeliest error by all words of a text that names nothing of ours, where no rule tells."""

_LEAST_AHEAD = 0.6
"""How much more probable (as a natural logarithm) the likeliest error must be than the next one where no rule
tells: of 9 sentences of sellers whose two are nearer than 0.5 five have the right one first."""

_SURER = 15.0
"""How much more probable (as a natural logarithm) another error must be than what rules tell: with 13 six and
with 12 eleven sentences of the sets are lost, of those whose rules were mended by them."""

_STEP = 0.001
"""What it scores more: it comes first, and what the rules tell behind it."""

_LEAST_TOLD_ODDS = -2.0
"""Odds below which no rule is asked: of 6,350 sentences that rules tell none has less, of foreign 87 %."""

_LEAST_ASKED_ODDS = -1.0
"""The same of one question and nothing else: of 1,800 lines of the sets none is lost."""

_LEAST_ODDS, _SURELY_TOLD = -1.5, 0.88
"""The least odds that a sentence speaks of an error, and the score of rules from which it may have less:
"token renewed" names the concepts of an error, and tells of none."""

# The next are by logistic regression over 16,600 sentences of errors and 15,900 about something else, each
# judged by what was learnt from the others; how much rules add is by sellers' sentences in tests/data.

_LEAST_EVIDENCE = 4.0
"""The least that must speak for an error."""

_LEAST_UNNAMED = 6.0
"""The same where a text names nothing of ours and no rule tells: with 5, two foreign ones more fit."""

_OF_SIGNS = 0.9
"""How much the odds count that a sentence speaks of an error, by its signs."""

_OF_WORDS = 0.16
"""How much the odds count that it speaks of the likeliest error, by all its words."""

_OF_STRANGE = -4.0
"""What is taken off where all words are about something else."""

_OF_AMAZONS = 1.0
"""What it adds that Amazon is named, or what it alone has."""

_OF_RULES = 3.0
"""What it adds that rules lead to an error."""

_OF_FEW_WORDS = 2.0
"""What it adds then that a text has few words, which say little else: "title too long"."""

_OF_FEW_JUDGED = 1.0
"""What is taken off where rules tell nothing of a text of few words, which might be anybody's."""

_FEW_WORDS = 8
"""Words of which a text has fewer then."""

_LEAST_SAID = 6
"""Words of a message in other words: fewer are anybody's (with 5, seven foreign ones fit)."""

_MOST_SAID = 60
"""The most: no message has so many."""

_WORDED = 0.3
"""How near (0 to 1) a message is looked at at all: what it resembles by letters adds the rest."""

_PERHAPS_SAID = 0.6
"""The least of what names a file, an image or a name alone: with 0.5, five foreign sentences fit."""

_ALL_BUT_SAID = 0.9
"""The least of what speaks of nothing that Amazon's messages do: it is all but that message."""

_SURELY_SAID = 0.7
"""The least of what names other trades too ("your supplier"): foreign texts have 0.62 at most, ours 0.73."""

_OF_VTEX = 0.2
"""How much nearer a message of VTEX's must be, which are short: with none, 17 sentences of sellers more are
taken for one; with 0.3, 5 of 1,320 reworded messages are lost."""

_NEARLY_AS_NEAR = 0.92
"""Share of the nearest below which another is not what a text says, though the nearest is not near enough."""

_NEVER = 2.0
"""What nothing is as near as."""

_RESEMBLED = 0.4
"""What a likeness by letters adds: of 759 texts without a number 13 more are known than with none."""

_OF_OURS = frozenset({ANCHOR, SURELY, AMAZONS})
"""What a text is of ours by, that has any of it."""

_ASIN = re.compile(r"\bB0[0-9A-Z]{8}\b")
"""What Amazon numbers its products with."""

_SKU = re.compile(r"\b[A-Z]{1,5}-\d\w*\b")
"""What SKUs are like ("TV-55"): the letters in it are no word."""

_NAMES_FIELDS = re.compile(rf"{NAMED_IN_A_MESSAGE.pattern}|:\s")
"""What a text has that names fields, as forms do; sellers who tell of one do without."""

_FILE_NAME = re.compile(r"\S+\.[a-z]{2,4}\b(?=\W|\Z)", re.IGNORECASE)
"""The name of a file or the address of a page, which may say anything."""

_GAP = re.compile(r"\{\w+\}")
"""A place of a message that a name fills."""

_NEGATIVE = re.compile(r"(?<=\w\s)[-−][0-9]{1,5}\b(?![-.,/][0-9])")
"""A number below zero, of which nothing is left when a text is folded: a concept of its own."""

_AMOUNT = re.compile(r"(?<![\w.,/-])[0-9]{2,6}(?:[.,][0-9]{2})?\b(?![.,/-]?\w|\s*(?:%|x\s*[0-9]))")
"""What may be an amount of money; two different ones are a concept of their own ("199 here, 189 there")."""

_ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
"""The address of a machine ("127.0.0.1"), of which no message of ours speaks."""

_OF_MERCADO_LIBRE = re.compile(r"\bM(?:L[ABCMUV]|CO|PE)-?[0-9]{4,}\b")
"""What Mercado Libre numbers its categories and items with."""

_ASKS_WHAT = re.compile(
    r"(?:como funciona|how (?:does|do) (?:[^ ]+ ){1,4}work|cuanto (?:cuesta|cobra)|quanto (?:custa|cobra)|"
    r"how much (?:does|do|is)|what does (?:[^ ]+ ){1,3}(?:charge|cost)|"
    r"o que (?:e|sao)|que (?:es|son)|what (?:is|are)|(?:(?:qual|cual|que|what) (?:e |es |is |s )?)?"
    r"(?:a |la |the )?(?:diferenca|diferencia|difference) (?:hay |existe |tem )?(?:entre|between))\b"
    r"(?! (?:is[st]o|es[st][aeo]s?|this|that|these|those|wrong|going|happening|the matter|(?:[oe]l?|the) "
    r"(?:err|problem)\w*))"
)
"""How somebody begins who asks what a word means, not what is the matter ("what is this error" does)."""

_ONLY_ASKS = re.compile(
    r"\W*(?:(?:and|y|e|hi|hola|oi|question|pregunta|d[uú]vida|duda|alguien sabe si|algu[eé]m sabe se|"
    r"does anyone know (?:if|whether)|is it true that)\W+)?"
    r"(?:is|are|do|does|can|may|should|must|which|who|whose|how (?:do|can|long|many|much|often|big|far)|"
    r"where (?:do|can|is|are)|what (?:is|are|does|do)|what['’]s|when (?:do|does|is)|"
    r"pued[oe]|se pueden?|podemos|c[oó]mo|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|d[oó]nde|qui[eé]n|hay que|hace falta|"
    r"qu[eé] (?:es|son|significa|documentos|tan)|es (?:obligatorio|posible|necesario|lo mismo)|necesito|"
    r"posso|pode|d[aá] p(?:a)?ra|quant[oa]s?|qual|quais|onde|o que|precis[ao]|tem como|existe|quem|"
    r"[eé] (?:obrigat[oó]rio|poss[ií]vel|preciso)|amazon (?:aceita|acepta|permite|pide|exige))\b"
    r"[^.?!;]*\?\W*",
    re.IGNORECASE,
)
"""One question of how something is done or what it is, and nothing said beside it."""

_HAS_A_DIGIT = re.compile(r"\d")

_BUT = re.compile(
    r"\b(?:but|yet|still|though|however|mas|por[eé]m|ainda|pero|todav[ií]a|a[uú]n|sigue\w*|continua\w*|err\w*|fail\w*|"
    r"falh\w*|fall\w*|reje\w*|recha\w*|recus\w*|refus\w*|missing|falt\w*)|\?",
    re.IGNORECASE,
)
"""What stands beside it where not all is well, or where it is asked for."""

_FOREIGN_SPEAKER = re.compile(r"\s*([^\W\d_][\w .&'-]{1,28}):\s")
"""What a text begins with where another program or shop speaks ("Kabum: …")."""


def find_by_own_words(text: str) -> list[tuple[float, str]]:
    """Return the errors that a sentence leads to: score (0 to 1) and error id, the most telling alone."""
    whole, text = text, _with_fields_and_amounts(text)
    words = plain_words(fold(text))
    if not 2 <= len(words) <= _MOST_WORDS or odds_of_error(whole) < _LEAST_TOLD_ODDS:
        return []
    if odds_of_error(whole) < _LEAST_ASKED_ODDS and _only_asks(text):
        return []
    named = concepts_of(text)
    if named <= light_concepts() or _is_foreign(text):
        return []
    if ANCHOR not in named and _is_strange(whole, named) and odds_of_error(whole) < SURE_ODDS:
        return []
    judged = _classifier().judge(said_in(text))
    if _evidence(whole, judged.odds, is_told=True) < _LEAST_EVIDENCE:
        return []
    told = _by_rules(named)
    if not told and not named.isdisjoint((ANCHOR, SURELY)):
        mended = [mend_slip(word) for word in words]
        if mended != words:
            told = _by_rules(concepts_of_words(mended))
    if not told:
        least = _LEAST_UNNAMED if named.isdisjoint(_OF_OURS) else _LEAST_EVIDENCE
        if named <= untroubled_concepts() or _evidence(whole, judged.odds, is_told=False) < least:
            return []
    if odds_of_error(whole) < _LEAST_ODDS and (not told or told[0][0] < _SURELY_TOLD):
        return []
    if not told:
        if judged.odds < _LEAST_WORDS_ODDS and named.isdisjoint(_OF_OURS):
            return []
        first, second = nlargest(2, judged.scores.values())
        return [(_JUDGED_SCORE, judged.best)] if first - second >= _LEAST_AHEAD else []
    ahead = judged.scores[judged.best] - max(judged.scores[error_id] for _, error_id in told)
    return [(told[0][0] + _STEP, judged.best), *told] if ahead >= _SURER else told


def _with_fields_and_amounts(text: str) -> str:
    """Return a text with words for names in it, for negative numbers, and for several amounts."""
    has_digits = _HAS_A_DIGIT.search(text)
    if has_digits:
        text = _NEGATIVE.sub(" minusnumber ", text)
    if "'" in text:
        text = NAME_OF_A_MESSAGE.sub(AS_FIELD, text)
    return f"{text} twoamounts" if has_digits and len({*_AMOUNT.findall(text)}) > 1 else text


def _is_strange(text: str, named: frozenset[str]) -> bool:
    """Return whether too much of a text is about something else."""
    return strange_share(text) > (_MOST_STRANGE_TELLING if LISTED in named else _MOST_STRANGE)


def _evidence(text: str, odds: float, *, is_told: bool) -> float:
    """Return how much speaks for an error in a text: the `odds` of its words, its signs, rules that tell."""
    weighed = _OF_SIGNS * odds_of_error(text) + _OF_WORDS * odds + _OF_STRANGE * strange_share(text)
    weighed += _OF_AMAZONS if AMAZONS in concepts_of(text) else 0.0
    few = len(fold(text).split()) < _FEW_WORDS
    if is_told:
        return weighed + _OF_RULES + (_OF_FEW_WORDS if few else 0.0)
    return weighed - (_OF_FEW_JUDGED if few else 0.0)


def _only_asks(text: str) -> bool:
    """Return whether a text is one question of how something is done or what it is, and tells of nothing."""
    return _ONLY_ASKS.fullmatch(text) is not None


def _by_rules(named: frozenset[str]) -> list[tuple[float, str]]:
    """Return the errors that concepts lead to: score (0 to 1) and error id, the most telling alone."""
    rules = (rule for concept in named for rule in _rules_by_concept().get(concept, ()))
    held = sorted(rule for rule in rules if rule.holds(named))
    told = [(rule.told_by(named), rule.error_id) for rule in held]
    most = max(told, default=(0.0, ""))[0]
    if most < _LEAST:
        return []
    score = min(_HIGHEST, _LEAST_SCORE + _EACH * (most - _LEAST))
    return [(score, error_id) for error_id in dict.fromkeys(e for worth, e in told if worth == most)]


def find_by_wordings(
    text: str, likenesses: Callable[[], Mapping[str, float]], most: float, least: float, *, whole: bool
) -> list[tuple[float, str]]:
    """Return the errors whose messages say what a text says in other words: score (0 to 1), id; best first.

    `likenesses` tells which errors it resembles letter by letter, with their scores, `most` at the most: of
    equals these are nearer. What is less near than `least` is left out. A text that is `whole` sentences may
    be about more than others, which are anybody's.
    """
    words = plain_words(fold(text))
    if not _LEAST_SAID <= len(words) <= _MOST_SAID or odds_of_error(text) < 0:  # of 940 none has less
        return []
    if _is_foreign(text) or _only_asks(text):
        return []
    least = max(least, _least_about(text, whole=whole))
    if least >= _NEVER:
        return []
    near = _wordings().nearest(said_in(text), max(_WORDED, least - _RESEMBLED * most))
    resembled = likenesses() if near else {}
    told = [(score + _RESEMBLED * resembled.get(error_id, 0.0), error_id) for score, error_id in near]
    nearest = max((score for score, _ in told), default=0.0)
    near_enough = (one for one in told if one[0] >= _NEARLY_AS_NEAR * nearest)
    fitting = (one for one in near_enough if one[0] >= least + _OF_VTEX * is_of_vtex(one[1]))
    return sorted(fitting, key=lambda one: (-one[0], one[1]))


@cache
def is_of_vtex(error_id: str) -> bool:
    """Return whether an error is VTEX's own, that none of Amazon's numbers leads to."""
    return not entries.get_entry(error_id).codes and not error_id.startswith("amazon")


def _least_about(text: str, *, whole: bool) -> float:
    """Return how near a text must be to a message, by what it is about; more than any is for what is not."""
    names = NAMED_IN_A_MESSAGE if whole else NAME_OF_A_MESSAGE
    named = concepts_of(_FILE_NAME.sub(" ", names.sub(AS_FIELD, text)))
    if named <= untroubled_concepts() or not named & TOLD:
        return _ALL_BUT_SAID if whole else _NEVER
    if LISTED in named:
        return 0.0
    return _PERHAPS_SAID if whole or QUOTED_FIELD in named else _NEVER


def asks_what_is(text: str) -> bool:
    """Return whether a text asks what something is ("what is a trade policy?"), and tells of no error."""
    return _ASKS_WHAT.match(fold(text)) is not None


@lru_cache(maxsize=8)  # asked more than once of the same text
def names_foreign(text: str) -> bool:
    """Return whether a text names another shop, machine or program.

    Carriers, ERPs and the like are named beside Amazon and VTEX too, and then are no sign.
    """
    named = concepts_of(_SKU.sub(" ", text) if "-" in text else text)
    if ("." in text and _ADDRESS.search(text)) or _OF_MERCADO_LIBRE.search(text):
        return True
    if FOREIGN in named and FOREIGN in concepts_of(NAME_OF_A_MESSAGE.sub(AS_FIELD, text)):
        return True
    if ELSEWHERE not in named or AMAZONS in named or odds_of_error(text) >= SURE_ODDS:
        return False
    return not (LISTED in named and _is_worded(text))


@lru_cache(maxsize=8)  # asked more than once of the same text
def _is_worded(text: str) -> bool:
    """Return whether a text is so near to a message of Amazon's that it is one, whatever else it names."""
    return bool(_wordings().nearest(said_in(text), _SURELY_SAID))


def is_anybodys(error_id: str, text: str) -> bool:
    """Return whether a text has no word of a listing, where the error is told of in anybody's words."""
    return error_id in read_own_words()["anybodys"] and is_of_any_program(error_id, text, worded=False)


def is_of_any_program(error_id: str, text: str, *, worded: bool) -> bool:
    """Return whether a text has no word of a listing, where the error is what any form says of a field.

    A text that is `worded` as Amazon's messages are must speak of what forms of others ask for, too.
    Some errors are told of in anybody's words even where no field is named ("the image is too small").
    """
    anybodys = error_id in read_own_words()["anybodys"] and not worded
    if not anybodys and (error_id not in read_own_words()["validations"] or not _NAMES_FIELDS.search(text)):
        return False
    named = concepts_of(_ASIN.sub(" asin ", text.replace("_", " ")))
    if worded and FORMS not in named:
        return False
    return named.isdisjoint((LISTED, ANCHOR, SURELY, AMAZONS, ATTRIBUTES))


@lru_cache(maxsize=8)  # asked more than once of the same text
def odds_of_error(text: str) -> float:
    """Return how much likelier a text speaks of an error than of something else, as a natural logarithm."""
    return weigh_signs(signs_in(text), _weights())


def signs_in(text: str) -> frozenset[str]:
    """Return what may tell whether a text speaks of an error."""
    kinds = (f"kind {kind}" for kind in concepts_of(text) & KINDS)
    return signs_of_sentence(text, fold(text).split(), [*said_in(text), *kinds])


def known_share(text: str) -> float:
    """Return the share of the words but small ones that some sentence was read with, of an error or not."""
    signs = _weights()["signs"]
    words = [begun for begun in said_in(text) if begun.endswith("*")]
    return sum(map(signs.__contains__, words)) / len(words) if words else 0.0


def find_likeliest(text: str, most: int, least: float) -> list[str]:
    """Return the few errors of which a text most probably speaks, the likeliest first.

    None of a text whose odds, as those of `odds_of_error`, are below `least`.
    """
    if odds_of_error(text) < least:
        return []
    scores = _classifier().judge(said_in(text)).scores
    return nlargest(most, scores, key=scores.__getitem__)


def says_all_is_well(text: str) -> bool:
    """Return whether a text says that something went well, and nothing beside it that did not."""
    return WELL in concepts_of(text) and not denies(text) and not _BUT.search(text)


def names_things(text: str) -> bool:
    """Return whether a text names things and nothing that is the matter with them ("product", "brand")."""
    named = concepts_of(text)
    return bool(named) and named <= light_concepts().union(read_own_words()["things"])


def _is_foreign(text: str) -> bool:
    """Return whether a text speaks of another shop, machine or program, or is said by one."""
    if names_foreign(text):
        return True
    speaker = _FOREIGN_SPEAKER.match(text) if ":" in text else None
    if speaker is None:
        return False
    words = fold(speaker[1]).split()
    if concepts_of_words(words) - KINDS or not everyday_words().isdisjoint(words):
        return False  # names of programs and shops have no everyday words
    if odds_of_error(text) >= SURE_ODDS:
        return False
    return not _is_worded(text)


@dataclass(frozen=True, slots=True, order=True)
class _Rule:
    """The concepts that lead to an error together, those that may come with them, and that must not be there.

    `place` is its place among the rules.
    """

    place: int
    error_id: str
    needed: frozenset[str]
    optional: frozenset[str]
    denied: frozenset[str]

    def holds(self, named: frozenset[str]) -> bool:
        return self.needed <= named and not self.denied & named

    def told_by(self, named: frozenset[str]) -> float:
        """Return how much the concepts tell that are there."""
        return math.fsum(map(_worth, self.needed | (self.optional & named)))  # equal in any order


@cache
def _rules_by_concept() -> Mapping[str, Sequence[_Rule]]:
    """Return the rules by the one of the concepts that they need which the fewest rules need."""
    written = read_own_words()
    said = [(error_id, rule) for error_id, rules in written["rules"].items() for rule in rules]
    rules = [_rule(place, *one) for place, one in enumerate(said)]
    needing = Counter(concept for rule in rules for concept in rule.needed)
    found: dict[str, list[_Rule]] = defaultdict(list)
    for rule in rules:
        found[min(rule.needed, key=lambda concept: (needing[concept], concept))].append(rule)
    return found


def _rule(place: int, error_id: str, said: str) -> _Rule:
    names = said.split()
    denied = frozenset(name[1:] for name in names if name.startswith("-"))
    optional = frozenset(name[1:-1] for name in names if name.startswith("["))
    needed = frozenset(name for name in names if name[0] not in "-[")
    return _Rule(place, error_id, needed, optional, denied)


def sentences() -> Iterator[tuple[str, str]]:
    """Yield everyday sentences of errors: error id and sentence."""
    written: Mapping[str, Mapping[str, list[str]]] = read_own_words()["sentences"]
    for error_id, by_language in written.items():
        yield from ((error_id, said) for told in by_language.values() for said in told)


@cache
def _wordings() -> SubjectIndex:
    """Return what wordings say; made beforehand of `worded`, as it takes a tenth of a second."""
    return SubjectIndex((error_id, one) for error_id, said in read_wordings().items() for one in said)


@cache
def _weights() -> SignWeights:
    weights: SignWeights = resources.read_json("errors/sentence-weights.json")
    return weights


@cache
def _classifier() -> SentenceClassifier:
    counts: SentenceCounts = resources.read_json("errors/sentence-counts.json")
    return SentenceClassifier(counts)


def worded() -> Iterator[tuple[str, str]]:
    """Yield how the messages of errors are worded.

    What VTEX's have in quotes is no name, which may be any, but tells one error from others: `"Size"`.
    """
    for one in entries.all_entries():
        for said in (*one.messages.values(), *one.wordings.values()):
            texts = (_GAP.sub(" ", text) for text in said)
            yield from ((one.id, text.replace('"', "") if is_of_vtex(one.id) else text) for text in texts)


def paraphrases() -> Iterator[tuple[str, str]]:
    """Yield other ways to say what Amazon's messages say: error id and text."""
    written: Mapping[str, Mapping[str, list[str]]] = resources.read_json("errors/paraphrases.json")
    for error_id, by_language in written.items():
        yield from ((error_id, text) for said in by_language.values() for text in said)


@cache
def _worth(concept: str) -> float:
    """Return how much a concept tells."""
    written = read_own_words()
    return _LIGHT if concept in written["light"] else _TELLING if concept in written["telling"] else 1.0
