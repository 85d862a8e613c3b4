"""Small changes to a Python source, of the kinds that a slip of the hand makes; for `tests/mutants.py`.

Left alone is what no test of behaviour can tell: words for people who read the code, types, decorators, what
is logged, whether lengths are held against each other (`strict`), and numbers of 256 and more at a module's
top, which are bounds and sizes that were measured. The examples of checks are tests themselves.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LEAST_BOUND = 256
"""From here on a number at a module's top is an amount of work or memory, by looking at all of them."""

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift,
    ast.RShift: ast.LShift, ast.BitXor: ast.BitOr,
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_METHODS = {
    "startswith": "endswith", "endswith": "startswith", "partition": "rpartition", "rpartition": "partition",
    "removeprefix": "removesuffix", "removesuffix": "removeprefix", "add": "discard", "lstrip": "rstrip",
    "rstrip": "lstrip", "union": "intersection", "isdisjoint": "issubset", "issubset": "isdisjoint",
}  # fmt: skip
_TYPES = {"Literal", "Callable", "TypeVar", "ParamSpec", "NewType", "Generic", "TypeAlias"}
_LOGS = {"_log", "log", "logger", "logging"}


@dataclass(frozen=True)
class Mutation:
    """Bytes of a source replaced; `owner` is the function or method, `subject` what stands at the top.

    `owner` is empty outside of functions, where `subject` is the name that is defined there.
    """

    kind: str
    line: int
    start: int
    end: int
    text: bytes
    owner: str
    subject: str

    def applied(self, source: bytes) -> bytes:
        """Return the source with the change in it."""
        return source[: self.start] + self.text + source[self.end :]


def mutations(source: bytes) -> list[Mutation]:
    """Return every mutation of a source; of what is a pattern, such as in `case`, none is made."""
    return list(_Walk(source).all())


@dataclass(frozen=True)
class _Place:
    """Where a node stands."""

    owner: str = ""
    subject: str = ""
    prefix: str = ""


class _Walk:
    def __init__(self, source: bytes) -> None:
        self._tree = ast.parse(source)
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def all(self) -> Iterator[Mutation]:
        return self._body(self._tree.body, _Place())

    def _body(self, body: Iterable[ast.stmt], place: _Place) -> Iterator[Mutation]:
        for statement in body:
            yield from self._statement(statement, place)

    def _statement(self, node: ast.stmt, place: _Place) -> Iterator[Mutation]:
        match node:
            case ast.Import() | ast.ImportFrom() | ast.Expr(ast.Constant()) | ast.Assert():
                return
            case ast.If(ast.Name("TYPE_CHECKING")):
                return
            case ast.FunctionDef(name=name, args=arguments, body=body):
                inside = place if place.owner else _Place(f"{place.prefix}{name}", "", "")
                at_definition = place if place.owner else _Place("", place.subject or name, "")
                for default in (*arguments.defaults, *filter(None, arguments.kw_defaults)):
                    yield from self._expression(default, at_definition)
                yield from self._body(body, inside)
            case ast.ClassDef(name=name, body=body):
                yield from self._body(body, _Place("", place.subject or name, f"{place.prefix}{name}."))
            case _:
                yield from self._plain(node, self._named(node, place))

    def _named(self, node: ast.stmt, place: _Place) -> _Place:
        if place.owner or place.subject:
            return place
        match node:
            case ast.Assign([ast.Name(name), *_]) | ast.AnnAssign(ast.Name(name)):
                return _Place("", name, "")
        return place

    def _plain(self, node: ast.stmt, place: _Place) -> Iterator[Mutation]:
        if not place.owner and isinstance(node, ast.Assign) and _is_type(node.value):
            return
        if isinstance(node, ast.Expr) and _is_log(node.value):
            return
        if place.owner and _may_go(node):
            yield self._mutation("statement removed", node, b"pass", place)
        if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
            yield self._mutation("None returned", node.value, b"None", place)
        if isinstance(node, (ast.If, ast.While)):
            yield self._mutation("condition negated", node.test, _negated(node.test), place)
        yield from self._children(node, place)

    def _children(self, node: ast.AST, place: _Place) -> Iterator[Mutation]:
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_comment"):
                continue
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.stmt):
                    yield from self._statement(each, place)
                elif isinstance(each, ast.expr):
                    yield from self._expression(each, place)
                elif isinstance(each, ast.keyword) and each.arg == "strict":
                    continue
                elif isinstance(each, (ast.comprehension, ast.keyword, ast.ExceptHandler, ast.withitem)):
                    yield from self._children(each, place)
                elif isinstance(each, ast.match_case):
                    yield from self._body(each.body, place)

    def _expression(self, node: ast.expr, place: _Place) -> Iterator[Mutation]:
        if isinstance(node, ast.JoinedStr) or _is_type(node) or _is_example(node):
            return  # Python 3.11 does not say where the parts of an f-string stand
        for kind, text in _changes(node, at_top=not place.owner):
            yield self._mutation(kind, node, text, place)
        yield from self._children(node, place)

    def _mutation(self, kind: str, node: ast.stmt | ast.expr, text: bytes, place: _Place) -> Mutation:
        end_line, end_column = node.end_lineno or 0, node.end_col_offset or 0
        return Mutation(
            kind,
            node.lineno,
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[end_line - 1] + end_column,
            text,
            place.owner,
            place.subject,
        )


def _may_go(node: ast.stmt) -> bool:
    """Return whether it is worth leaving out: not where only a name would be missing."""
    match node:
        case ast.Assign(targets):
            return any(isinstance(target, (ast.Attribute, ast.Subscript)) for target in targets)
        case ast.Expr(ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
            return True
        case ast.Delete() | ast.Expr(ast.Yield()) | ast.Expr(ast.YieldFrom()):
            return True
    return False


def _is_log(node: ast.expr) -> bool:
    match node:
        case ast.Call(ast.Attribute(ast.Name(name))):
            return name in _LOGS
    return False


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_type(node: ast.expr) -> bool:
    match node:
        case ast.Subscript(ast.Name(name)) | ast.Call(ast.Name(name)):
            return name in _TYPES
    return False


def _is_example(node: ast.expr) -> bool:
    match node:
        case ast.Call(ast.Name("example" | "SheetExample")):
            return True
    return False


def _negated(node: ast.expr) -> bytes:
    return f"(not ({ast.unparse(node)}))".encode()


def _changes(node: ast.expr, *, at_top: bool) -> Iterator[tuple[str, bytes]]:
    """Yield what may stand in place of an expression, each with the kind of the change."""
    match node:
        case ast.Compare(left, ops, comparators):
            for place, op in enumerate(ops):
                others = [*ops[:place], _COMPARISONS[type(op)](), *ops[place + 1 :]]
                yield "comparison", _said(ast.Compare(left, others, comparators))
        case ast.BoolOp(op, values):
            yield "and, or", _said(ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values))
        case ast.BinOp(left, op, right) if type(op) in _OPERATORS:
            yield "operator", _said(ast.BinOp(left, _OPERATORS[type(op)](), right))
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield "sign or not left out", _said(operand)
        case ast.IfExp(test, body, orelse):
            yield "condition negated", _said(ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse))
        case ast.Name(name) if name in _NAMES:
            yield "function", _NAMES[name].encode()
        case ast.Call(ast.Attribute(value, name), arguments, keywords) if name in _METHODS:
            yield "method", _said(ast.Call(ast.Attribute(value, _METHODS[name]), arguments, keywords))
        case ast.Constant(value):
            yield from _other_constants(value, at_top)
    match node:
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            yield from _without_conditions(node)


def _without_conditions(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
) -> Iterator[tuple[str, bytes]]:
    for generator in node.generators:
        if generator.ifs:
            kept, generator.ifs = generator.ifs, []
            text = ast.unparse(node)
            generator.ifs = kept
            yield "condition left out", text.encode()


def _said(other: ast.expr) -> bytes:
    return f"({ast.unparse(other)})".encode()


def _other_constants(value: object, at_top: bool) -> Iterator[tuple[str, bytes]]:
    if isinstance(value, bool):
        yield "constant", repr(not value).encode()
    elif isinstance(value, int):
        if not at_top or value < LEAST_BOUND:
            yield "constant", repr(value + 1).encode()
    elif isinstance(value, float):
        yield "constant", repr(value / 2 or 1.0).encode()
    elif isinstance(value, str):
        yield "constant", repr(value + "X").encode()
    elif isinstance(value, bytes):
        yield "constant", repr(value + b"X").encode()
