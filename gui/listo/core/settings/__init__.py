"""The settings of an integration: compared between VTEX and Amazon, checked while somebody types."""

from listo.core.settings.comparing import Difference, DifferenceKind, Segment, difference
from listo.core.settings.dates import parse_date
from listo.core.settings.engine import check
from listo.core.settings.model import (
    FIELDS,
    FLAG_FIELDS,
    NAMES_FIELD,
    TEXT_FIELDS,
    Finding,
    Report,
    Settings,
    Template,
    Token,
)
from listo.core.settings.parsing import (
    Parsed,
    as_toml,
    document_of,
    parse_settings,
    read_settings,
    settings_of,
)
from listo.core.settings.registry import CHECKS, errors_of, fields_of
from listo.core.settings.reminders import reminder
from listo.core.settings.saying import (
    FieldText,
    Renewal,
    Said,
    describe_character,
    message_of,
    renewal,
    say,
    say_character,
    say_date,
    say_field,
    say_notice,
    say_places,
    say_token,
)
from listo.core.settings.secrets import looks_secret
from listo.core.settings.templates import read_template, template_of
from listo.core.settings.tokens import token_state

__all__ = [
    "CHECKS",
    "FIELDS",
    "FLAG_FIELDS",
    "NAMES_FIELD",
    "TEXT_FIELDS",
    "Difference",
    "DifferenceKind",
    "FieldText",
    "Finding",
    "Parsed",
    "Renewal",
    "Report",
    "Said",
    "Segment",
    "Settings",
    "Template",
    "Token",
    "as_toml",
    "check",
    "describe_character",
    "difference",
    "document_of",
    "errors_of",
    "fields_of",
    "looks_secret",
    "message_of",
    "parse_date",
    "parse_settings",
    "read_settings",
    "read_template",
    "reminder",
    "renewal",
    "say",
    "say_character",
    "say_date",
    "say_field",
    "say_notice",
    "say_places",
    "say_token",
    "settings_of",
    "template_of",
    "token_state",
]
