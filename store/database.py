"""The store's database, opened by the engine of its place: a file of this machine, or a PostgreSQL server."""

from store.engines.engine import Database
from store.engines.in_file import FileDatabase
from store.errors import Overtaken, StoreError
from store.place import FILE, SERVERS, Place, place_named

__all__ = ["Database", "Overtaken", "Place", "StoreError", "place_named"]


def _on_server(place: Place, *, create: bool) -> Database:
    from store.engines.on_server import ServerDatabase  # and its driver: only where an address is opened

    return ServerDatabase.opened(place, create=create)


Database.opened_by |= {FILE: FileDatabase.opened} | dict.fromkeys(SERVERS, _on_server)
