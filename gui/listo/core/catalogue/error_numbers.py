"""Finds Amazon's error numbers in a text: alone, beside a word for them, in links, fields and cells.

Orders, SKUs and lots have numbers too: only known ones count, and none that something else is said of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from listo.core.catalogue import entries

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


def join_thousands(decoded: str) -> str:
    """Return a text with numbers of errors in one whose thousands are parted ("erro 8.572")."""
    return _PARTED.sub(r"\1\2", decoded)


def has_known(decoded: str) -> bool:
    """Return whether a text has anything that is written as a known number; without it none is named."""
    return not entries.all_codes().isdisjoint(_PERHAPS_CODES.findall(decoded.casefold()))


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
