"""The room as Django knows it."""

from django.apps import AppConfig


class Ledger(AppConfig):
    """The room `ledger`."""

    name = "habeas.web.ledger"
