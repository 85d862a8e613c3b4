"""The error catalogue: what each message of VTEX and Amazon means, and what to do about it."""
