"""Ways in which a pasted message differs from its template."""

from __future__ import annotations

import html
import json
import random
import re
import unicodedata
from collections.abc import Callable

NAMES = (
    "Cor",
    "Tamanho",
    "1234",
    "SKU-99",
    "Gênero",
    "Color Name",
    "8874512",
    "Algodão",
    "fabric_type",
    "Azul Marinho",
    "B08CVV2VDN",
    "Voltagem",
    "2",
    "Composição do tecido",
)


def filled(template: str, chance: random.Random) -> str:
    return re.sub(r"\{\w+\}", lambda _: chance.choice(NAMES), template)


def without_accents(text: str, _: random.Random) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def with_typos(text: str, chance: random.Random) -> str:
    """Return the text with 2 to 4 slips: letters lost, added, mistaken, swapped."""
    letters = list(text)
    for _ in range(chance.randint(2, 4)):
        at = chance.randrange(len(letters) - 1)
        slip = chance.choice(("lost", "added", "mistaken", "swapped"))
        other = chance.choice("abcdefghijklmnopqrstuvwxyz")
        if slip == "lost":
            del letters[at]
        elif slip == "added":
            letters.insert(at, other)
        elif slip == "mistaken":
            letters[at] = other
        else:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def cut(text: str, _: random.Random) -> str:
    return text[: int(len(text) * 0.6)]


def in_a_log(text: str, chance: random.Random) -> str:
    moment = f"2026-10-0{chance.randint(1, 9)} 12:3{chance.randint(0, 9)}:11"
    return (
        f"{moment} [ERROR] bridge: sku={chance.randint(1, 9999)} account=loja "
        f'msg="{html.escape(text)}" retry={chance.randint(0, 4)} feed 5023411'
    )


def curly(text: str, _: random.Random) -> str:
    quoted = re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’")
    return html.escape(quoted).replace("é", "&eacute;").replace("ã", "&#227;")


def in_json(text: str, chance: random.Random) -> str:
    answer = {"code": "0", "message": text, "severity": "ERROR"}
    return json.dumps(answer, ensure_ascii=chance.random() < 0.5)


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "filled in": lambda text, _: text,
    "upper case": lambda text, _: text.upper(),
    "lower case": lambda text, _: text.lower(),
    "without accents": without_accents,
    "2 to 4 typos": with_typos,
    "cut at 60 %": cut,
    "inside a log line": in_a_log,
    "curly quotes and entities": curly,
    "inside Amazon's JSON": in_json,
}
