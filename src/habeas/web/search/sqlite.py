"""The index of words in SQLite: FTS5 without content, for the texts are kept elsewhere.

Its tokenizer takes words as they are: they were made by `word` and `lemma`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import connection

from habeas.web.search.backend import Entry, Phrase, Scope, Wanted, passage_number

TABLE = "search_words"
_WEIGHTS = "1.0, 0.6"  # a word as printed is nearer than another form of it
_VOCABULARY = "search_vocabulary"


class Fts:
    """The index in SQLite."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Put passages in."""
        sql = f"INSERT INTO {TABLE} (rowid, forms, lemmas) VALUES (%s, %s, %s)"
        with connection.cursor() as cursor:
            cursor.executemany(sql, [_row(one) for one in entries])

    def held(self, document: int) -> list[Entry]:
        """Return what the index holds of a document; reads all of the index."""
        found: dict[int, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
        first, last = passage_number(document, 0), passage_number(document + 1, 0) - 1
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{_VOCABULARY} "
                f"USING fts5vocab('main', '{TABLE}', 'instance')"
            )
            cursor.execute(
                f"SELECT doc, col, offset, term FROM temp.{_VOCABULARY} "
                "WHERE doc BETWEEN %s AND %s",
                [first, last],
            )
            for passage, column, offset, term in cursor.fetchall():
                found[passage][column].append((offset, term))
            cursor.execute(f"DROP TABLE temp.{_VOCABULARY}")
        return [
            Entry(passage, _in_order(columns["forms"]), _in_order(columns["lemmas"]))
            for passage, columns in sorted(found.items())
        ]

    def take_out(self, entries: Iterable[Entry]) -> None:
        """Take passages out, so that no word of them is left."""
        sql = f"INSERT INTO {TABLE} ({TABLE}, rowid, forms, lemmas) VALUES ('delete', %s, %s, %s)"
        with connection.cursor() as cursor:
            cursor.executemany(sql, [_row(one) for one in entries])
            # Until all is merged, words that were deleted stand in older parts of the index.
            cursor.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')")

    def match(self, wanted: Wanted, scope: Scope, most: int) -> list[tuple[int, float]]:
        """Return the passages that match, each with its score: the `most` that came in last."""
        condition, values = scope.sql(f"{TABLE}.rowid")
        sql = (
            f"SELECT rowid, -bm25({TABLE}, {_WEIGHTS}) FROM {TABLE} "
            f"WHERE {TABLE} MATCH %s{condition} ORDER BY rowid DESC LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [_expression(wanted), *values, most])
            found: list[tuple[int, float]] = cursor.fetchall()
        return found

    def left(self, forms: Collection[str]) -> set[str]:
        """Return those of these words that some passage still holds as printed."""
        sql = f"SELECT 1 FROM {TABLE} WHERE {TABLE} MATCH %s LIMIT 1"
        found = set[str]()
        with connection.cursor() as cursor:
            for form in forms:
                cursor.execute(sql, [f'forms : "{form}"'])
                if cursor.fetchone():
                    found.add(form)
        return found


def _row(entry: Entry) -> tuple[int, str, str]:
    return entry.passage, " ".join(entry.forms), " ".join(filter(None, entry.lemmas))


def _in_order(terms: list[tuple[int, str]]) -> list[str]:
    return [term for _, term in sorted(terms)]


def _expression(wanted: Wanted) -> str:
    """Return what is wanted in the language of FTS5."""
    found = " AND ".join(_any(phrases) for phrases in wanted.needed)
    return f"({found}) NOT {_any(wanted.unwanted)}" if wanted.unwanted else found


def _any(phrases: Iterable[Phrase]) -> str:
    return "(" + " OR ".join(_phrase(one) for one in phrases) + ")"


def _phrase(phrase: Phrase) -> str:
    # Words hold letters and digits only: there is nothing to escape.
    quoted = f'"{" ".join(phrase)}"'
    return quoted if len(phrase) == 1 else f"forms : {quoted}"
