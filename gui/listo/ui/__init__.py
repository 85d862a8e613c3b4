"""The window: the only part of the program that knows Qt."""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401

# Once PySide is loaded, it reads the source of each module that is imported after it, to see whether that
# wants Qt's names spelled otherwise, and Python keeps the lines: 7 MB, and 20 ms until the window is there.
# It has done so with what it loaded itself: 0.9 MB.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
linecache.clearcache()
