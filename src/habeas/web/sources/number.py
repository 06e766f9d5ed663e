"""Give numbers to rows: in order, never the same one twice."""

from django.db.models import F

from habeas.web.sources.models import Counter


def take(name: str, count: int = 1) -> range:
    """Return the next `count` numbers of a kind of row; within a transaction."""
    if not Counter.objects.filter(name=name).update(last=F("last") + count):
        Counter.objects.create(name=name, last=count)
    last = Counter.objects.values_list("last", flat=True).get(name=name)
    return range(last - count + 1, last + 1)
