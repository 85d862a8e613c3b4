"""*Check my settings*: what stands in VTEX beside what stands at Amazon."""

from listo.ui.settings.tab import SettingsTab

__all__ = ["SettingsTab"]
