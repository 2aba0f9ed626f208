"""From bytes on a disk to documents: encodings, metadata, folders."""
