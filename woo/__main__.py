"""``python -m woo``."""

from woo.cli import main

main()
