"""From the files of cards to Rules. Imported only where cards are read from YAML."""

import os.path
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml
from pydantic import ValidationError

from krlint.model import KrlintError, Rule, Wording
from krlint.rulebook.accuracy import accuracies
from krlint.rulebook.form import Card, Fault, first_fault, slot_fault
from krlint.rulebook.plugins import is_installed


class CardError(KrlintError):
    """A card that cannot be used, with its file and what is wrong."""


def read_card(path: Path) -> Rule:
    """
    The rule that one YAML file describes.

    Raises CardError with the file, and where it is known the line, of what is wrong.
    """
    loader = yaml.CSafeLoader(_text(path))
    root = None
    try:
        root = loader.get_single_node()
        card = Card.model_validate(loader.construct_document(root) if root else None)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise CardError(_broken(str(error.problem)), str(path), line) from error
    except ValidationError as error:
        raise _at(first_fault(error), root, path) from error
    except _VALUES as error:
        # A date such as 2026-13-01, a number without digits, a tree that is too deep.
        raise CardError(_broken(f"{type(error).__name__}: {error}"), str(path)) from error
    fault = slot_fault(card)
    if fault is not None:
        raise _at(fault, root, path)
    return card.rule()


_VALUES = (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, RecursionError)
"""What PyYAML raises for values that it cannot construct."""


def _text(path: Path) -> str:
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        raise CardError(_NO_FILE, str(path))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CardError(_ENCODING, str(path)) from None
    except (OSError, ValueError) as error:
        raise CardError(_unreadable(error), str(path)) from None
    control = next((n for n, one in enumerate(text) if one < " " and one not in "\t\r\n"), None)
    if control is not None:
        raise CardError(_CONTROL, str(path), text.count("\n", 0, control) + 1)
    return text


def _at(fault: Fault, root: yaml.Node | None, path: Path) -> CardError:
    """The fault with the line of the deepest key that leads to it."""
    node, line = root, None
    for key in fault.keys:
        found = _child(node, key)
        if found is None:
            break
        line, node = found
    return CardError(_card_says(fault.wording), str(path), line)


def _child(node: yaml.Node | None, key: str | int) -> tuple[int, yaml.Node] | None:
    """The line, and what stands under a key or index of a node."""
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
        return (node.value[key].start_mark.line + 1, node.value[key])
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if name.value == str(key):
            return (name.start_mark.line + 1, value)
    return None


def _broken(reason: str) -> Wording:
    return _card_says(Wording(reason, reason))


def _card_says(wording: Wording) -> Wording:
    return Wording(
        f"ルールカードを読めません。{wording.ja}", f"This card cannot be used: {wording.en}"
    )


def _unreadable(error: Exception) -> Wording:
    said = getattr(error, "strerror", None) or error
    return Wording(
        f"ルールカードを読めません（{said}）。場所と権限を確かめてください。",
        f"This card cannot be read ({said}): check its place and permissions.",
    )


_NO_FILE = Wording(
    "ルールカードはファイルに書いてください。これはフォルダーか、装置の名前です。",
    "A card is a file, and this is a folder or a device: rename it, or move it away.",
)
_ENCODING = Wording(
    "ルールカードが UTF-8 で書かれていません。UTF-8 で保存し直してください。",
    "This card is not written in UTF-8: save it as UTF-8.",
)
_CONTROL = Wording(
    "ルールカードの中に制御文字があります。消してください。",
    "There is a control character in this card: remove it.",
)


def read_path(path: Path) -> tuple[Rule, ...]:
    """
    The rules of one card, or of a folder of cards, of a company's own.

    Raises CardError where there are none, and for a check that is not installed.
    """
    # Path.exists and Path.is_dir raise where a name is too long to be one.
    there = os.path.exists(path)  # noqa: PTH110
    cards = _cards(path) if os.path.isdir(path) else [path] if there else []  # noqa: PTH112
    if not cards:
        raise CardError(_NO_CARDS, str(path))
    return _by_code(_companys(card) for card in cards)


def _companys(path: Path) -> Rule:
    rule = read_card(path)
    if rule.check is not None and not is_installed(rule.check):
        raise CardError(_not_installed(rule.check), str(path))
    return rule


def _not_installed(check: str) -> Wording:
    return Wording(
        f"チェック「{check}」は、インストールされたパッケージのものではありません。"
        "文書と同じ場所にあるコードは実行しません。",
        f"The check “{check}” is of no installed package, and code beside documents is never run.",
    )


_NO_CARDS = Wording(
    "ルールカード（.yaml）がありません。場所を確かめてください。",
    "There is no card (.yaml) here: check the path.",
)


def read_own(folder: Path) -> tuple[Rule, ...]:
    """krlint's own rules, by code, with what the accuracy.json beside their cards says of them."""
    figures = accuracies(folder / "accuracy.json")
    rules = _by_code(read_card(card) for card in _cards(folder))
    return tuple(replace(rule, accuracy=figures.get(rule.code, {})) for rule in rules)


def _cards(folder: Path) -> list[Path]:
    """The files of cards in a folder."""
    return sorted(path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))


def _by_code(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: rule.code))
