"""Django's settings. Which archive is open is said by `habeas.web.archive`, not here."""

INSTALLED_APPS = [
    "habeas.web.sources",
    "habeas.web.people",
    "habeas.web.ledger",
    "habeas.web.search",
]
# No archive is open until `open_archive` names its database.
DATABASES = {"default": {"ENGINE": "django.db.backends.dummy"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
