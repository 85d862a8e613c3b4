"""The SKUs of VTEX's exports, joined: which would be sent, of which category, with which values by field."""
