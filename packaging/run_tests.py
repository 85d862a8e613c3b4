"""Set up Listo and the tools that test it, as far as that is not done yet, and pass all tests.

Usage: python3 packaging/run_tests.py [--quick: all that is fast | pytest's arguments, for some of the tests]
"""

import sys

import python_version

if __name__ == "__main__":
    python_version.require()

    import setting_up

    sys.exit(setting_up.pass_tests(sys.argv[1:]))
