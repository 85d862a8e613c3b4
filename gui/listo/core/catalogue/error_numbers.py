"""Finds Amazon's error numbers in a text: alone, beside a word for them, in links, fields and cells.

And those of VTEX's known issues, alone or called so. Orders, SKUs and lots have numbers too: only known ones
count, and none that something else is said of.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.lexicon import read_wordings, said_in
from listo.core.catalogue.sentence_classifier import SignWeights, signs_of_number, weigh_signs
from listo.core.catalogue.templates import fold
from listo.core.texts import LANGUAGES


def _when_asked(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Return what compiles a pattern when it is first asked for: they take 10 ms, and few texts need them."""
    return cache(lambda: re.compile(pattern, re.IGNORECASE))


_CODE = r"([0-9]{2,9}|MD[0-9]{4}|[A-Za-z]+_[A-Za-z_]+)"
_FOR_IT = (
    r"(?:er+o+r*e?s?|err|codes?|c[oó]?di?g[ou]s?|c[oó]d|cod|issue|fault|failure|fatal|exception|falh[ao]s?|"
    r"fall[ao]s?|incid[eê]n\w+|reason|motivo|clave|message|mensaje|mensagem|problem[ae]?s?)"
)
_SEVERITY = r"(?:error|erro|warning|warn|aviso|advert[eê]ncia|advertencia|alerta|fatal)"
_WHAT_IS_WRONG = (
    r"(?:[\w-]+\s+){0,2}(?:missing|mismatch|conflict\w*|invalid\w*|not found|required|falt\w+|inv[aá]lid\w*|"
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
    r",?\s+(?-i:[A-Z][a-z]+)(?:[\w ]*,\s*(?-i:[A-Z]{2})\b|(?:\s(?-i:[A-Z][a-z]+))+\s*(?:,|\Z)))"
)
_PERHAPS_CODES = re.compile(r"[0-9]+|md[0-9]+|[a-z]+(?:_[a-z]+)*")
"""All that can be a number of an error in a text in lower case: without a known one nothing else is asked."""

_ALONE = _when_asked(
    rf"[^\w$€£]*(?:(?:amazon|{_FOR_IT}|{_NUMBER}|do|de|da|del|la|#)\W+)*(?:n\.?[º°])?"
    r"([0-9]{4,9}|(?<=[a-z#]\W)[0-9]{2,3}|(?<=[a-z]\W\W)[0-9]{2,3}|[A-Za-z]+_?[A-Za-z0-9_]+)[^\w%€$£°]*",
)
_LINKED = re.compile(r"\berrorcode(?:/|\W{1,3}|%2F|%3D)([0-9]{2,9})\b", re.IGNORECASE)
"""Amazon's page on one error, to which its messages lead; one of nine digits is its page on all of them."""

_SEARCHED = re.compile(
    r"[?&](?:q|query|search|search_query|keywords?|k)=(?:[^&]*?[\s+_-])?([0-9]{4,9})(?![0-9])",
    re.IGNORECASE,
)
"""What was looked for, in an address; of Amazon's it is an error, of a shop's a product."""

_FIELD = _when_asked(
    r"(?:\b|_)(?:(?:error|erro|issue|(?:result)?[_-]?message|codigo)[_ -]?)?"
    r"(?:code|codigo|c[oó]digo|erro|result|resultado)\b[\"']?"
    rf"\s*[:=>]+\s*[\"']?{_CODE}\b",
)
_NAMED = _when_asked(
    rf"(?:\b|_|(?<=[a-z])(?=(?-i:[A-Z])))(?:{_FOR_IT}|{_SEVERITY})\b"
    rf"(?:\W{{1,4}}(?:{_FOR_IT}|es|[eé]|is|was|de|da|do|del|o|el|the|amazon|resultado|{_NUMBER}))*"
    rf"\W{{1,4}}{_CODE}\b(?![./-][0-9]|,[0-9]{{1,3}}\b|\s*%|\s+(?:ms|kb|mb|bytes)\b)",
)
_GLUED = re.compile(
    r"\b(?:(?:err(?:or?)?|code?|c[oó]digo|amazon|err(?:or?)?[_-]?(?:code?|codigo))[_-]?|(?:result|message|error)+code(?:\W{1,2}|\b.?>))([0-9]{4,9})\b",
    re.IGNORECASE,
)
_BEFORE_ERROR = re.compile(r"(?<![\w.,/-])([0-9]{4,9})\W{1,3}error?\b", re.IGNORECASE)
_IN_A_ROW = _when_asked(
    r"\b(?:linhas?|filas?|rows?|lines?|rengl[oó]n|l[ií]nea)\W{1,2}[0-9]{1,6}\s*(?:[-=]+>|→|[:–—-])\s*([0-9]{5,9})\b",
)
"""What a report says of one of its rows ("linha 12 -> 90057")."""

_OF_SIGNING_IN = re.compile(r"\bMD[0-9]{4}\b|(?<=\boauth )md[0-9]{4}\b")
"""What Amazon's page for the authorisation shows; goods have such numbers, too."""

_SIGNING_IN = re.compile(
    r"\A\W*MD[0-9]{4}\W*\Z|err|amazon|amzn|seller|vtex|oauth|auth?ori|consent|conn?ect|permi|conex|aplica[tc]|"
    r"\bapp\b|log ?in|token|acc?es|tela\b|pantalla|screen|p[aá]gina|page|integra|allow|ajuda|ayuda|help|"
    r"\bd(?:eu|[aá]|io|ando)\b|"
    r"\bsale|\bsali[oó]|\bapare|mostr|muestr|\bshow|\bg[oe]t|what|\bqu[eé]\b|\bc[oó]d",
    re.IGNORECASE,
)
"""What is said of it there."""

_OF_GOODS = re.compile(r"\bmodel|\bmanual|balan[çz]a|\bcourse|\bcurso|\bscales?\b", re.IGNORECASE)
"""What such numbers are of then."""

_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)*\b")
"""What other codes that are words are like (`AccessDenied`)."""

_CONSTANT = re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b")
"""A code that is a name, as programs write it (`BAD_REQUEST`): other programs have the same."""

_BRACKETED = re.compile(r"(?:\[|\()([0-9]{4,9})(?:\]|\))")
_MET = _when_asked(
    r"\b(?:what(?: does| is|['’]?s)|why|feed result|seeing|(?:reject|fail|came back)\w*|"
    r"(?:qu[eé]|o que|oq|(?:o )?q) (?:significa|[eé]|es|quer dizer|quiere decir)|help|ajuda|ayuda|again|"
    r"otra vez|outra vez|de novo|amzn?|amazon|seller ?central|getting|got|says?|gives?|gave|returns?|"
    r"returned|shows|throws?|threw|spits? out|stuck(?= on)|hit(?= with)|the hell is|deu ruim|"
    r"tom(?:ei|ou)|lev(?:ei|ou)|lanz[aó]|brinc[aó]|salió|saiu|tron[aó]|volt(?:a|ou)(?= com)|cospe|cuspiu|"
    r"(?:upload|submission|feed|processing) (?:status|result|report)|mention(?:ed|s)|mencion\w+|"
    r"(?:status|estado|resultado) (?:d[aeo]l? )?(?:la )?(?:envio|carga|subida|upload|feed|nota|factura|"
    r"nf-?e?)|ende?[ds]|"
    r"(?:rechaz\w*|rejei[tcç]\w*|recus\w*)(?: d[aeo]l?(?: la)? (?:nota|factura|nf-?e?)(?=:))?|"
    r"(?:me )?(?:salen?|salt[aoó]|d[aá]n?|dando|dio|deu|dá|devolv\w+|devuelv\w+)|"
    r"arroj\w+|marca|marc[oó]u?|manda|mand[oó]u?|bota|bot[oó]u?|tira|tir[oó]u?|retorn(?:a|[oó]u?|ando)|muestra|mostra|aparece\w*|sabe\w*|con(?:h|o)ece\w*|knows?|seen|viu|visto)"
    r"(?:\W{1,3}(?:me|on|with|in|com|con|por|el|o|la|a|an|un|um|the|says|shows|d[aá]|dice|diz))*"
    rf"\W{{1,3}}([0-9]{{4,9}})\b(?![.,/-][0-9])(?!\s*[%xX×])(?!\s+d[eo]\b(?!\s+(?:amazon|novo|nuevo))){_COUNTED}",
)
"""What is said of a number that is met as an error, without the word for it ("me sale 90220")."""

_AFTER_SKU = _when_asked(
    r"\bskus?\W{1,3}[A-Z]{1,5}-?[0-9][\w-]*\s*(?:\.{2,}|…|[-=]+>|→|[:(–—-]+)\s*([0-9]{3,8}[1-9])\W*\Z",
)
"""A number that ends what is said of a SKU: of stock and prices that are told so hardly one is known."""

_PAIR = _when_asked(
    rf"(?:\A|\b(?:both|ambos|los dos|os dois|tengo|tenho|have|hay|with|con|com)\W)\W*([0-9]{{4}}){_AND}"
    rf"([0-9]{{4}})\b(?![.,/-][0-9])(?!\s*[%xX×]|\s[0-9]){_COUNTED}",
)
"""Two numbers together of which is not said what they are: hardly two known ones are so by chance."""

_PARTED = re.compile(
    r"(?<![\w$€£.,])(?<![$€£]\s)[0-9]{1,3}(?:[.,][0-9]{3})+(?![.,]?\w)|\A[0-9]{1,3}(?:\s[0-9]{3})+\Z"
)
"""A number whose thousands are parted, as spreadsheets do ("erro 8.572")."""

_PERHAPS_PARTED = re.compile(r"[0-9][.,\s][0-9]{3}")
"""What each of them has, found in a tenth of the time: few texts have any."""

_HAS_DIGITS = re.compile("[0-9]")

_WIDE = {ord("０") + digit: str(digit) for digit in range(10)}
"""Digits as wide as Chinese letters, and the common ones."""

_ITEM_OF_A_LIST = re.compile(r"\s*(?:[0-9]{1,2}|[a-z])[.)]\s+(?=\S)", re.IGNORECASE)
"""What a line of a list begins with ("1. 8541")."""

_BARE = _when_asked(
    r"(?<![\w.,$€£-])(?:(pedidos?|orders?|orden|skus?|lotes?|lots?|nf|nota|invoice|factura|cep|zip|cp|ref)\W{1,3})?"
    rf"([0-9]{{4,9}})\b(?![.,-][0-9])(?!\s*[%xX×]){_COUNTED}",
)
"""A number with no word for it, and what it is the number of, if that is said ("pedido 90220")."""

_OTHERS_CODE = _when_asked(
    r"\b(?:product|item|zip|postal|post|promo|discount|tracking|bar|area|country|color|colour|verification|"
    r"hs|tariff|customs|tax|qr|security|access|activation|order|coupon|dress|supplier|vendor|store|customer|internal|"
    r"erp|sap|category|http|mysql|sql|windows|status|exit)[ -](?:codes?|error)\b|\bexited with code\b|"
    r"\binvoice[ -]codes?\b|"
    r"\bc[oó]d(?:igo)?s? (?:interno|sap|erp|fornecedor|proveedor)\b|"
    r"\b(?:sku|product|item|order|seller|category|brand|account|warehouse|dock|price)_?id\W{1,4}[0-9]+|"
    r"\bc[oó]digo [0-9]+ (?:d[oae]l?|en el) (?:almox|dep[oó]sito|almac[eé]n|bodega|estoque)\w*|"
    r"\bc[oó]digos? (?:postal|promocional|de barras|"
    r"d[eoa]l? (?:produto|producto|item|art[ií]culo|cliente|pedido|fornecedor|proveedor|categor[ií]a|"
    r"loja|tienda)|de (?:rastreio|rastreamento|seguimiento|acesso|acceso|verifica\w+|desconto|descuento|cor|"
    r"color))\b",
)
_OTHERS = "otherscode"
"""What stands for such a code, so that no number beside it is taken for one of an error."""

_LEADING = _when_asked(
    rf"[^\w$€£]*{_CODE}\b(?![.,/:-][0-9]|-[A-Z]{{1,2}}\b|[,;]\S|\s*[%€£$]){_COUNTED}"
    rf"(\s*[-–—:;|\t)\].]|\s+(?:{_SEVERITY}|\w+ errore?s?|please|help|ajuda|ayuda|again|otra vez|outra vez|"
    rf"de novo|{_WHAT_IS_WRONG})\b)?",
)
_CELL = re.compile(r"[\"\s]*[\t;|,][\"\s]*")
_COLUMN = re.compile(r"\t|[;|,]|\s{2,}")
"""What parts the cells of a table, of one that blanks align too."""

_MOST_COLUMNS = 100
"""Columns of a table whose headers are read: Amazon's reports have ten."""

_HEADS_ERRORS = re.compile(
    r"(?:(?:amazon )?(?:error|issue|result|message|erro)[ _-]?(?:codes?|c[oó]digos?)|"
    r"c[oó]d(?:igos?)?[._ -]{1,2}(?:d[eo]l?[_ ])?err(?:o|or)|err(?:o|or)(?:e?s)?)",
    re.IGNORECASE,
)
"""The header of a column of such numbers, whatever the table has besides."""

_HEADS_CODES = re.compile(rf"{_HEADS_ERRORS.pattern}|codes?|c[oó]d(?:igos?)?", re.IGNORECASE)
"""The same of a table that does not list things with their own codes."""

_HEADS_THINGS = re.compile(
    r"desc|pre[cç]o|price|precio|qtd|quant|qty|cant|stock|estoque|client|customer|nom[eb]|name|produ[ct]|item|total",
    re.IGNORECASE,
)
"""How headers of tables begin that list things with their own codes, as prices and stocks."""

_HEADS_LISTINGS = re.compile(
    r"status|estado|situa[cç]|mess?age|mens[a-z]+m|mensaje|severity|publica", re.IGNORECASE
)
"""How those begin of tables that say how listings fare, whatever else they have."""

_IS_OFF_SALE = re.compile(
    r"inac?tiv[eoa]|suppressed|suprimid[oa]|blocked|bloquead[oa]|fail(?:ed)?|falhou|fall[oó]|"
    r"(?:no|n[aã]o|not) (?:enviad|publicad|sent|published|listed)[oa]?",
    re.IGNORECASE,
)
"""A cell that says that a listing is not on sale."""

_IS_SEVERITY = re.compile(rf"{_SEVERITY}|rejected|rejeitad[oa]|rechazad[oa]", re.IGNORECASE)

_OF_AMAZON = re.compile(
    r"\bamzn?\b|amazon|seller ?central|asin|\bsku|listing|\bfeed|attributenames|severity|"
    r"processing report|(?:informe|reporte|relat[oó]rio) de proces|"
    r"\bmarcas?\b|\bbrand|\b(?:ean|gtin|upc)\b",
    re.IGNORECASE,
)
_OF_AMAZONS_API = re.compile(
    r"<type>sender</type>|\"errors\"\s*:\s*\[\s*\{[^{}]*\"details\"|\b(?:listings|listingsitems|feeds|orders|reports|catalog)/(?:v0|20[0-9]{2}-)|"
    r"sellingpartner|\b403\b(?=.*\bcode\W{1,4}unauthorized\b)",  # elsewhere 403 is called forbidden
    re.IGNORECASE,
)
"""What answers of Amazon's interface for sellers have, or their addresses."""

_WORD_OF_AMAZONS = re.compile(
    r"\b(?:[A-Z][a-z]+){2,}\b|\b[a-z]+_[a-z]+\b|(?<=\b403 )Unauthorized\b|\AUnauthorized\b"
)
"""A code that is a word as programs write it, and Amazon among them."""

_WITH_AMAZON = re.compile(r"\bamazon|\binvent[aáo]r|\bestoque|\bstock|\bauthtoken", re.IGNORECASE)
"""What tells that such a word is Amazon's: its name, or what it refuses so."""

_WORD_IN_A_FIELD = re.compile(r"\b(?i:code)\b\W{1,4}([A-Z][a-z]+(?:[A-Z][a-z]+)*)\b")
"""A code that is a word, as other interfaces have it too ("code: Unauthorized")."""

_AMAZON_SAYS = re.compile(
    r"\bamazon\W(?:\w+\W){0,3}?(?:sa(?:ys?|id)|tells?|dice|dijo|diz|disse|gives?|shows?|returns?|respond\w+|contest\w+)\b|"
    r"\bseller (?:central|support)\b.*\b(?:error|erro|code|c[oó]digo)\b",
    re.IGNORECASE,
)
"""Who tells of an error, whatever else is named ("Amazon says 19098")."""

_OF_LISTINGS = re.compile(
    r"\ban[uú]ncios?\b|\bpublicaci[oó]n|\bvtex|\bintegra[cdrt]|\brelat[oó]rio|\breporte\b|\bconec?tor",
    re.IGNORECASE,
)
"""What else a text has that tells of a listing, in which a number of an error needs no word for it."""

_NOTHING_BEFORE = r"(?<![\w$€£.,/*+=<>×÷°%-])(?<![$€£]\s)"
_NOTHING_BEHIND = r"(?![\w%€$£°]|[.,:/*+=×-]\w|\s*[%€$£×*+÷=]|\s*x\s*[0-9])"
_NUMBER_ALONE = _when_asked(rf"{_NOTHING_BEFORE}[0-9]{{4,9}}{_NOTHING_BEHIND}")
"""A number that is no part of an amount, a date, a word or a sum."""

_MENTIONED = _when_asked(
    rf"(?:{_NOTHING_BEFORE}|(?<=[A-Za-z0-9],)(?=[0-9]{{5,}},[A-Za-z0-9]))"
    rf"([0-9]{{4,9}})s?(?:{_NOTHING_BEHIND}|(?<=[0-9]{{5}})(?=,[A-Za-z0-9]))"
)
"""The same, or several of it ("13013s"), or a cell between commas: no amount has five digits behind one."""

_ON_PRODUCTS = re.compile(
    r"\W{1,2}(?:en|em|on|in|for|no|na|nos|nas)\W(?:\w+\W){0,2}(?:skus?|listings?|produtos?|productos?|products?|"
    r"an[uú]ncios?|publicaci\w+|asins?|itens|items)\b",
    re.IGNORECASE,
)
"""What an error has struck ("tengo 8541 en 3 productos")."""

_ANOTHER = re.compile(r"\A\D*(?:[0-9]{4,9}\D+)*[0-9]{4,9}\D*\Z")
"""What a text has beside a number that has another one, and none of fewer digits, as telephones have."""

_ENDS_CLAUSE = re.compile(r"[,;:!?.–—-]\s*\Z")

_GIVEN = re.compile(r"\b(?:d[aá]n?|deu|dio|gives?|gave)(?:\W(?:me|us))?\W+[0-9]+\b", re.IGNORECASE)
"""What money is spoken of as well."""

_POINTING = frozenset(
    {
        "an",
        "el",
        "lo",
        "los",
        "o",
        "os",
        "the",
        "um",
        "uma",
        "un",
        "una",
        "ese",
        "esa",
        "este",
        "esta",
        "esse",
    }
    | {"essa", "that", "this", "tal", "otro", "outro", "another", "mismo", "mesmo", "same", "bendito"}
    | {"maldito", "famoso", "damn", "do", "del", "no", "pelo"}
)
"""Words before a number that is spoken of as a thing: amounts have none."""

_JOINING = frozenset(
    {"n", "no", "nr", "nro", "num", "numero", "number", "e", "es", "is", "de", "da", "do", "del", "s"}
)
"""Words between a number and what it is of ("número do pedido é 8541")."""

_BLAMING = frozenset({"por", "for", "to"})
"""What leads to a number of an error after what was done ("rechazado por 8541"), else to a price."""

_BEFORE_A = frozenset(
    {"hit", "got", "get", "gets", "getting", "give", "gives", "gave", "giving", "me", "us", "throw", "throws"}
    | {"threw", "throwing", "return", "returns", "returned", "with", "see", "seeing", "saw", "have", "had"}
    | {"is", "received", "show", "shows", "showing", "into", "on", "at", "across", "an", "like", "of"}
)
"""What stands before an English `a`; the Portuguese and the Spanish one lead to prices."""

_WITH = frozenset({"con", "com", "with"})
"""What a thing is met with ("voltou com 8541")."""

_THAT = (["ese"], ["esse"], ["that"], ["tal"], ["aquel"], ["aquele"], ["bendito"], ["maldito"], ["famoso"])
"""Words before a number of which everybody knows what it is."""

_NAMES_OF_NUMBERS = frozenset({"number", "numero", "num", "code", "codigo"})

_CALLED_ISSUE = _when_asked(
    r"(?<!\w)(?:known[ _-]issues?|ki|problemas?[ -]con(?:he|o)cidos?)"
    rf"(?:\W{{1,3}}(?:vtex|da|de|of|id|{_NUMBER}))*\W{{1,3}}([0-9]{{6,7}})(?![\w-]|[.,/][0-9])"
    r"|(?<!\w)issues?\W{1,2}([0-9]{7})(?![\w-]|[.,/][0-9])",
)
"""What a known issue of VTEX is called by, and its number: older ones have six digits, as much else has."""

_ISSUE_ALONE = _when_asked(r"[^\w$€£.,/+-]*([0-9]{7})[^\w$€£%°/+-]*")
"""The number of one and nothing else: it has seven digits, none of those is a code of Amazon's."""

_SURELY_MEANT = 3.0
"""Odds from which a number is an error's though another shop is named, or the word beside it says of what
else it may be: of 184 in such texts 162 have as many, of 3,985 that are of something else none."""

_MOST_MENTIONED = 64
"""Known numbers in one message that are judged: each takes as long as the message."""

_FEW = 3
"""Words of a text of which each tells of the error, though one says of what else the number may be."""

_MOST_TOLD = 8
"""Words of a text that names a number and what the error is about ("fundo branco 18027")."""

_TELLING = 4
"""Letters of a word that tells something, as in `own_words`."""

_NEAR_BY = 4
"""Words before a number that tell of it: with 3 `pedido de número é` is lost."""

_LONG_NUMBER = 5
"""Digits of a known number that can only be Amazon's: those of four are also years, prices and places."""

_LETTERS_OF_A_QUESTION = 30
"""Letters of a text that asks for a number and for nothing else ("what does 8541 mean?")."""

_NAMED_BY_OTHERS = 4
"""Digits below which `error 15` may be anybody's: many programs number theirs so."""

# The next six but `_OF_LONG` are by logistic regression over 10,600 numbers of errors and 9,700 others, each
# judged by what was learnt from the other ones: 94 of 100 are known, and 6 of the others taken for one.

_OF_ALL = 0.2
"""What speaks for any known number: 0.15 by the regression, and a bit more, as errors are asked for here."""

_OF_LONG = 0.5
"""What speaks for one of five digits or more besides: not one foreign text more is taken for ours."""

_OF_ODDS = 0.72
"""How much the odds count that it is an error's by what stands around it."""

_OF_SPEAKING = 0.16
"""How much the odds count that the text speaks of an error at all."""

_OF_SHAPE = 1.13
"""What it adds that it stands as numbers of errors do."""

_OF_OTHERS = -0.72
"""What is taken off where carriers or programs are named."""

_TOLD_STEP, _MOST_TOLD_STEPS = 1.5, 6
"""How much of what an error is told with is one step, as a logarithm, and the steps that are told apart."""

_UNTOLD_STEP, _MOST_UNTOLD_STEPS = 2, 4
"""The same of words that it is not told with."""

_TOLD_BESIDE = 2
"""Words on each side that are asked whether the error is told with them ("factura 79517")."""

_TOLD_OF_FEW = 2.5
"""How much something tells of an error with which one in twelve errors or fewer are told, as a logarithm."""

_HARDLY_MEANT = -3.0
"""Odds below which none is by its shape alone ("ATM showed code 5995 and ate my card")."""

_PERHAPS_SPOKEN_OF = -1.5
"""Odds that a text is about an error, from which a long number that is named as one is one beside what others
have, too ("error 99022 no peso da caixa")."""

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
    alone = _ALONE().fullmatch(_ITEM_OF_A_LIST.sub("", decoded.strip(), count=1))
    return [alone[1]] if alone and _is_known(alone[1]) else []


def _issues(decoded: str) -> list[str]:
    """Return the numbers in a text that are called those of known issues, and are."""
    called = (six or seven for six, seven in _CALLED_ISSUE().findall(decoded))
    return [number for number in dict.fromkeys(called) if number in entries.all_issues()]


def linked_codes(decoded: str) -> list[str]:
    """Return the numbers of errors to whose pages a text links, known or not."""
    if "errorcode" not in decoded.casefold():
        return []
    return [code for code in _LINKED.findall(decoded) if len(code) < _PAGE_ON_ALL or _is_known(code)]


def mentions(decoded: str) -> Iterator[tuple[str, str, str]]:
    """Yield the known numbers in a text, whatever they are of, each with what stands before and behind it."""
    if not _HAS_DIGITS.search(decoded):
        return
    said = _OTHERS_CODE().sub(_marked, decoded)
    for number in _MENTIONED().finditer(said):
        if _is_known(number[1]):
            yield said[: number.start(1)], number[1], said[number.end(1) :]


def _marked(code: re.Match[str]) -> str:
    """Return words for a code that is no error's with one behind them that says so.

    That one alone where the number of the code is among them.
    """
    return f" {_OTHERS} " if any(map(str.isdigit, code[0])) else f"{code[0]} {_OTHERS} "


def mentioned_codes(decoded: str) -> list[str]:
    """Return the known numbers and codes in a text, whatever they are of: an order, a place, a program."""
    words = (word.casefold() for word in _CAPITALISED.findall(decoded) if _is_known(word.casefold()))
    return list(dict.fromkeys([*(number for _, number, _ in mentions(decoded)), *words]))


def named_codes(decoded: str, spoken_of: float, *, beside_others: bool = False) -> list[str]:
    """Return the known numbers that a text names as those of errors or known issues, in order, each once.

    `spoken_of` are the odds that the text speaks of an error at all, as a natural logarithm; `beside_others`
    tells whether it names carriers or programs, which have numbers of their own.
    """
    odds, shaped, in_fields = number_odds(decoded), _by_shape(decoded), frozenset(_in_fields(decoded))
    base = _OF_ALL + _OF_SPEAKING * spoken_of + (_OF_OTHERS if beside_others else 0.0)
    likely = [
        code
        for code, of in odds.items()
        if base + _OF_ODDS * of + _OF_SHAPE * (code in shaped) + _OF_LONG * is_long(code) >= 0
    ]
    perhaps = [one for one in shaped if one in in_fields or odds.get(one, 0.0) >= _HARDLY_MEANT]
    is_spoken_of = spoken_of >= _PERHAPS_SPOKEN_OF
    likely += (
        one for one in perhaps if not (beside_others and one.isdigit()) or (is_spoken_of and is_long(one))
    )
    likely += (code for code in odds if _says_no_more(decoded, code, _MOST_TOLD))
    return sorted(dict.fromkeys([*likely, *_issues(decoded)]), key=decoded.find)


def surely_named_codes(decoded: str) -> list[str]:
    """Return the known numbers of a text that surely are of errors, though it names another shop."""
    return [code for code, odds in number_odds(decoded).items() if odds >= _SURELY_MEANT]


def number_odds(decoded: str) -> dict[str, float]:
    """Return how much more probable each number is an error's than another's, as a natural logarithm."""
    odds: dict[str, float] = {}
    for before, number, behind in islice(mentions(decoded), _MOST_MENTIONED):
        told = weigh_signs(number_signs(before, number, behind), _weights())
        is_sku = fold(before).split()[-1:] == ["sku"]
        if is_sku or (told < _SURELY_MEANT and _is_another(before, number, behind, decoded)):
            continue
        odds[number] = max(told, odds.get(number, told))
    return odds


def _is_another(before: str, number: str, behind: str, decoded: str) -> bool:
    """Return whether the words beside a number say of what else it is one, or of what it is the count."""
    words = fold(before).split()
    if _is_of_none(words) and not _is_counted(behind):
        return False
    return not _is_told_with(words, number) and not _says_no_more(decoded, number, _FEW)


def number_signs(before: str, number: str, behind: str) -> frozenset[str]:
    """Return what may tell of what a number is: what stands around it, and whether its error is told so."""
    about = _about(number)
    said = said_in(f"{before} {behind}")
    told = math.fsum(map(_rareness, said & about))
    untold = sum(one.endswith("*") for one in said - about)
    signs = {
        f"told {min(int(told / _TOLD_STEP), _MOST_TOLD_STEPS)}",
        f"untold {min(untold // _UNTOLD_STEP, _MOST_UNTOLD_STEPS)}",
    }
    for side, words in (("<", reversed(fold(before).split())), (">", fold(behind).split())):
        near = islice((word for word in words if len(word) >= _TELLING), _TOLD_BESIDE)
        signs.update(f"{side} told" for word in near if not about.isdisjoint(said_in(word)))
    return signs_of_number(before, number, behind) | signs


def _is_told_with(before: Sequence[str], number: str) -> bool:
    """Return whether few errors but its own are about what a number is said to be of ("factura 79517")."""
    of = next((word for word in reversed(before) if word not in _JOINING), "")
    return any(_rareness(one) >= _TOLD_OF_FEW for one in said_in(of) & _about(number))


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
def _weights() -> SignWeights:
    weights: SignWeights = resources.read_json("errors/number-weights.json")
    return weights


def _by_shape(decoded: str) -> list[str]:
    """Return the known numbers that stand as those of errors do, in their order, each once."""
    said = _OTHERS_CODE().sub(f" {_OTHERS} ", decoded)
    named = list(dict.fromkeys(code for code in _named(said) if _is_known(code)))
    return named or _plain_codes(decoded) or _bare_codes(said)


def _plain_codes(decoded: str) -> list[str]:
    """Return the known numbers that a text names without saying of what: those that nothing else explains."""
    if _OTHERS_CODE().search(decoded):
        return []
    words = frozenset(word for word in fold(decoded).split() if not _is_of_list(word))
    names_ours = bool(_OF_AMAZON.search(decoded) or _OF_LISTINGS.search(decoded))
    found = (
        number[0]
        for number in islice(_NUMBER_ALONE().finditer(decoded), _MOST_MENTIONED)
        if _is_known(number[0])
        and _is_plain(number, words - _told_of(number[0]), words, names_ours=names_ours)
    )
    return list(dict.fromkeys(found))


def _is_of_list(word: str) -> bool:
    """Return whether a word is a number that tells nothing of the others: how many, or a known one too."""
    return word.isdigit() and (len(word) < _NAMED_BY_OTHERS or _is_known(word))


def _is_plain(
    number: re.Match[str], other: frozenset[str], words: frozenset[str], *, names_ours: bool
) -> bool:
    """Return whether a known number is that of an error, in a text of `words`.

    `other` are those of them that the error is not told of with.
    """
    said, rest = number.string[: number.start()], number.string[number.end() :]
    before, after = fold(said).split(), fold(rest).split()
    known = _kinds("beside", "met", "around")
    if not _is_of_none(before) or (after and after[0] in _kinds("counted", "others")):
        return False
    is_told = other < words and (is_long(number[0]) or other <= known)
    if _is_round(number[0]) and not is_told:
        return False
    is_pointed_at = _is_pointed_at(before)
    if not is_pointed_at and not other.isdisjoint(_kinds("traded")):
        return False
    is_others = not other.isdisjoint(_kinds("others", "traded", "counted") - known)
    if is_told and len(words) <= _MOST_TOLD and not is_others:
        return True
    if _ON_PRODUCTS.match(rest) and not is_others:
        return True
    if not is_pointed_at and not _leads_to_number(before, said):
        return words <= known and _ANOTHER.search(said + rest) is not None
    if words <= known:
        return True
    if names_ours:
        return not after or not _is_plural(after[0])
    is_met = not _kinds("met").isdisjoint(before[-_NEAR_BY:]) and (is_pointed_at or before[-1] in _WITH)
    return (is_met or before[-1:] in _THAT) and not is_others


def _is_pointed_at(before: Sequence[str]) -> bool:
    """Return whether a number is spoken of as a thing, by the words before it."""
    if before[-1:] == ["a"]:
        return not _BEFORE_A.isdisjoint(before[-2:-1])
    if before[-1:] and before[-1] in _NAMES_OF_NUMBERS:
        return before[-2:-1] == ["a"] or not _POINTING.isdisjoint(before[-2:-1])
    return not _POINTING.isdisjoint(before[-1:])


def _is_of_none(before: Sequence[str]) -> bool:
    """Return whether the words before a number do not say of what else it is."""
    of = next((word for word in reversed(before) if word not in _JOINING), "")
    return of != _OTHERS and of not in _kinds("others")


def _says_no_more(decoded: str, code: str, most: int) -> bool:
    """Return whether a text of a few words says nothing but a number and what its error is about.

    Such as "tamanho 90003944"; numbers of four digits, and those of other codes, as an ERP's, are none.
    """
    said = fold(decoded).split()
    words = [word for word in said if not word.isdigit() and len(word) >= _TELLING]
    if not 1 <= len(words) <= most or said.count(code) != 1 or code not in (said[0], said[-1]):
        return False
    if not is_long(code) or _OTHERS_CODE().search(decoded):
        return False
    told = [said_in(word) & _about(code) for word in words]
    return all(told) and max(map(_rareness, frozenset().union(*told))) >= _TOLD_OF_FEW


@cache
def _told_of(code: str) -> frozenset[str]:
    """Return the words of the titles and keywords of the errors of a number, in all languages."""
    told = (entries.get_text(entry.id, said) for entry in entries.find_by_code(code) for said in LANGUAGES)
    words = {word for text in told for part in (text.title, *text.keywords) for word in fold(part).split()}
    return frozenset(word for word in words if len(word) >= _TELLING) - _kinds("met", "around", "others")


def _leads_to_number(before: Sequence[str], said: str) -> bool:
    """Return whether what stands before a number leads to one of an error."""
    heads = [word for word in before[-_NEAR_BY:] if word not in _JOINING]
    if not heads:
        return len(before) < _NEAR_BY
    if heads[-1] in _BLAMING:
        return heads[-2:-1] != [] and heads[-2] in _kinds("met")
    if heads[-1] in _kinds("beside", "met"):
        return True
    return _ENDS_CLAUSE.search(said) is not None and heads[-1] in _kinds("around") - _kinds("others")


def _is_plural(word: str) -> bool:
    """Return whether a word is one of things that are counted, and none that a listing has."""
    return word.endswith("s") and word.isalpha() and word not in _kinds("beside", "met", "around")


@cache
def _kinds(*kinds: str) -> frozenset[str]:
    """Return the words of some kinds that stand beside numbers."""
    written = resources.read_json("errors/number-words.json")
    return frozenset(word for kind in kinds for word in written[kind].split())


def _bare_codes(said: str) -> list[str]:
    """Return several known numbers that a text has and nothing calls so: by chance hardly two are known."""
    bare = list(dict.fromkeys(code for of, code in _BARE().findall(said) if not of and _is_known(code)))
    if len(bare) > 1 and any(map(is_long, bare)):
        return bare
    pairs = (
        pair for pair in _PAIR().findall(said) if set(pair) <= set(bare) and not all(map(_is_round, pair))
    )
    return list(next(pairs, ()))


def is_severity(cell: str) -> bool:
    """Return whether a cell of a report says how grave something is ("Error")."""
    return _IS_SEVERITY.fullmatch(cell) is not None


def _in_fields(decoded: str) -> Iterator[str]:
    """Yield the numbers in fields for them, and in the cells of a row that says how grave something is.

    Of a row that says that something is not on sale the last cell, which says why.
    """
    yield from _FIELD().findall(decoded)
    cells = _CELL.split(decoded)
    if any(map(is_severity, cells)):
        yield from (cell for cell in cells if cell.isdigit())
    elif any(map(_IS_OFF_SALE.fullmatch, cells[1:-1])):
        yield cells[-1]  # the number of a product, which may be any, stands before its state
    yield from _in_columns(decoded)


def _in_columns(decoded: str) -> Iterator[str]:
    """Yield the numbers in the column of a table whose header says that it has those of errors."""
    header, *rows = decoded.strip().split("\n")
    headers = _cells(header) if rows else []
    if not 2 <= len(headers) <= _MOST_COLUMNS:
        return
    is_of_things = any(map(_HEADS_THINGS.match, headers)) and not any(map(_HEADS_LISTINGS.match, headers))
    heads = _HEADS_ERRORS if is_of_things else _HEADS_CODES
    places = [place for place, cell in enumerate(headers) if heads.fullmatch(cell)]
    for row in rows:
        cells = _cells(row)
        if cells and places == [len(headers) - 1]:
            yield cells[-1]  # cells that are aligned by blanks lack those that are empty
        else:
            yield from (cells[place] for place in places if place < len(cells))


def _cells(row: str) -> list[str]:
    """Return the cells of a row that are parted by marks, or by several blanks."""
    return [cell.strip(' "') for cell in _COLUMN.split(row.strip(" |"))]


def _named(decoded: str) -> Iterator[str]:
    yield from _in_fields(decoded)
    of_amazon = _OF_AMAZON.search(decoded) is not None
    yield from (code for code in _NAMED().findall(decoded) if of_amazon or _tells(code, decoded))
    yield from (
        code for said in (_GLUED, _BEFORE_ERROR, _AFTER_SKU(), _IN_A_ROW()) for code in said.findall(decoded)
    )
    is_of_goods = _OF_GOODS.search(decoded) or not _SIGNING_IN.search(decoded)
    yield from () if is_of_goods else _OF_SIGNING_IN.findall(decoded)
    yield from _WORD_IN_A_FIELD.findall(decoded) if _OF_AMAZONS_API.search(decoded) else ()
    yield from _WORD_OF_AMAZONS.findall(decoded) if _WITH_AMAZON.search(decoded) else ()
    asked = len(decoded) <= _LETTERS_OF_A_QUESTION
    met = (found[1] for found in _MET().finditer(decoded) if not _is_counted(decoded[found.end(1) :]))
    yield from (
        code
        for code in met
        if of_amazon or is_long(code) or (asked and not (_is_round(code) and _GIVEN.search(decoded)))
    )
    of_amazons = (_BRACKETED, _CONSTANT, _SEARCHED) if of_amazon else ()
    yield from (code for said in of_amazons for code in said.findall(decoded))
    leading = _LEADING().match(decoded)
    if leading and (leading[2] or (_leads(leading) and (is_long(leading[1]) or of_amazon))):
        yield leading[1]


def _is_counted(rest: str) -> bool:
    """Return whether what follows a number says of what it is the count."""
    after = fold(rest).split()
    return bool(after) and after[0] in _kinds("counted")


def _leads(leading: re.Match[str]) -> bool:
    """Return whether something is said behind a number, but not how many there are."""
    rest = leading.string[leading.end(1) :]
    if _OTHERS in rest.split()[:_NEAR_BY]:  # "90220 es el código postal de ..."
        return False
    after = fold(rest).split()
    told = bool(after) and after[0] in _told_of(leading[1])
    return bool(after) and not _is_counted(rest) and (told or not _is_plural(after[0]))


def _tells(code: str, decoded: str) -> bool:
    """Return whether a number beside a word for it can be taken for Amazon's, whatever else is said.

    One that many programs have can where its error is spoken of ("error 15 de imagen").
    """
    if not code.isdigit() or len(code) >= _NAMED_BY_OTHERS:
        return True
    return _is_known(code) and any(_rareness(one) >= _TOLD_OF_FEW for one in said_in(decoded) & _about(code))


def is_long(code: str) -> bool:
    """Return whether a known number can only be Amazon's, as no year, price or place is written so."""
    return not code.isdigit() or len(code) >= _LONG_NUMBER


def _is_round(code: str) -> bool:
    """Return whether a number is one that people say of anything ("4000 or 5000 pesos")."""
    return code.endswith("00")


def _is_known(code: str) -> bool:
    return code.casefold() in entries.all_codes()
