"""Which characters behind a Japanese number are its unit: an open set, cut off by grammar."""

from collections.abc import Callable

from krlint.analysis.patterns import compiled
from krlint.analysis.units import MEASURES

# 助数詞 of more than one character that would be cut short, and those of one character
# (日本語記述文法研究会『現代日本語文法2』 数量表現); any other run of kanji is cut by its length.
_COUNTERS = (
    r"営業日|時間|分間|秒間|日間|週間|年間|[かヶヵカケ箇]月間?|人日|人月|人時|品目|項目|拠点|店舗"
    r"|[かヶヵカ箇]所|[かヶヵカ]国|[かヶヵカ箇]年|都道府県|世帯|部署|部門|種類|職種|業務|案件|工場|支店|営業所|機能|言語|地域"
    r"|施設|団体|組織|会社|企業|商品|製品|機種|車種|路線|事業所|センター|チーム|ヘクタール|パーセント|ポイント"
    r"|ドル|ユーロ|ポンド|円|割|桁|つ(?![ひつ])"
)
_SINGLE = (
    "件名人社日回本個台枚冊点倍円年月週時分秒歳度店校棟室種案組割問通戸床頭匹杯軒区市県国語章条箱袋束株口票"
    "話巻行列字便席両隻機基面輪位部校団"
)
_CUTS = "以未超程前後強弱増減約内中目台毎各全同他化済第的性用別比版号級期代軸次当"
_SYMBOL = rf"\s?%|\s?(?:パーセント|ポイント)|\s?(?:{MEASURES})(?![A-Za-z0-9])"
_LATIN_RATIO = r"[A-Za-z]{1,7}+(?![A-Za-z\d]|\s\d)"
_PARTICLES = "のをにがはでともへやかまよな"
_LONGEST_KANJI, _LONGEST_KATAKANA, _LONGEST_RATIO = 8, 20, 3
SPELLED_COUNTER = (
    rf"(?:{_COUNTERS}|[件名人社回本個台枚冊点倍歳店校棟案組問通箱行位](?!び)"
    r"|[%％]|パーセント|ポイント|(?<=[一二三四五六七八九十百]{2})分)"
    r"(?!ひとり|一人|前の|化|々|称|三脚|生|まとまり|者|十色|も早)"
)


# The characters are compared, because a class of all kanji takes 1 ms to compile.
def is_kanji(sign: str) -> bool:
    """Whether `sign` is a kanji or stands for one (々); not of the empty text."""
    return "\u4e00" <= sign <= "\u9fff" or sign == "々"


def is_katakana(sign: str) -> bool:
    """Whether `sign` is full-width katakana or a long vowel's mark; not of the empty text."""
    return "ァ" <= sign <= "ヴ" or sign == "ー"


def run_of(text: str, start: int, belongs: Callable[[str], bool], longest: int) -> int:
    """Where the characters at `start` that belong end, at most `longest` of them."""
    end = start
    while end - start < longest and belongs(text[end : end + 1]):
        end += 1
    return end


def unit(text: str, start: int) -> tuple[int, str | None]:
    """Where the unit that begins at `start` ends, and the unit; None where no unit follows."""
    symbol = compiled(_SYMBOL).match(text, start)
    if symbol:
        return _with_ratio(text, symbol.end(), symbol.group().strip())
    begin = start + (text[start : start + 1] == " ")
    counter = compiled(_COUNTERS).match(text, begin)
    if counter:
        end = counter.end() + (text[counter.end() : counter.end() + 1] == "分")
        return _with_ratio(text, end, text[begin:end])
    run = _run(text, begin)
    counted = _cut(run, _inflects(text, begin + len(run))) if run else ""
    if counted and (begin == start or counted in _SINGLE):
        return _with_ratio(text, begin + len(counted), counted)
    end = _end_of_ratio(text, start)
    return (end, text[start:end]) if end > start else (start, None)


def _run(text: str, start: int) -> str:
    """The kanji that a word begins with, or two katakana and more."""
    end = run_of(text, start, is_kanji, _LONGEST_KANJI)
    if end == start:
        end = run_of(text, start, is_katakana, _LONGEST_KATAKANA)
        end = start if end - start < 2 else end
    return text[start:end]


def _inflects(text: str, end: int) -> bool:
    """Whether the kanji before `end` are a verb's: 開 of 12回開き."""
    return "ぁ" <= text[end : end + 1] <= "ゖ" and text[end] not in _PARTICLES


def _cut(run: str, inflected: bool) -> str:
    """The part of a run of kanji or katakana that counts: 拠点 of 拠点以上, 台 of 台導入."""
    if not is_kanji(run[0]):
        return run
    if run[0] in _CUTS and run[0] != "台":
        return ""
    short = len(run) == 2 and run[1] not in _CUTS + "間分" and not inflected
    if len(run) > 1 and run[0] in _SINGLE and not short:
        return run[:2] if run[1] == "分" else run[0]
    cut = next((i for i, sign in enumerate(run) if i and sign in _CUTS), len(run))
    return run[: min(cut, 2 if len(run) > 3 else 3)]


def _with_ratio(text: str, end: int, counted: str) -> tuple[int, str | None]:
    after = _end_of_ratio(text, end)
    return after, counted + text[end:after]


def _end_of_ratio(text: str, start: int) -> int:
    """Where 「/月」 or "/day" ends; `start` where none begins there."""
    if text[start : start + 1] != "/":
        return start
    end = run_of(text, start + 1, is_kanji, _LONGEST_RATIO)
    if end == start + 1:
        latin = compiled(_LATIN_RATIO).match(text, start + 1)
        return latin.end() if latin else start
    after = text[end : end + 2]
    if after and (is_kanji(after[0]) or is_katakana(after[0])):
        return start  # 「10%／保護者アンケートの満足度」: the next item of a list
    stays = after[:1].isascii() and after[:1].isalnum()
    return start if stays or (after[:1].isspace() and after[1:].isdigit()) else end
