"""The files that a mapping sheet is checked against: told apart by content, read into look-ups."""
