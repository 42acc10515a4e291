"""The stored form of an athlete: JSON documents, written, read and migrated."""
