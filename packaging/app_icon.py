"""The program's icon in the form that each system takes, drawn from the one SVG."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "icons" / "listo.svg"

_ICO_SIZES = (16, 24, 32, 48, 64, 256)
_ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def write_icon(folder: Path) -> Path:
    """Write the icon for the system that this runs on into `folder` and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    name, content = {"win32": ("listo.ico", ico), "darwin": ("listo.icns", icns)}.get(
        sys.platform, ("listo.png", lambda: png(256))
    )
    (folder / name).write_bytes(content())
    return folder / name


def png(size: int) -> bytes:
    """Return the icon as a PNG of `size` times `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return _encoded(image, b"png")


def _encoded(image: QImage, kind: bytes) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(content.data())


def panel(width: int, height: int) -> bytes:
    """Return the icon in the middle of a white picture, as a BMP of 24 bits a pixel."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFF)
    side = width // 2
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.end()
    return _encoded(image, b"bmp")


def ico() -> bytes:
    """Return a Windows icon: a head, one entry of 16 bytes for each size, then the PNGs."""
    pictures = [png(size) for size in _ICO_SIZES]
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(_ICO_SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def icns() -> bytes:
    """Return a macOS icon: a head, then each PNG behind its type and length."""
    pictures = [(kind, png(size)) for kind, size in _ICNS_TYPES.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
