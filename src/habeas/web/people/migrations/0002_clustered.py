"""Keep the keys of entities in the order of the keys."""

from django.db import migrations

from habeas.web.clustering import clustered


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(clustered("people_entitykey"))]
