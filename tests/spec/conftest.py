"""Entries are known before tests are collected, for many tests run once per entry."""

from __future__ import annotations

from playground import catalog

catalog.load()
