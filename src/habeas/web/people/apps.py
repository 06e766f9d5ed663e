"""The room as Django knows it."""

from django.apps import AppConfig


class People(AppConfig):
    """The room `people`."""

    name = "habeas.web.people"
