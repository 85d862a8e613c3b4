"""Make of this checkout what can be given to others: a folder with all that Listo needs, packed.

Usage: python3 packaging/make_bundle.py, on each system for that system; the result lies in dist/.
"""

import sys

import python_version

if __name__ == "__main__":
    python_version.require()

    import setting_up

    sys.exit(setting_up.make_bundle())
