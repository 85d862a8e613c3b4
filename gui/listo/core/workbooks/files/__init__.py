"""The containers that tables come in: told by content, opened as packages, copied member by member."""
