"""What a numeral is worth: digits of any width, 漢数字, scales and English number words."""

import re

DIGITS = r"\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)?"
KANJI_DIGITS = "〇一二三四五六七八九"
KANJI = "〇零一二三四五六七八九十百千"
MYRIADS = {"万": 1e4, "億": 1e8, "兆": 1e12}
_TENS = {"十": 10.0, "百": 100.0, "千": 1000.0}
SCALES = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "bn": 1e9, "B": 1e9,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "hundred": 1e2, "dozen": 12.0,
}  # fmt: skip
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_PIECE = re.compile(rf"({DIGITS})|(.)", re.DOTALL)
_WORD = re.compile(r"[a-z]+")


def digits(text: str) -> float:
    """The value of digits with comma groups and a decimal point, of any width."""
    return float(text.replace(",", "").replace("，", "").replace("．", "."))


def japanese(text: str) -> float:
    """The value of digits and 漢数字 mixed as they come: 2億6千万, 二百四十, 三〇."""
    total = group = 0.0
    pending: float | None = None
    for number, sign in _PIECE.findall(text):
        if number:
            pending = digits(number)
        elif sign in _TENS:
            group += (1.0 if pending is None else pending) * _TENS[sign]
            pending = None
        elif sign in MYRIADS:
            total += (group + (pending or 0.0) or 1.0) * MYRIADS[sign]
            group, pending = 0.0, None
        else:
            digit = float(max(0, KANJI_DIGITS.find(sign)))
            pending = digit if pending is None else pending * 10 + digit
    return total + group + (pending or 0.0)


def english(text: str) -> float:
    """The value of a number in words: twenty-five, three hundred, two million, a dozen."""
    total = group = 0.0
    for word in _WORD.findall(text.lower()):
        if word in ONES:
            group += ONES.index(word)
        elif word in TENS:
            group += (TENS.index(word) + 2) * 10
        elif word in ("hundred", "dozen"):
            group = (group or 1.0) * SCALES[word]
        elif word in SCALES:
            total += (group or 1.0) * SCALES[word]
            group = 0.0
    return total + group
