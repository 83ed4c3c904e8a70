"""``python -m woo``, and where the command ``woo`` begins."""

import gc


def main() -> None:
    """Load the program with the garbage collector off, then run it.

    Loading makes objects and no garbage; looking at them takes a twentieth of what a letter takes.
    """
    gc.disable()
    from woo.cli import main as run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
