"""Addresses, telephones, mailboxes, log-ins and profiles, and whose they are."""
