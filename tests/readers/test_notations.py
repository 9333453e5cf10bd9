"""Each way of writing OKRs that a reader must know, one small document each."""

import textwrap

import pytest

from krlint import readers

# (what it shows, file name, document, [(objective, key result), …])
CASES: list[tuple[str, str, str, list[tuple[str | None, str]]]] = [
    (
        "heading with O1, bullets with KR1",
        "a.md",
        """
        # 受付チーム OKR 2031年度上期
        ## O1: 待ち時間のない受付にする
        - KR1: 平均待ち時間を18分から6分にする
        - KR2：予約経由の来客を3割から7割にする
        """,
        [
            ("待ち時間のない受付にする", "平均待ち時間を18分から6分にする"),
            ("待ち時間のない受付にする", "予約経由の来客を3割から7割にする"),
        ],
    ),
    (
        "heading with 目標 and a full-width number",
        "a.md",
        """
        ## 目標１　倉庫を迷路でなくする
        * ＫＲ１：棚卸しの差異を２％から０．５％にする
        * ＫＲ２：探し物の時間を１日４０分から１０分にする
        """,
        [
            ("倉庫を迷路でなくする", "棚卸しの差異を２％から０．５％にする"),
            ("倉庫を迷路でなくする", "探し物の時間を１日４０分から１０分にする"),
        ],
    ),
    (
        "objective and key results under headings of their own",
        "a.md",
        """
        # Bakery OKRs

        ## Objective

        Bread people cross town for

        ## Key Results

        1. Repeat customers from 30% to 45%
        2. Sold out before 3 pm on 20 days a month
        """,
        [
            ("Bread people cross town for", "Repeat customers from 30% to 45%"),
            ("Bread people cross town for", "Sold out before 3 pm on 20 days a month"),
        ],
    ),
    (
        "objective in a bullet under its heading, key results deeper",
        "a.md",
        """
        # 四半期
        ## Objective
        - 図書室を放課後の居場所にする
        ### Key Results（3つまで）
        - 放課後の来室を1日12人から40人に
        - 貸出のない曜日をなくす
        """,
        [
            ("図書室を放課後の居場所にする", "放課後の来室を1日12人から40人に"),
            ("図書室を放課後の居場所にする", "貸出のない曜日をなくす"),
        ],
    ),
    (
        "an unlabelled heading over labelled key results is their objective",
        "a.md",
        """
        # Workshop plan
        ## Every bike leaves safe
        - KR1: Brake complaints from 14 to 2 a month
        ## Notes
        - buy grease
        """,
        [("Every bike leaves safe", "Brake complaints from 14 to 2 a month")],
    ),
    (
        "a bold line over labelled lines",
        "a.md",
        """
        # Clinic
        **Patients feel expected**
        KR1 - Calls answered in 20 s: 61% → 90%
        KR2 - Letters out within 2 days
        """,
        [
            ("Patients feel expected", "Calls answered in 20 s: 61% → 90%"),
            ("Patients feel expected", "Letters out within 2 days"),
        ],
    ),
    (
        "bullets for objective and key results on one level",
        "a.md",
        """
        - O: 港を止めない
        - KR1: 荷役の遅れを月9件から2件にする
        - KR2: クレーンの停止を半減する
        - O: 港を明るくする
        - KR1: 苦情を0件にする
        """,
        [
            ("港を止めない", "荷役の遅れを月9件から2件にする"),
            ("港を止めない", "クレーンの停止を半減する"),
            ("港を明るくする", "苦情を0件にする"),
        ],
    ),
    (
        "nested bullets with bold labels",
        "a.md",
        """
        * **Objective 1:** Ferries that keep time
          * **Key Result 1:** 95% of departures within 3 minutes
            * new ramp in May
          * **Key Result 2:** Turnaround from 40 to 25 minutes
        """,
        [
            ("Ferries that keep time", "95% of departures within 3 minutes"),
            ("Ferries that keep time", "Turnaround from 40 to 25 minutes"),
        ],
    ),
    (
        "an objective's children without labels",
        "a.md",
        """
        - Objective: Quiet nights on the ward
          - Alarms per bed from 90 to 30 a night
          - Noise above 50 dB in under 5% of minutes
        """,
        [
            ("Quiet nights on the ward", "Alarms per bed from 90 to 30 a night"),
            ("Quiet nights on the ward", "Noise above 50 dB in under 5% of minutes"),
        ],
    ),
    (
        "brackets and circled numbers",
        "a.md",
        """
        ## 【O2】工具が戻ってくる現場
        - [KR1] 紛失を年30本から5本にする
        - KR② 点検済みの棚を8割にする
        - 【KR3】貸出票の記入率100%
        """,
        [
            ("工具が戻ってくる現場", "紛失を年30本から5本にする"),
            ("工具が戻ってくる現場", "点検済みの棚を8割にする"),
            ("工具が戻ってくる現場", "貸出票の記入率100%"),
        ],
    ),
    (
        "成果 and 主要な結果 with numbers",
        "a.txt",
        """
        町内会の目標（OKR） 2031年度

        めざす姿１　顔の見える町
        　成果１：防災訓練の参加を60世帯から150世帯にする
        　主要な結果2　回覧板を3日で回す
        """,
        [
            ("顔の見える町", "防災訓練の参加を60世帯から150世帯にする"),
            ("顔の見える町", "回覧板を3日で回す"),
        ],
    ),
    (
        "a role in front of the label",
        "a.md",
        """
        ## Objective: One platform
        - VP Eng KR: 40 services on the new cluster
        - Head of Data KR2: Nightly jobs done by 5 am
        """,
        [
            ("One platform", "40 services on the new cluster"),
            ("One platform", "Nightly jobs done by 5 am"),
        ],
    ),
    (
        "key results as headings",
        "a.md",
        """
        # Depot
        ## Objective: Buses that start
        ### KR 1: Cold-start failures from 8 to 1 a week
        - heaters ordered
        - drivers trained
        ### KR 2: Spare buses from 6 to 3
        Owner: Ines
        """,
        [
            ("Buses that start", "Cold-start failures from 8 to 1 a week"),
            ("Buses that start", "Spare buses from 6 to 3"),
        ],
    ),
    (
        "a two-level list without labels in a period's OKRs",
        "a.md",
        """
        # Garden OKRs
        ## 2031 Q2
        - Beds that feed the kitchen
          - 120 kg of vegetables harvested
          - Waste under 5%
        - Paths anyone can use
          - All steps replaced by ramps
        """,
        [
            ("Beds that feed the kitchen", "120 kg of vegetables harvested"),
            ("Beds that feed the kitchen", "Waste under 5%"),
            ("Paths anyone can use", "All steps replaced by ramps"),
        ],
    ),
    (
        "headings and lists without labels in a period's OKRs",
        "a.md",
        """
        # 広報室 2031年上期 OKR
        ## 読まれる社内報にする
        - 閲覧率を22%から50%にする
          - 号外は出さない
        - 投稿を月3件から10件にする
        ## 取材に強い会社にする
        - 問い合わせに24時間以内に返す割合を9割にする
        ## メモ
        予算は別紙。
        """,
        [
            ("読まれる社内報にする", "閲覧率を22%から50%にする"),
            ("読まれる社内報にする", "投稿を月3件から10件にする"),
            ("取材に強い会社にする", "問い合わせに24時間以内に返す割合を9割にする"),
        ],
    ),
    (
        "the leaves below a category of checkboxes",
        "a.md",
        """
        ## Objective: Fewer wasted meals
        ### Key Results
        - Kitchen
          - [ ] Leftovers from 18 kg to 6 kg a day
          - [x] Portions in 2 sizes
        - Guests
          - [ ] 60% order the day before
        """,
        [
            ("Fewer wasted meals", "Leftovers from 18 kg to 6 kg a day"),
            ("Fewer wasted meals", "Portions in 2 sizes"),
            ("Fewer wasted meals", "60% order the day before"),
        ],
    ),
    (
        "once a key result has a label, its unlabelled siblings are none",
        "a.md",
        """
        ## Objective: Trains people trust
        - KR1: Punctuality from 82% to 93%
        - KR2: Cancellations under 1%

        Risks:

        - strike in June
        - track works

        ## Roadmap
        - new timetable
        """,
        [
            ("Trains people trust", "Punctuality from 82% to 93%"),
            ("Trains people trust", "Cancellations under 1%"),
        ],
    ),
    (
        "a list behind a line that ends in a colon is something else",
        "a.md",
        """
        ## Objective: Calm inboxes

        How we'll know:

        - Mails per person from 90 to 40 a day

        What we'll do:

        - weekly digest

        ## Objective: Calm calendars

        How we'll know:

        - Meeting hours from 17 to 9 a week

        What we'll do:

        - no-meeting Wednesday
        """,
        [
            ("Calm inboxes", "Mails per person from 90 to 40 a day"),
            ("Calm calendars", "Meeting hours from 17 to 9 a week"),
        ],
    ),
    (
        "a bold title with its text on the next line is one key result",
        "a.md",
        """
        **Objective:** Maps without holes

        - **KR1 — Coverage**\x20\x20
          Survey 95% of the streets by June.
          - Status: started
        """,
        [("Maps without holes", "Coverage Survey 95% of the streets by June.")],
    ),
    (
        "a key result that runs on into the next, unindented line",
        "a.md",
        """
        ## O1: 迷わない案内
        - KR1: 窓口での聞き直しを
        1日60件から20件に減らす
        - KR2: Signs read by
        screen readers in all halls
        """,
        [
            ("迷わない案内", "窓口での聞き直しを1日60件から20件に減らす"),
            ("迷わない案内", "Signs read by screen readers in all halls"),
        ],
    ),
    (
        "lists indented by eight spaces, and without a space behind the dash",
        "a.md",
        """
        # Choir OKRs 2031

        ### Sing in tune

                - Wrong entries from 12 to 3 a concert
                - tuner used in all rehearsals

        ### Fill the hall
        -tickets sold from 60% to 90%
        -10 school classes invited
        """,
        [
            ("Sing in tune", "Wrong entries from 12 to 3 a concert"),
            ("Sing in tune", "tuner used in all rehearsals"),
            ("Fill the hall", "tickets sold from 60% to 90%"),
            ("Fill the hall", "10 school classes invited"),
        ],
    ),
    (
        "the same key result in a table and under a heading counts once",
        "a.md",
        """
        ## Objective: Clean air
        | Key Result | Target |
        |---|---|
        | Filters changed on time | 100% |
        ### Detail
        - KR1: Filters changed on time
        """,
        [("Clean air", "Filters changed on time")],
    ),
    (
        "code, quotes and comments hold no key results",
        "a.md",
        """
        ## Objective: Clean desks
        > - KR1: **as an example only**

        ```yaml
        key_results:
          - none of this
        ```
        <!-- - KR2: Dropped for now -->
        - KR1: Papers per desk from 40 to 5
        """,
        [("Clean desks", "Papers per desk from 40 to 5")],
    ),
    (
        "a definition is no key result",
        "a.md",
        """
        # 目標の書き方
        - 目標：めざす姿
        - 主要結果：目標に届いたかを測るための基準
        - Key Results: the measures that show how far we came
        """,
        [],
    ),
    (
        "a requirements document lists fields",
        "a.md",
        """
        # 要件
        - **Objective（目標）**:
          - タイトル（必須）
          - 説明（任意）
        - **Key Result（成果指標）**:
          - タイトル（必須）
          - 目標値（数値）
          - 単位
        """,
        [],
    ),
    (
        "minutes that mention OKRs",
        "a.md",
        """
        # 2031-02-03 Sync
        ## Agenda
        - OKRs
        - Release
        ## Notes
        - OKR planning starts on Monday
        - Sam is away
        """,
        [],
    ),
    (
        "a readme of an OKR application",
        "a.md",
        """
        # OKR Board
        ## Features
        - **Objectives**: create and archive
        - **Key Result Title**: what is measured
        ## Adding key results
        1. Click the plus sign
        2. Fill in the target
        """,
        [],
    ),
    (
        "wrapped lines of a mail",
        "a.txt",
        """
        Hi all, the OKRs for Q2:

        Objective: Lessons that start on time

          KR1: Late starts from 14 a week
               to at most 2
          KR2: Rooms unlocked 15 minutes early
          in all three buildings

        Cheers, Noa
        """,
        [
            ("Lessons that start on time", "Late starts from 14 a week to at most 2"),
            (
                "Lessons that start on time",
                "Rooms unlocked 15 minutes early in all three buildings",
            ),
        ],
    ),
    (
        "a chat",
        "a.txt",
        """
        [10:01] Kim: morning
        [10:02] Kim: Objective: shelves that refill themselves
        - empty shelves from 30 to 5 a day
        - 1) robot in aisle 4
        [10:03] Lou: and the fridge?
        [10:04] Lou: - no
        """,
        [
            ("shelves that refill themselves", "empty shelves from 30 to 5 a day"),
            ("shelves that refill themselves", "robot in aisle 4"),
        ],
    ),
    (
        "・ and ① in a memo",
        "a.txt",
        """
        総務課　OKR（2031年度）
        Ｏ：鍵のいらないオフィス
        　・入退室の待ちを朝8分から1分に
        　・鍵の紛失ゼロ
        Ｏ：備品が切れない
        　① 欠品を月6件から1件に
        　② 発注の手間を半分に
        """,
        [
            ("鍵のいらないオフィス", "入退室の待ちを朝8分から1分に"),
            ("鍵のいらないオフィス", "鍵の紛失ゼロ"),
            ("備品が切れない", "欠品を月6件から1件に"),
            ("備品が切れない", "発注の手間を半分に"),
        ],
    ),
    (
        "numbered objectives with dashed key results in plain text",
        "a.txt",
        """
        Lab OKRs, 2031 H1

        1. Samples never get lost
        - Relabelled samples from 5% to 1%
        - Freezer map checked every Friday

        2. Results the same day
        - 80% of reports before 6 pm
        """,
        [
            ("Samples never get lost", "Relabelled samples from 5% to 1%"),
            ("Samples never get lost", "Freezer map checked every Friday"),
            ("Results the same day", "80% of reports before 6 pm"),
        ],
    ),
    (
        "a table under a heading, with targets beside",
        "a.md",
        """
        ### Objective 1: 迷子のない駅
        | # | 主要な成果 | 現状値 | 目標値 | 期日 | 担当者 |
        |---|---|---|---|---|---|
        | 1 | 案内所での迷子の引き渡し時間 | 34分 | 10分 | 9月末 | 南 |
        | 2 | KR1.2 案内板の多言語化 | 2言語 | 5言語 | — | |
        """,
        [
            ("迷子のない駅", "案内所での迷子の引き渡し時間"),
            ("迷子のない駅", "案内板の多言語化"),
        ],
    ),
    (
        "a table with an objective column filled once a group",
        "a.md",
        """
        | Objective | Key result | Target |
        |---|---|---|
        | **O1 Quick repairs** | Mean repair time | 2 h |
        | | First-time fixes | 85% |
        | **O2 Honest bills** | Corrected bills | < 1% |
        """,
        [
            ("Quick repairs", "Mean repair time"),
            ("Quick repairs", "First-time fixes"),
            ("Honest bills", "Corrected bills"),
        ],
    ),
    (
        "目標 in front of the key results is the objective, behind them the target",
        "a.csv",
        """
        目標,成果指標,目標値,期限
        気持ちよい窓口,待ち人数のピーク,15人,6月
        ,再来庁の割合,5%,6月
        """,
        [("気持ちよい窓口", "待ち人数のピーク"), ("気持ちよい窓口", "再来庁の割合")],
    ),
    (
        "a band over the columns",
        "a.csv",
        """
        KR,現状,目標
        O1 誰でも直せる,,
        手順書のある機械,4台,20台
        O2 誰でも頼める,,
        依頼から返事まで,3日,1日
        """,
        [("誰でも直せる", "手順書のある機械"), ("誰でも頼める", "依頼から返事まで")],
    ),
    (
        "a type column tells objectives, key results and initiatives apart",
        "a.csv",
        """
        Level,Name,Target
        Objective,Stories worth a detour,
        Key Result,Visitors from other towns,4000
        Initiative,Poster,
        Key Result,"Guestbook entries,
        signed",300
        """,
        [
            ("Stories worth a detour", "Visitors from other towns"),
            ("Stories worth a detour", "Guestbook entries,\nsigned"),
        ],
    ),
    (
        "bare references in another table are none",
        "a.md",
        """
        ## Objective: Sharp knives
        - KR1: Sharpened every week
        | KR | Score |
        |---|---|
        | KR1 | 0.4 |
        """,
        [("Sharp knives", "Sharpened every week")],
    ),
    (
        "YAML with strings and mappings mixed",
        "a.yaml",
        """
        team: Harbour
        objectives:
          - objective: Boats find a berth
            key_results:
              - Waiting time from 50 to 15 minutes
              - text: Double bookings
                from: 12
                to: 0
        """,
        [
            ("Boats find a berth", "Waiting time from 50 to 15 minutes"),
            ("Boats find a berth", "Double bookings"),
        ],
    ),
    (
        "YAML whose keys are the objectives",
        "a.yml",
        """
        okrs:
          Nobody queues twice:
            - Second visits from 20% to 5%
            - Forms complete in 95% of cases
          Doors anyone can open:
            - All doors automatic
        """,
        [
            ("Nobody queues twice", "Second visits from 20% to 5%"),
            ("Nobody queues twice", "Forms complete in 95% of cases"),
            ("Doors anyone can open", "All doors automatic"),
        ],
    ),
    (
        "YAML with O1 and KR1 as keys",
        "a.yaml",
        """
        O1:
          objective: 水漏れのない町
          KR1: 漏水率を9%から4%にする
          KR2:
            内容: 通報から止水まで
            目標値: 60分
        """,
        [("水漏れのない町", "漏水率を9%から4%にする"), ("水漏れのない町", "通報から止水まで")],
    ),
    (
        "JSON with a type field",
        "a.json",
        """
        [
          {"type": "objective", "title": "Warm rooms"},
          {"type": "key_result", "title": "Rooms below 19 degrees from 14 to 0"},
          {"type": "initiative", "title": "New boiler"}
        ]
        """,
        [("Warm rooms", "Rooms below 19 degrees from 14 to 0")],
    ),
    (
        "JSON with children told apart by type",
        "a.json",
        """
        {"okrs": [{"type": "Objective", "name": "Warm hands", "children": [
          {"type": "KR", "name": "Gloves in all vans"},
          {"type": "KR", "name": "Heated seats in 10 vans"}]}]}
        """,
        [("Warm hands", "Gloves in all vans"), ("Warm hands", "Heated seats in 10 vans")],
    ),
    (
        "a list of key results without any objective",
        "a.md",
        """
        # Release notes

        ## Phase 2 OKR

        - **KR1**: 50 sign-ups
        - **KR2**: 3 payments
        """,
        [(None, "50 sign-ups"), (None, "3 payments")],
    ),
]


@pytest.mark.parametrize(
    ("name", "document", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_notation(name: str, document: str, expected: list[tuple[str | None, str]]) -> None:
    """The key results are found with their exact text, and each with its objective."""
    source = textwrap.dedent(document).lstrip("\n").encode()
    read = readers.read(name, source=source)
    actual = [(kr.objective, kr.text) for kr in read.key_results if kr.state == "set"]
    assert expected == actual
