"""A whole mapping sheet, drafted from exports and Amazon's values, and what has to be asked for it."""
