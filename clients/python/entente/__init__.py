"""Queries Entente, fetches and follows its snapshots, and reads them."""
from .access import Access
from .client import Client
from .connection import CallError, Code
from .feed import fetch, follow
from .snapshot import Snapshot, SnapshotError

__all__ = ["Access", "CallError", "Client", "Code", "Snapshot", "SnapshotError", "fetch", "follow"]
