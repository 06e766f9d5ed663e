"""The room as Django knows it."""

from django.apps import AppConfig


class Search(AppConfig):
    """The room `search`."""

    name = "habeas.web.search"
