"""
krlint as a spaCy component: `nlp.add_pipe("krlint")`, then `doc._.krlint`.

spaCy finds it by the entry point `spacy_factories`; nothing else imports this module.
The findings lie in the Doc's user data as plain values, so that they survive `Doc.to_bytes`, a
DocBin and `nlp.pipe(n_process=…)`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import tee
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc

import krlint
from krlint.config import DEFAULT_SELECT, Config
from krlint.model import Anchor, Finding, KeyResult, KrlintError, Span, Wording
from krlint.model import Language as KeyResultLanguage


class Component:
    """
    Lints each Doc's text as one key result; `doc._.krlint` holds the findings.

    Raises RuleError where a rule itself breaks.
    """

    def __init__(self, language: KeyResultLanguage, team: str | None, config: Config) -> None:
        self.language = language
        self.team = team
        self.config = config

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with its findings."""
        findings = krlint.lint_text(
            doc.text, language=self.language, team=self.team, config=self.config
        )
        return _with(doc, findings)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:  # noqa: ARG002
        """The same Docs in order; those that need krlint's own parse are parsed together."""
        docs, others = tee(stream)
        key_results = (KeyResult(doc.text, self.language, team=self.team) for doc in others)
        found = krlint.lint_texts(key_results, config=self.config)
        for doc, findings in zip(docs, found, strict=True):
            yield _with(doc, findings)


@Language.factory(
    "krlint",
    assigns=["doc._.krlint"],
    default_config={
        "select": list(DEFAULT_SELECT),
        "ignore": [],
        "parse": "auto",
        "team": None,
    },
)
def make(
    nlp: Language,
    name: str,  # noqa: ARG001  # spaCy hands its name to every factory
    select: Sequence[str],
    ignore: Sequence[str],
    parse: Literal["auto", "never", "always"],
    team: str | None,
) -> Component:
    """
    The component for a Japanese or English pipeline.

    `select` and `ignore` take codes and names of rules, `parse` says when krlint asks its own
    parser, `team` is who owns the key results. Messages come in both languages, so there is no
    locale to choose.
    Raises KrlintError on a pipeline of another language.
    """
    if not Doc.has_extension("krlint"):
        Doc.set_extension("krlint", getter=_findings)
    config = Config(select=tuple(select), ignore=tuple(ignore), parse=parse)
    return Component(_language(nlp), team, config)


def _with(doc: Doc, findings: Iterable[Finding]) -> Doc:
    doc.user_data["krlint"] = [asdict(finding) for finding in findings]
    return doc


def _findings(doc: Doc) -> tuple[Finding, ...]:
    return tuple(_finding(kept) for kept in doc.user_data.get("krlint", ()))


def _finding(kept: Mapping[str, Any]) -> Finding:
    key_result = kept["subject"]
    anchors = tuple(Anchor(*anchor) for anchor in key_result["anchors"])
    again = {
        "message": Wording(*kept["message"]),
        "suggestion": Wording(*kept["suggestion"]),
        "span": Span(*kept["span"]),
        "subject": KeyResult(**key_result | {"anchors": anchors, "suppressions": ()}),
    }
    return Finding(**dict(kept) | again)


def _language(nlp: Language) -> KeyResultLanguage:
    match nlp.lang:
        case "ja" | "en" as language:
            return language
    raise KrlintError(
        Wording(
            f"言語が「{nlp.lang}」のパイプラインでは使えません。"
            "日本語（ja）か英語（en）のパイプラインに加えてください。",
            f"krlint reads Japanese and English, not “{nlp.lang}”: "
            "add it to a pipeline of one of the two.",
        )
    )
