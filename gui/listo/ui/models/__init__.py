"""Models that lists and tables draw from; none of them holds more than it shows."""
