"""Texts first: interview guides, criteria and model prompts, edited by people who do not program."""
