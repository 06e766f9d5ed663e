"""Keep the keys of events, and the parts in claims, in the order of their keys."""

from django.db import migrations

from habeas.web.clustering import clustered


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(clustered("ledger_eventkey", "ledger_part"))]
