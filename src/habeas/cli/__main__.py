"""So that ``python -m habeas.cli`` is ``habeas``."""

from habeas.cli import main

main(prog_name="habeas")
