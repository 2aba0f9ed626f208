"""The one object that crosses to the interface: an analyst at work on a project."""

from annotations.session.session import Session

__all__ = ["Session"]
