"""Make a text fit for any database."""


def clean(text: str) -> str:
    """Return a text without NUL and without half characters, which databases refuse."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")
