"""The messages of schema/entente/v1, compiled by protoc: change those, then run scripts/generate."""
