"""Give numbers to rows: in order, never the same one twice."""

from django.db import connection

from habeas.web.sources.models import Counter

# One statement that both databases know, for it is asked many times a document.
_NEXT = """
    INSERT INTO sources_counter (name, last) VALUES (%s, %s)
    ON CONFLICT (name) DO UPDATE SET last = sources_counter.last + excluded.last RETURNING last
"""


def take(name: str, count: int = 1) -> range:
    """Return the next `count` numbers of a kind of row; within a transaction."""
    if not count:
        return range(0)
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [name, count])
        (last,) = cursor.fetchone()
    return range(last - count + 1, last + 1)


def last(name: str) -> int:
    """Return the last number that was given to a kind of row; 0 before the first."""
    return Counter.objects.filter(name=name).values_list("last", flat=True).first() or 0
