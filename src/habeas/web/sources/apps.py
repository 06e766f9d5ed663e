"""The room as Django knows it."""

from django.apps import AppConfig


class Sources(AppConfig):
    """The room `sources`."""

    name = "habeas.web.sources"
