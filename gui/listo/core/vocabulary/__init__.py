"""What Listo brings along: global categories, variation themes, names of attributes, words and units."""
