"""Findings made by hand, to see how they are shown."""

from krlint.model import (
    Anchor,
    Document,
    Finding,
    KeyResult,
    Language,
    Objective,
    Remark,
    Report,
    Severity,
    Span,
    State,
    Suppression,
    Unread,
    Wording,
)

HOSTILE = (
    "達成率80%、満足度4.2に😀",
    "say \"it\" & <b>'that'</b>",
    "]]> --> ::error::x [a](https://example.org)",
    "二行に\r\nわたる\u2028文",
    "\0\x1b[2J\x9b\x7f\u202e\ufffe\uffff\ud800",
    "=HYPERLINK(1)",
    "👩\u200d💻 か\u3099 𠮷",
    "",
)
"""Texts with what ends, escapes, breaks or computes something somewhere."""

NAMES = {
    "KR101": "no-numeric-target",
    "KR201": "one-off-task",
    "KR301": "no-completion-definition",
    "KR302": "low-resolution",
    "KR901": "unused-suppression",
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


def hostile() -> Report:
    """Findings of every kind, on texts and in files of every kind, and all else a run can say."""
    texts = [*HOSTILE]
    results = [key_result(text, line, path="計画 #1/a b%.md") for line, text in enumerate(texts, 1)]
    results += [
        key_result(texts[0], path="期首.xlsx", cell="第1四半期!C12"),
        key_result(texts[1], path=None),
        key_result(texts[4], path="\udc80\x1b\ud800.md"),
        KeyResult("規程を\n作る", path="okr.md", anchors=(Anchor(0, 8, 3), Anchor(4, 9, 1))),
    ]
    found = [finding(result, "KR101", message=f"「{result.text}」です。") for result in results]
    beside = key_result("Win", fields={"owner": "=1+1"})
    found += [
        finding(beside, "KR201", field="owner", severity="warning", language="en"),
        _about(Objective('顧客に"選ばれる"', 3, path="okr.md"), "KR302"),
        _about(Suppression("ignore KR201", path="okr.md"), "KR901"),
    ]
    documents = tuple(Document(name, ()) for name in ("okr.md", "clean & tidy.md"))
    said = Wording("読めません\x1b。", "It is\n\ud800 broken.")
    return Report(
        findings=tuple(found),
        documents=documents,
        unread=(Unread("<x>.csv", said, 3, 2), Unread("y.xlsx", said, cell="A&B!C1")),
        failures=(Unread("okr.md", said, 8, 3),),
        remarks=(Remark("okr.md", said),),
        suppressed=tuple(found[:2]),
        known=tuple(found[2:4]),
    )


def _about(subject: Objective | Suppression, code: str) -> Finding:
    said = Wording("事実です。", "A fact.")
    span = Span(0, len(subject.text))
    return Finding(code, NAMES[code], "info", said, said, subject, "ja", span)


def many(count: int) -> Report:
    """A run with so many findings, each on a key result of its own."""
    severities: tuple[Severity, ...] = ("info", "warning", "error")
    return report(
        *(
            finding(key_result(f"規程{n}を作る", n), "KR201", severity=severities[n % 3])
            for n in range(1, count + 1)
        )
    )
