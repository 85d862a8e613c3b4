"""Which categories an Amazon file speaks for: told by names, confirmed by the person, general or alone."""
