"""The index of words in PostgreSQL: a vector of words a passage, which the database never reads.

Words as printed have the weight A and their places; lemmas have the weight B, and the places of
the words that they are of.
"""

from collections.abc import Collection, Iterable

from django.db import connection

from habeas.web.search.backend import Entry, Phrase, Scope, Wanted

TABLE = "search_words"
_WEIGHTS = "'{0.1, 0.1, 0.6, 1.0}'"  # of D, C, B and A


class Vectors:
    """The index in PostgreSQL."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Put passages in."""
        sql = f"INSERT INTO {TABLE} (passage, words) VALUES (%s, %s::tsvector)"
        with connection.cursor() as cursor:
            cursor.executemany(sql, [(one.passage, _vector(one)) for one in entries])

    def held(self, document: int) -> list[Entry]:
        """Return what the index holds of a document."""
        condition, values = Scope(only=document).sql("passage")
        sql = (
            "SELECT passage, lexeme, positions, weights "
            f"FROM {TABLE}, unnest(words) WHERE true{condition} ORDER BY passage"
        )
        held: dict[int, list[tuple[int, str, str]]] = {}
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            for passage, word, places, weights in cursor.fetchall():
                held.setdefault(passage, []).extend(
                    (place, weight, word) for place, weight in zip(places, weights, strict=True)
                )
        return [Entry(number, _of(those, "A"), _of(those, "B")) for number, those in held.items()]

    def take_out(self, entries: Iterable[Entry]) -> None:
        """Take passages out; the server clears what is left of them when it vacuums."""
        sql = f"DELETE FROM {TABLE} WHERE passage = ANY(%s)"
        with connection.cursor() as cursor:
            cursor.execute(sql, [[one.passage for one in entries]])

    def match(self, wanted: Wanted, scope: Scope, most: int) -> list[tuple[int, float]]:
        """Return the passages that match, each with its score: the `most` that came in last."""
        condition, values = scope.sql(f"{TABLE}.passage")
        sql = (
            f"SELECT passage, ts_rank_cd({_WEIGHTS}, words, %s::tsquery, 1) FROM "
            f"(SELECT passage, words FROM {TABLE} WHERE words @@ %s::tsquery{condition} "
            "ORDER BY passage DESC LIMIT %s) AS last"
        )
        expression = _expression(wanted)
        with connection.cursor() as cursor:
            cursor.execute(sql, [expression, expression, *values, most])
            found: list[tuple[int, float]] = cursor.fetchall()
        return found

    def left(self, forms: Collection[str]) -> set[str]:
        """Return those of these words that some passage still holds as printed."""
        sql = f"SELECT 1 FROM {TABLE} WHERE words @@ %s::tsquery LIMIT 1"
        found = set[str]()
        with connection.cursor() as cursor:
            for form in forms:
                cursor.execute(sql, [f"'{form}':A"])
                if cursor.fetchone():
                    found.add(form)
        return found


def _vector(entry: Entry) -> str:
    """Return a passage as PostgreSQL writes a vector."""
    forms = [f"'{form}':{place}A" for place, form in enumerate(entry.forms, 1)]
    lemmas = [f"'{one}':{place}B" for place, one in enumerate(entry.lemmas, 1) if one]
    return " ".join(forms + lemmas)


def _of(those: list[tuple[int, str, str]], weight: str) -> list[str]:
    return [word for _, one, word in sorted(those) if one == weight]


def _expression(wanted: Wanted) -> str:
    """Return what is wanted in the language of PostgreSQL."""
    found = " & ".join(_any(phrases) for phrases in wanted.needed)
    return f"{found} & !{_any(wanted.unwanted)}" if wanted.unwanted else found


def _any(phrases: Iterable[Phrase]) -> str:
    return "(" + " | ".join(_phrase(one) for one in phrases) + ")"


def _phrase(phrase: Phrase) -> str:
    if len(phrase) == 1:
        return f"'{phrase[0]}'"
    return "(" + " <-> ".join(f"'{word}':A" for word in phrase) + ")"
