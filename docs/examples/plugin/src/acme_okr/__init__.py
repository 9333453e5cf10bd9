"""The OKR rules of Acme: cards, and what cards cannot say."""
