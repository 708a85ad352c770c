"""The command `nnplayground`, also as `python -m playground`."""

from __future__ import annotations

import sys

from playground.cli import dispatch


def main() -> int:
    """Run what was typed; the exit code comes back."""
    sys.excepthook = dispatch.report
    return dispatch.main()


if __name__ == "__main__":
    sys.exit(main())
