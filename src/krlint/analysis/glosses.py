"""What each signal is called where krlint explains itself to people; `signals/` defines them."""

from collections.abc import Mapping

from krlint.model import Wording

GLOSSES: Mapping[str, Wording] = {
    "figure": Wording("どこまでやるかを示す数字", "a figure that says how far"),
    "measure": Wording("「すべて」より先を言う数字", "a figure that says more than “all”"),
    "outcome": Wording("結果や積み上げを測る数字", "a figure that measures a result"),
    "task": Wording("やれば終わる作業", "something that is over once it is done"),
    "open_end": Wording("終わりの決まらない言葉", "words that set no end"),
    "undecided": Wording("まだ決めていないという言葉", "words that leave the content open"),
    "decision": Wording("何が決まれば終わりか", "what it will be decided by, or handed in"),
    "need": Wording("動いてもらう必要のある相手", "others who have to act"),
    "agreement": Wording("相手と合意したという記述", "a note that they have agreed"),
    "from_to": Wording("いまの値と目標の値", "where it starts and where it is to end"),
    "contradiction": Wording("数値と逆を向いた言葉", "a word that the figures contradict"),
    "standstill": Wording("初めから満たされている目標", "a target that is met from the start"),
    "vague_time": Wording("日付にならない時期の言葉", "words for a time that set no date"),
    "fixed_date": Wording("いつまでかを言う日付", "a date that says by when"),
    "keeping": Wording("今のまま保つという言葉", "words that say to keep it as it is"),
    "outside_decision": Wording("チームの外で決まること", "something decided outside the team"),
    "second_result": Wording("二つ目の結果", "a second result"),
    "output_count": Wording("出したものの数", "a count of what is put out"),
    "vague_word": Wording(
        "読み手によって受け取り方が変わる言葉", "a word that readers take differently"
    ),
    "unchanged": Wording("いまと同じであるという言葉", "words that say: as today"),
    "level": Wording("指標が届く先の値", "a value that a measure is to reach"),
    "starting_value": Wording("いまの値", "the value today"),
    "from_nothing": Wording(
        "これから始まるもの（ゼロから）", "something new, that starts at nothing"
    ),
    "relative_change": Wording("割合で言われた変化", "a change said as a share"),
    "base": Wording("割合のもとになる値や時期", "what the share is of"),
    "open_target": Wording("目標の値の代わりの言葉", "words in the place of a value"),
    "effect": Wording("手間・時間・費用への効果", "a saving of time, effort or money"),
    "effect_figure": Wording("その効果の大きさを示す数字", "a figure that says how much of it"),
    "measured_aim": Wording("目標に入った数字", "a figure in the objective"),
}
