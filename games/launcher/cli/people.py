"""`people`: lists who plays here, joins two profiles of one person, and undoes that."""

from __future__ import annotations

import argparse

from games.launcher.cli.opened import opened
from games.launcher.people.everybody import People
from games.launcher.records.store import Store


def people(asked: argparse.Namespace) -> int:
    """Join or separate as asked, then print everybody."""
    store = opened(asked)
    everybody = People(store)
    if asked.join is not None:
        everybody.join(*(_id_of(store, name) for name in asked.join))
    if asked.separate is not None:
        everybody.separate(_id_of(store, asked.separate))
    for person in everybody.all():
        blocks, _ = everybody.counts(person.id)
        joined = len(store.ids_of(person.id)) - 1
        more = f", joined of {joined + 1}" if joined else ""
        print(f"{everybody.known_as(person) or '(no name)'}  picture: {person.picture}, rounds: {blocks}{more}")
    return 0


def _id_of(store: Store, name: str) -> str:
    found = store.people.called(name)
    if found is None:
        raise ValueError(f"nobody here is called {name!r}")
    return found.id
