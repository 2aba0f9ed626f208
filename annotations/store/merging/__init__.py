"""Bringing the work of another project file into this one."""

from annotations.store.merging.conflicts import conflicts
from annotations.store.merging.merge import Merge

__all__ = ["Merge", "conflicts"]
