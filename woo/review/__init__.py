"""Findings, a policy and a reviewer give Decisions."""
