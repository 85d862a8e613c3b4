"""A sheet's XML: read and changed in place, as bytes."""
