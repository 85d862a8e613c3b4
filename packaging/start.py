"""Set up Listo on this machine, as far as that is not done yet, and open it.

Usage: python3 packaging/start.py [FILE...] | check … | explain … | settings …
"""

import sys

import python_version

if __name__ == "__main__":
    python_version.require()

    import setting_up

    sys.exit(setting_up.open_program(sys.argv[1:]))
