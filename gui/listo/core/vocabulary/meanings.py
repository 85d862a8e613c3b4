"""What a value or a name may mean, read word by word with the glossary.

A reading says which features a text has and how much each of them says: `Azul escuro` has blue (1)
and dark (0.35). A text has several readings where words are ambiguous (`rosa`: pink or rose), where a
concept has others to fall back on (navy: dark and blue), or where a quantity can be converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from listo.core.texts import Language
from listo.core.vocabulary.glossary import (
    NUMBER,
    NUMBER_WEIGHT,
    WORDS_REMEMBERED,
    Concept,
    Sense,
    Weights,
    WordKind,
    fillers,
    fold_word,
    glossary,
    sound_of,
    split_words,
)

UNKNOWN = "~"
"""What stands before a word that is in no glossary, where a feature is one."""

# The counts are of the 11,742 lists of suggestions of tests/bench/weigh_constants.py; that the right value
# comes first for what sellers typed is held by tests/core/checks/test_suggestions.py.

LONGEST_READ = 500
"""Letters of a text that may be a value or a name: the longest of 38,610 of Amazon's has 187, counted."""

_MOST_READINGS = 12
"""Readings of a text that are followed: with 6, two suggestions are lost; 50 change one list."""

_MOST_WORDS = 6
"""Words of a phrase: the longest of the glossary has five, and one may be written in two."""

_ONE_OF_SEVERAL = 0.98
"""How sure a sense is where the same subject has others: with 1, nine more lists are not empty."""

_LESSER_SENSE = 0.9
"""How sure a sense is that does not fit attribute or language: with 0.8 two are lost, 1 fails tests."""

_NEAR = (0.9, 0.8, 0.7, 0.6, 0.5)
"""How well the first, second … fall-back of a concept stands for it: 0.1 less loses 3 of 1,237 pairs."""

_SECOND = 0.7
"""How much the second of several colours or materials counts: with 0.6, six first suggestions differ."""

_SHADE = 0.35
"""How much a shade says beside the basic colour that it is one of: as `dark` does in the glossary."""

_MIXTURES = {2: 0.7}
"""How sure two colours are a mixture, `black and white`: with 0.8, 43 first suggestions differ."""

_MIXTURE = 0.95
"""How sure more of them are one: less than a word for it; with 1, one list differs."""

_CONVERTED = 0.9
"""How sure a quantity in another unit is: with 1, seven first suggestions differ; 0.7 fails tests."""

_PEOPLE, _AGE = "people", "age"
"""The subject of the glossary that holds people, and what its units of their age measure."""

_AGES = (
    (0, 3, "newborn"),
    (0, 12, "baby"),
    (12, 47, "toddler"),
    (0, 24, "baby"),
    (36, 95, "little kid"),
    (84, 155, "big kid"),
    (24, 155, "child"),
    (144, 215, "teen"),
    (216, 1500, "adult"),
)
"""From how many months to how many one is called so, the narrower first. Source: Amazon's size charts."""

_OF_AN_AGE = 0.88
"""How sure that is: makers differ by some months, so it is likely and never goes in unasked."""

_WITHOUT_REST = 0.9
"""How sure a text is without what it has besides: as in brackets."""

_WITHOUT_NUMBERS = 0.7
"""How sure a text without its numbers is: with 1, 65 more lists are not empty."""

_UNIT_WEIGHT = 0.5
"""How much a unit says beside its number: with 1, six suggestions are lost."""

_IN_BRACKETS = 0.9
"""How sure what stands in brackets is beside the text: with 1, 23 first suggestions differ."""

_MISSPELT = 0.95
"""How sure a misspelt word is, besides its likeness: with 1, seven more lists are not empty."""

_LEAST_ALIKE = {4: 85.0, 5: 80.0}
"""How alike (0 to 100) a misspelt word of so many letters is: 75 for five fill 67 empty lists more."""

_SAME_SOUND = 90.0
"""How alike (0 to 100) two words are that sound the same, `roza` and `rosa`: as one slip in ten letters."""

_SPELLED = {"b": "bvw", "k": "ckq", "s": "csz", "x": "cs", "j": "gj", "i": "hily", "f": "fp"}
_SPELLED |= {vowel: f"{vowel}h" for vowel in "aeou"}
"""With which letters a word may start that starts with a sound."""

_SHORT_WORD = 0.5
"""How much an unknown word of one or two letters says: as units do; with 1, eight suggestions are lost."""

_WORD = re.compile(r"[^\W_]")
_SEVERAL = re.compile(r"[/+&,;|]|\s-\s|\b(?:e|y|and|com|con|with)\b", re.IGNORECASE)
"""What stands between two colours that are both meant, not between one and its shade."""

_DOTTED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,7})\.(?=\W|[^\W\d_]{3}|$)")
"""A word with a dot behind it, perhaps without a blank: `Alg.pima`; `E.U.` is none."""

_WITH = re.compile(r"(?<=\w)\s+(?:com|con|with|c/|w/)", re.IGNORECASE)
"""What stands between a thing and what it has besides: `Gola polo c/ botões`."""

_COLOURS = frozenset({"colour"})
"""The subject whose things are both meant where they are said in one: `azul com branco`."""

_BRACKETS = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a text may mean; `certainty` goes from 0 to 1."""

    weights: Weights
    certainty: float
    exact: frozenset[str] = frozenset()
    """The numbers and units among the features, which two texts must not have different ones of."""

    is_own: bool = True
    """Whether it is what the words say, not what their concepts fall back on."""


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """Where a text stands: what kind of text, whose values, in which language, and with slips or not.

    `lists_several` says that the text has signs or words between several things.
    """

    kind: WordKind = "values"
    subjects: frozenset[str] = frozenset()
    language: Language | None = None
    forgiving: bool = False
    lists_several: bool = False


@dataclass(frozen=True, slots=True)
class _Option:
    weights: Weights
    certainty: float
    concept: Concept | None = None
    is_own: bool = True
    is_aside: bool = False
    """Whether its word means nothing of what is asked for: `escovado` where that is a colour."""


def read_meanings(text: str, context: ReadingContext) -> tuple[Reading, ...]:
    """Return what a text may mean, the surest first; empty where it has neither letters nor digits.

    A text longer than any value means nothing: reading takes the square of its length.
    """
    if len(text) > LONGEST_READ:
        return ()
    if _SEVERAL.search(text):
        context = replace(context, lists_several=True)
    outside, inside = _parted(text)
    found = list(_of_words(outside, context))
    if context.forgiving and not _COLOURS & context.subjects and (said := _WITH.split(text, 1))[1:]:
        main = _of_words(split_words(said[0]), context)
        found += (replace(each, certainty=each.certainty * _WITHOUT_REST) for each in main)
    if inside:
        bracketed = _of_words(inside, context)
        found += (replace(each, certainty=each.certainty * _IN_BRACKETS) for each in bracketed)
    return tuple(sorted(found, key=lambda reading: -reading.certainty))


def _parted(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a text, and those of them that stand in brackets, where others do not."""
    if "(" not in text:
        return split_words(text), ()
    outside = _BRACKETS.sub(" ", text)
    inside = " ".join(_BRACKETS.findall(text))
    if not _WORD.search(outside):
        return split_words(text), ()
    return split_words(outside), split_words(inside) if len(inside) > 1 else ()


def may_have(text: str, kind: WordKind, features: Set[str]) -> bool:
    """Return whether a reading of a text, with slips, may have one of some features; if not, none has.

    That is told in a fraction of the time of reading, and so of most unknown values of a long sheet.
    """
    return any(_may_have(words, kind, features) for words in _parted(text) if words)


def _may_have(words: tuple[str, ...], kind: WordKind, features: Set[str]) -> bool:
    outline = _outline(words, kind)
    told = _features_told(outline, kind)
    if told is None or not features.isdisjoint(told):
        return True
    return any(NUMBER + number in features for number in {*words}.difference(outline))


@lru_cache(maxsize=16)  # one text is asked for its outline in two ways
def _outline(words: tuple[str, ...], kind: WordKind) -> tuple[str, ...]:
    """Return words with but a sign for each number that is in no word of the glossary.

    All such numbers are alike in what hangs on them, and most values that are met but once have one.
    """
    known = glossary(kind)
    return tuple(NUMBER if word[0].isdigit() and not known.has_digits(word) else word for word in words)


@lru_cache(maxsize=WORDS_REMEMBERED)
def _features_told(outline: tuple[str, ...], kind: WordKind) -> frozenset[str] | None:
    """Return the features that a text may have besides numbers; None where it may be a quantity.

    Such a one may be converted, into any number.
    """
    phrases = _phrases(outline, kind)
    telling = [phrase for phrase in phrases if _tells(phrase, kind)] or phrases
    own = [_features(phrase, kind, len(telling) == 1) for phrase in telling if phrase != (NUMBER,)]
    if not all(map(glossary(kind).units.isdisjoint, own)):
        return None
    is_known = len(outline) == 1 or all(_is_known(phrase, kind) for phrase in phrases)
    misspelt = frozenset() if is_known else _features_misspelt("".join(outline), kind)
    return misspelt.union(*own)


@lru_cache(maxsize=WORDS_REMEMBERED)
def _features(phrase: tuple[str, ...], kind: WordKind, is_alone: bool) -> frozenset[str]:
    """Return the features of all that a phrase may stand for, alone and among others."""
    options = _options(phrase, ReadingContext(kind, forgiving=True), is_alone=is_alone)
    return _features_of(options, kind)


@lru_cache(maxsize=WORDS_REMEMBERED)
def _features_misspelt(word: str, kind: WordKind) -> frozenset[str]:
    return _features_of(_misspelt(word, ReadingContext(kind)), kind)


def _features_of(options: Iterable[_Option], kind: WordKind) -> frozenset[str]:
    """Return the features of the options, with what several of a subject have together."""
    known = glossary(kind)
    found = {feature for option in options for feature in option.weights}
    concepts = [option.concept for option in options if option.concept]
    found.update(concept.scale[0] for concept in concepts if concept.scale)
    for subject in {known.subjects[concept.subject] for concept in concepts}:
        if subject.mixture:
            found.add(subject.mixture)
        if subject.blend:
            found |= known.concepts[subject.blend].weights.keys()
    return frozenset(found)


def write_out(text: str, subjects: frozenset[str], language: Language | None) -> str:
    """Return a value with abbreviations that have a dot written out: `azul marinho` for `Az. marinho`."""
    if "." not in text or not subjects or len(text) > LONGEST_READ:
        return text
    return _DOTTED.sub(lambda found: _written_out(fold_word(found[1]), subjects, language) or found[0], text)


@lru_cache(maxsize=8192)  # as many words as are remembered elsewhere
def _written_out(short: str, subjects: frozenset[str], language: Language | None) -> str:
    known = glossary("values")
    if any(sense.concept.subject in subjects for sense in known.senses((short,))):
        return ""
    word = known.write_out(short, subjects, language)
    return f"{word} " if word else ""


def is_understood(text: str, kind: WordKind) -> bool:
    """Return whether the glossary knows every word of a text, numbers and small words apart."""
    return len(text) <= LONGEST_READ and _are_known(_outline(split_words(text), kind), kind)


@lru_cache(maxsize=WORDS_REMEMBERED)
def _are_known(outline: tuple[str, ...], kind: WordKind) -> bool:
    return all(_is_known(phrase, kind) for phrase in _phrases(outline, kind))


@lru_cache(maxsize=8192)  # more attributes than all templates together name
def find_subjects(attribute: str) -> frozenset[str]:
    """Return the subjects of the values that an attribute of that name has; empty where it does not tell."""
    named = {
        feature
        for reading in read_meanings(attribute, ReadingContext("names"))
        for feature in reading.weights
    }
    return frozenset(name for name, subject in glossary("values").subjects.items() if subject.of & named)


@lru_cache(maxsize=16)  # one text is asked for its phrases in a few ways
def _phrases(words: tuple[str, ...], kind: WordKind) -> tuple[tuple[str, ...], ...]:
    """Return the words cut into the longest phrases that the glossary knows, from the left."""
    known, phrases, start = glossary(kind), [], 0
    while start < len(words):
        end, most = start + 1, min(len(words), start + _MOST_WORDS)
        while end < most and known.goes_on(*words[start:end]):
            end += 1
        while end > start + 1 and not known.senses(words[start:end]):
            end -= 1
        phrases.append(words[start:end])
        start = end
    return tuple(phrases)


def _of_words(words: tuple[str, ...], context: ReadingContext) -> Iterator[Reading]:
    phrases = _phrases(words, context.kind)
    telling = [phrase for phrase in phrases if _tells(phrase, context.kind)] or phrases
    chosen: list[tuple[_Option, ...]] = [()] if telling else []
    for phrase in telling:
        options = _options(phrase, context, is_alone=len(telling) == 1)
        chosen = sorted(
            ((*before, option) for before in chosen for option in options), key=_certainty, reverse=True
        )[:_MOST_READINGS]
    is_known = all(_is_known(phrase, context.kind) for phrase in phrases)
    if context.forgiving and len(words) > 1 and not is_known:  # `FabricType` is no slip for `Fabricante`
        chosen += ((option,) for option in _misspelt("".join(words), context))
    for options_of_all in chosen:
        yield from _combined(options_of_all, context)


def _tells(phrase: tuple[str, ...], kind: WordKind) -> bool:
    """Return whether a phrase is no small word; in names `color` and `type` are none."""
    return phrase[0] not in fillers() or len(phrase) > 1 or (kind == "names" and _has_senses(phrase, kind))


def _has_senses(phrase: tuple[str, ...], kind: WordKind) -> bool:
    return bool(glossary(kind).senses(phrase))


def _is_known(phrase: tuple[str, ...], kind: WordKind) -> bool:
    return phrase[0][0].isdigit() or phrase[0] == NUMBER or _is_known_phrase(phrase, kind)


@lru_cache(maxsize=WORDS_REMEMBERED)
def _is_known_phrase(phrase: tuple[str, ...], kind: WordKind) -> bool:
    return not _tells(phrase, kind) or _has_senses(phrase, kind)


def _certainty(options: Sequence[_Option]) -> float:
    product = 1.0
    for option in options:
        product *= option.certainty
    return product


def _options(phrase: tuple[str, ...], context: ReadingContext, *, is_alone: bool) -> list[_Option]:
    """Return what one phrase may stand for."""
    if senses := glossary(context.kind).senses(phrase):
        return _of_senses(senses, context)
    word = phrase[0]
    if word[0].isdigit():
        return [_Option({NUMBER + word: NUMBER_WEIGHT}, 1.0)]
    itself = _Option({UNKNOWN + word: 1.0 if len(word) > 2 else _SHORT_WORD}, 1.0)
    # A short word may be misspelt for many: that one stands alone must tell that it is a value at all.
    may_be_misspelt = context.forgiving and (is_alone or len(word) > min(_LEAST_ALIKE))
    return [itself, *(_misspelt(word, context) if may_be_misspelt else ())]


def _of_senses(senses: Sequence[Sense], context: ReadingContext, certainty: float = 1.0) -> list[_Option]:
    """Return the concepts meant and their fall-backs, those that fit the attribute and language first."""
    fitting = [sense for sense in senses if sense.concept.subject in context.subjects] or senses
    speaking = [sense for sense in fitting if context.language in sense.languages] or fitting
    is_aside = bool(context.subjects) and all(each.concept.subject not in context.subjects for each in senses)
    options = []
    for sense in senses:
        sure = certainty * sense.concept.sure * (1.0 if sense in speaking else _LESSER_SENSE)
        if sum(one.concept.subject == sense.concept.subject for one in speaking) > 1:
            sure *= _ONE_OF_SEVERAL
        options.append(_Option(sense.concept.weights, sure, sense.concept, is_aside=is_aside))
        for near, factor in zip(sense.concept.near, _NEAR, strict=False):
            options.append(_Option(near, sure * factor, sense.concept, is_own=False, is_aside=is_aside))
    return options


def _misspelt(word: str, context: ReadingContext) -> list[_Option]:
    """Return the meanings of the word that this one may be misspelt for."""
    found = _nearest(word, context.kind)
    if found is None:
        return []
    key, likeness = found
    return _of_senses(glossary(context.kind).senses((key,)), context, likeness / 100 * _MISSPELT)


@lru_cache(maxsize=WORDS_REMEMBERED)
def _nearest(word: str, kind: WordKind) -> tuple[str, float] | None:
    from rapidfuzz import fuzz, process

    least = _LEAST_ALIKE.get(min(len(word), max(_LEAST_ALIKE)))
    if least is None or not word.isalpha():
        return None
    sound = sound_of(word)
    if alike := _keys_by_sound(kind, sound[:1]).get(sound):
        return alike, _SAME_SOUND
    found = process.extractOne(word, _keys(kind, len(word), least), scorer=fuzz.ratio, score_cutoff=least)
    return (found[0], found[1]) if found else None


@lru_cache(maxsize=64)  # both kinds, by first letter
def _keys_by_sound(kind: WordKind, first: str) -> dict[str, str]:
    """Return the words that sound so at their start, by how they sound; of several the first one."""
    letters = _SPELLED.get(first, first)
    keys = [key for key in _all_keys(kind) if key[0] in letters and key.isalpha()]
    sounds = sound_of("\n".join(keys)).splitlines()  # of all at once: no sound reaches over the end of a line
    return {sound: key for key, sound in zip(keys, sounds, strict=True) if sound[:1] == first}


@lru_cache(maxsize=64)  # both kinds, each with words of up to 32 letters
def _keys(kind: WordKind, length: int, least: float) -> list[str]:
    """Return the words to which one of so many letters may be so alike: these have about as many."""
    return [key for key in _all_keys(kind) if 200 * min(len(key), length) >= least * (len(key) + length)]


@cache
def _all_keys(kind: WordKind) -> list[str]:
    """Return the words of enough letters to be misspelt, in one order."""
    return sorted(key for key in glossary(kind).words() if len(key) >= min(_LEAST_ALIKE))


def _combined(options: Sequence[_Option], context: ReadingContext) -> Iterator[Reading]:
    """Yield what the options mean together, and what that may be called otherwise."""
    sure = _certainty(options)
    telling = _without_what_others_say(options)
    weights, heads = _weighed(telling, context)
    if telling is not options and all(option.is_own for option in options):
        yield _reading(_weighed(options, context)[0], sure * _ONE_OF_SEVERAL, context.kind)
    for subject, names in heads.items():
        told = glossary(context.kind).subjects[subject]
        if len(names) > 1 and told.blend:
            weights |= glossary(context.kind).concepts[told.blend].weights
        if len(names) > 1 and told.mixture:
            several = glossary(context.kind).concepts[told.mixture].weights
            yield Reading(several, sure * (_mixed(len(names)) if told.basic else _MIXTURE))
    is_own = all(option.is_own for option in options)
    yield replace(_reading(weights, sure, context.kind), is_own=is_own)
    yield from _quantities(options, sure, context.kind)
    yield from _ages(options, sure, context)
    rest = {feature: weight for feature, weight in weights.items() if not feature.startswith(NUMBER)}
    if context.forgiving and 0 < len(rest) < len(weights):
        yield _reading(rest, sure * _WITHOUT_NUMBERS, context.kind)


def _mixed(colours: int) -> float:
    return _MIXTURES.get(colours, _MIXTURE)


def _weighed(
    options: Sequence[_Option], context: ReadingContext
) -> tuple[dict[str, float], dict[str, set[str]]]:
    """Return the features of all options, and by subject the colours or materials among the concepts."""
    weights: dict[str, float] = {}
    heads: dict[str, set[str]] = {}
    shades = _shades_of(options, context)
    has_own = any(_is_head(option) and not option.is_aside for option in options)
    for option in options:
        is_shade = any(option is shade for shade in shades)
        is_second = not is_shade and _is_second(option, heads, context.kind)
        is_aside = is_shade or (has_own and option.is_aside)
        factor = _SHADE if is_aside else _SECOND if is_second else 1.0
        for feature, weight in option.weights.items():
            weights[feature] = max(weights.get(feature, 0.0), weight * factor)
    return weights, heads


def _shades_of(options: Sequence[_Option], context: ReadingContext) -> Sequence[_Option]:
    """Return which of some colours are shades of one of them: `salmão` of the basic one in `Rosa salmão`.

    Where none is basic, the first one is meant, in English the last: `chocolate ao leite`.
    """
    heads = [option for option in options if _is_head(option) and _basic_beside(option, context.kind)]
    if len(heads) < 2 or context.lists_several:
        return ()
    basic = [option for option in heads if option.weights.keys() <= _basic_beside(option, context.kind)]
    if len(basic) > 1:
        return ()
    main = basic[0] if basic else heads[-1 if context.language == "en" else 0]
    return [option for option in heads if option is not main]


def _is_head(option: _Option) -> bool:
    return option.concept is not None and option.concept.weights.get(option.concept.name, 0.0) >= 1


def _basic_beside(option: _Option, kind: WordKind) -> frozenset[str]:
    """Return the concepts of an option's subject that are basic, where it has such."""
    concept = option.concept
    return glossary(kind).subjects[concept.subject].basic if concept else frozenset()


def _without_what_others_say(options: Sequence[_Option]) -> Sequence[_Option]:
    """Return the options but those that another one falls back on: in `azul navy` navy says blue already."""
    telling = [option for option in options if not any(_says(other, option) for other in options)]
    return telling if len(telling) == 1 else options


def _says(option: _Option, other: _Option) -> bool:
    """Return whether one option names something of which the other is the general word."""
    concept = option.concept
    return (
        concept is not None
        and option is not other
        and option.is_own
        and any(len(near) == 1 and near.keys() == other.weights.keys() for near in concept.near)
    )


def _is_second(option: _Option, heads: dict[str, set[str]], kind: WordKind) -> bool:
    """Return whether a colour or material came before this one, and note it."""
    concept = option.concept
    subject = glossary(kind).subjects[concept.subject] if concept else None
    if concept is None or subject is None or not (subject.mixture or subject.blend):
        return False
    if not _is_head(option):
        return False
    names = heads.setdefault(subject.name, set())
    names.add(concept.name)
    return len(names) > 1


def _quantities(options: Sequence[_Option], sure: float, kind: WordKind) -> Iterator[Reading]:
    """Yield numbers that have a unit in the smallest unit of their kind."""
    numbers = [feature for option in options if not option.concept for feature in option.weights]
    units = [option.concept for option in options if option.concept and option.concept.scale]
    if not numbers or len(units) != 1 or len(numbers) + 1 != len(options) or not _are_numbers(numbers):
        return
    measure, factor = units[0].scale or ("", 1.0)
    weights = {f"{NUMBER}{float(each[1:]) * factor:.6g}": NUMBER_WEIGHT for each in numbers}
    yield _reading({**weights, measure: _UNIT_WEIGHT}, sure * _CONVERTED, kind)


def _ages(options: Sequence[_Option], sure: float, context: ReadingContext) -> Iterator[Reading]:
    """Yield which people are of the ages that a value names, `1 a 3 anos`, where it is asked for people."""
    numbers = [feature for option in options if not option.concept for feature in option.weights]
    units = [option.concept for option in options if option.concept and option.concept.scale]
    if not context.forgiving or _PEOPLE not in context.subjects or len(units) != 1:
        return
    measure, factor = units[0].scale or ("", 1.0)
    if measure != _AGE or not 0 < len(numbers) < 3 or not _are_numbers(numbers):
        return
    months = sorted(float(each[1:]) * factor for each in numbers)
    known = glossary(context.kind).concepts
    for least, most, name in _AGES:
        if least <= months[0] and months[-1] <= most:
            yield Reading(known[name].weights, sure * _OF_AN_AGE)
            return


def _reading(weights: Weights, certainty: float, kind: WordKind) -> Reading:
    units = glossary(kind).units
    exact = frozenset(each for each in weights if each.startswith(NUMBER) or each in units)
    return Reading(weights, certainty, exact)


def _are_numbers(features: Iterable[str]) -> bool:
    """Return whether features are numbers, and no versions or dates: `1.2.3`."""
    return all(feature.startswith(NUMBER) and feature.count(".") < 2 for feature in features)
