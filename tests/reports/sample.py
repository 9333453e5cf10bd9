"""Findings made by hand, to see how they are shown."""

from krlint.model import (
    Anchor,
    Document,
    Finding,
    KeyResult,
    Language,
    Objective,
    Report,
    Severity,
    Span,
    State,
    Unread,
    Wording,
)

NAMES = {
    "KR101": "no-numeric-target",
    "KR201": "one-off-task",
    "KR301": "no-completion-definition",
    "KR302": "low-resolution",
}


def key_result(
    text: str,
    line: int = 1,
    *,
    path: str | None = "okr.md",
    cell: str | None = None,
    state: State = "set",
    fields: dict[str, str] | None = None,
) -> KeyResult:
    """A key result that begins at the third column of `line`."""
    anchors = (Anchor(0, line, 3),)
    return KeyResult(text, path=path, cell=cell, state=state, fields=fields or {}, anchors=anchors)


def finding(
    result: KeyResult,
    code: str,
    marked: str | None = None,
    *,
    severity: Severity = "error",
    message: str | None = None,
    language: Language = "ja",
    field: str | None = None,
    refines: str | None = None,
) -> Finding:
    """A finding on the characters `marked`, or on the whole key result."""
    start = result.text.index(marked) if marked else 0
    return Finding(
        code=code,
        name=NAMES[code],
        severity=severity,
        message=Wording(message or f"{code}の事実。", message or f"The fact of {code}."),
        suggestion=Wording(f"{code}の直し方", f"What to write for {code}"),
        subject=result,
        language=language,
        span=Span(start, start + len(marked or result.text)),
        field=field,
        refines=refines,
    )


def report(*findings: Finding, others: tuple[KeyResult, ...] = (), unread: int = 0) -> Report:
    """A run on one document that holds the findings' key results and `others`."""
    subjects = {id(each.subject): each.subject for each in findings}.values()
    document = Document(
        "okr.md",
        (*(each for each in subjects if isinstance(each, KeyResult)), *others),
        tuple(each for each in subjects if isinstance(each, Objective)),
    )
    missed = (
        Unread("broken.csv", Wording("読めません。", "It is broken."), 3, None, None),
    ) * unread
    return Report(tuple(findings), (document,), missed)
