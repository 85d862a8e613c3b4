"""The number formats of a workbook's cells, by the number that each cell gives for its style."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from listo.core.workbooks.number_formats import BUILT_IN, Formatter, formatter, is_general
from listo.core.workbooks.xlsx.package import Package, local_name


def formatters(package: Package) -> Mapping[int, Formatter]:
    """Return for each cell style that changes how a number reads what does so.

    Raises what reading the package raises.
    """
    main = package.main_part()
    part = package.related(main, "styles") if main else None
    if main is None or part is None or package.member(part) is None:
        return {}
    codes = _codes(ElementTree.fromstring(package.read(part)))
    from_1904 = _counts_from_1904(package.read(main))
    return {style: formatter(code, from_1904) for style, code in enumerate(codes) if not is_general(code)}


def _codes(root: ElementTree.Element) -> list[str]:
    codes = dict(BUILT_IN)
    for element in root.iter():
        if local_name(element) == "numFmt":
            codes[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
    styles = next((element for element in root if local_name(element) == "cellXfs"), ())
    return [codes.get(int(style.get("numFmtId", "0")), "General") for style in styles]


def _counts_from_1904(workbook: bytes) -> bool:
    for element in ElementTree.fromstring(workbook).iter():
        if local_name(element) == "workbookPr":
            return element.get("date1904", "0") in ("1", "true", "on")
    return False
