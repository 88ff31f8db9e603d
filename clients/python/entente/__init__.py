"""Queries Entente, fetches and follows its snapshots, and reads them."""
from .client import Client
from .connection import CallError, Code
from .feed import fetch, follow
from .snapshot import Snapshot, SnapshotError

__all__ = ["CallError", "Client", "Code", "Snapshot", "SnapshotError", "fetch", "follow"]
